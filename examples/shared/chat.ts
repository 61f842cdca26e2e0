import type { ChatSession } from 'visavis';
import { testDevices } from 'visavis/testing';

declare global {
  interface Window {
    /** STUN and TURN servers, from whoever opened this page. */
    iceServers?: readonly RTCIceServer[];
  }
}

type Setting =
  | 'party'
  | 'partyName'
  | 'remoteName'
  | 'server'
  | 'peerId'
  | 'remoteId'
  | 'iceServers'
  | 'devices';

interface Chat extends Readonly<Pick<ChatSession, Setting>> {
  readonly messages: readonly string[];
}

/** What a real page learns from its own backend: which chat this is, and whose side. */
export const chat = readChat();

function readChat(): Chat {
  const query = new URLSearchParams(location.search);
  const room = query.get('room') ?? 'demo';
  const names = { agent: 'Anna', visitor: 'Sam' };
  const party = query.get('party') === 'agent' ? 'agent' : 'visitor';
  const far = party === 'agent' ? 'visitor' : 'agent';
  return {
    party,
    partyName: names[party],
    remoteName: names[far],
    server: '/peerjs',
    peerId: `${party}-${room}`,
    remoteId: `${far}-${room}`,
    iceServers: window.iceServers ?? [],
    // No camera here? `?devices=test` makes them up.
    devices: query.get('devices') === 'test' ? testDevices({ name: names[party] }) : undefined,
    messages: ['Hello, this is the support desk.', 'Talking may be quicker: press the headset.'],
  };
}
