import type { CallEnd } from '../src/index.js';
import { drawnPicture, type FakeState } from '../src/testing/index.js';
import { hello } from './talks.js';

/** A picture that has stopped, as when the far side's page is held up. */
function stoppedPicture(): MediaStream {
  const { stream, track } = drawnPicture('Anna', 165);
  const canvas = document.createElement('canvas');
  const shown = canvas.captureStream(0);
  const video = Object.assign(document.createElement('video'), { srcObject: stream, muted: true });
  video.requestVideoFrameCallback(() => {
    Object.assign(canvas, { width: video.videoWidth, height: video.videoHeight });
    canvas.getContext('2d')?.drawImage(video, 0, 0);
    (shown.getVideoTracks()[0] as CanvasCaptureMediaStreamTrack).requestFrame();
    track.stop();
  });
  void video.play();
  return shown;
}

/** Made-up pictures, one for each person. */
export const pictures = {
  Anna: drawnPicture('Anna', 165).stream,
  Sam: drawnPicture('Sam', 30).stream,
};
export const stopped = stoppedPicture();

const ring = { ids: ['story'], caller: 'self' } as const;
const active = { ...ring, phase: 'active', startedAt: Date.now() - 134_000 } as const;
/** Counted from the moment at which it is shown. */
const brokenFor = (milliseconds: number) => ({
  ...active,
  phase: 'reconnecting' as const,
  get brokenAt() {
    return Date.now() - milliseconds;
  },
});
const cameras = { own: { picture: pictures.Sam }, far: { picture: pictures.Anna } };

/** After a call, or after the attempt at one. */
export function ended(
  reason: CallEnd['reason'],
  by: CallEnd['by'] = 'network',
  { caller = 'self', duration = 0 }: Partial<CallEnd> = {},
): FakeState {
  return { call: { lastEnd: { reason, by, caller, duration, ids: ring.ids } } };
}

/** The states of design.md section 5, as the visitor Sam sees them; `asAgent` turns them round. */
export const states = {
  noChat: { chat: 'none' },
  connecting: { chat: 'connecting' },
  inQueue: { chat: 'connecting', queue: { place: 3, agents: 2 } },
  nextInQueue: { chat: 'connecting', queue: { place: 1, agents: 2 } },
  nobodyHere: { chat: 'connecting', queue: { place: 3, agents: 0 } },
  waiting: { chat: 'waiting' },
  chatLost: { chat: 'lost' },
  voipOff: { policy: { voip: false, video: false } },
  idle: {},
  calling: { call: { ...ring, phase: 'calling' } },
  incoming: { call: { ...ring, phase: 'incoming', caller: 'far' } },
  answering: {
    call: { ...ring, phase: 'connecting', caller: 'far' },
    own: { askingMicrophone: true },
  },
  audio: { call: active },
  muted: { call: active, own: { muted: true } },
  farMuted: { call: active, far: { muted: true } },
  myCamera: { call: active, own: cameras.own },
  theirCamera: { call: active, far: cameras.far },
  bothCameras: { call: active, ...cameras },
  reconnecting: {
    chat: 'lost',
    call: brokenFor(4000),
    ...cameras,
  },
  reconnectingLong: {
    chat: 'lost',
    call: brokenFor(24_000),
    ...cameras,
  },
  theirPictureStopped: { call: active, ...cameras, far: { picture: stopped } },
  devicePaused: {
    call: active,
    own: { picture: pictures.Sam, cameraPaused: true, microphonePaused: true },
    problem: { about: 'microphone', code: 'paused', farKnows: false },
  },
  networks: { call: active, own: { network: 5 }, far: { network: 4 } },
  poorNetwork: { call: active, own: { network: 2 }, far: { network: 3 } },
  theirPoorNetwork: { call: active, own: { network: 5 }, far: { network: 1 } },
  pictureHeld: {
    call: active,
    own: { ...cameras.own, held: true, network: 1 },
    far: cameras.far,
  },
  videoOff: { call: active, policy: { video: false } },
  microphoneBlocked: {
    ...ended('mic-blocked', 'self'),
    own: { microphone: 'denied' },
    problem: { about: 'microphone', code: 'blocked', farKnows: false },
  },
  cameraBlocked: {
    call: active,
    own: { camera: 'denied' },
    problem: { about: 'camera', code: 'blocked' },
  },
  ended: ended('hung-up', 'far', { duration: 252_000 }),
  chatEnded: {
    chat: 'none',
    talk: { ended: { by: 'visitor', duration: 754_000 }, items: hello },
  },
} satisfies Record<string, FakeState>;

/** The same state from the agent's chair: Anna's own side, Sam far. */
export function asAgent(state: FakeState): FakeState {
  const { own, far, talk } = state;
  return {
    ...state,
    party: 'agent',
    own: { ...own, name: 'Anna', picture: own?.picture && pictures.Anna },
    far: { ...far, name: 'Sam', picture: far?.picture && pictures.Sam },
    // Their own is read, the other's has come.
    ...(talk?.items && {
      talk: {
        ...talk,
        items: talk.items.map((item) => ({
          ...item,
          state: item.from === 'agent' ? ('read' as const) : ('received' as const),
        })),
      },
    }),
  };
}

/** For the `state` of a story: offers every state by its name. */
export const byName = {
  control: 'select',
  options: Object.keys(states),
  mapping: states,
  description: 'What the made-up session is in.',
} as const;
