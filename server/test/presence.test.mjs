import { MemoryPresence } from '../dist/memory-presence.js';
import { patience, presenceContract } from './presence-contract.mjs';

presenceContract('in memory', () => {
  const presence = new MemoryPresence(patience);
  return [presence, presence];
});
