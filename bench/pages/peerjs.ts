// What apps that use PeerJS alone do: a call that is answered on Accept, and another call for the camera.
import { type MediaConnection, Peer } from 'peerjs';
import { open, play } from './devices.js';
import { far, party, room } from './query.js';

export interface PeerJsPage {
  readonly registered: Promise<void>;
  /** Calls, with sound; again and with more after that, it ends the call before. */
  call(...more: MediaStreamTrack[]): Promise<void>;
  readonly rings: boolean;
  answer(): Promise<void>;
  openCamera(): Promise<MediaStreamTrack>;
}

declare global {
  interface Window {
    peerjs: PeerJsPage;
  }
}

const peer = new Peer(`${party}-${room}`, {
  host: location.hostname,
  port: Number(location.port),
  path: '/stock',
  config: { iceServers: [] },
});
let microphone: MediaStreamTrack | undefined;
let ringing: MediaConnection | undefined;
let current: MediaConnection | undefined;

function follow(call: MediaConnection): void {
  current = call;
  call.on('stream', (stream) => {
    for (const track of stream.getTracks()) play(track);
  });
}

peer.on('call', (call) => {
  // Whoever is in a call already knows who calls again.
  if (current) void accept(call);
  else ringing = call;
});

async function accept(call: MediaConnection): Promise<void> {
  microphone ??= await open('audio');
  call.answer(new MediaStream([microphone]));
  follow(call);
}

window.peerjs = {
  registered: new Promise((done) => peer.on('open', () => done())),
  async call(...more) {
    current?.close();
    microphone ??= await open('audio');
    follow(peer.call(`${far}-${room}`, new MediaStream([microphone, ...more])));
  },
  get rings() {
    return ringing !== undefined;
  },
  async answer() {
    if (ringing) await accept(ringing);
  },
  openCamera: () => open('video'),
};
