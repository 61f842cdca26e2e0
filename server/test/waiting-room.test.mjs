import { MemoryWaitingRoom } from '../dist/memory-waiting-room.js';
import { manners, waitingRoomContract } from './waiting-room-contract.mjs';

waitingRoomContract('in memory', () => {
  const room = new MemoryWaitingRoom(manners);
  return [room, room];
});
