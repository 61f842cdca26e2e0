import type { ChatRecord } from '../session/chat-store.js';
import { LiveSession } from '../session/live-session.js';
import type { LinkListener } from '../ports/link.js';
import { heldClock } from './held-clock.js';
import { hostileFrame } from './hostile-messages.js';
import { testDevices } from './test-devices.js';

type Read = (data: unknown) => { readonly is: string; readonly message?: unknown } | undefined;

/** An agent in an open chat whose far side has gone bad: what that one sends is given to `hear`. */
export async function besiegedSession(readFrame: Read) {
  const records = new Map<string, ChatRecord>();
  let link!: LinkListener;
  let ids = 0;
  const devices = testDevices({});
  const clock = heldClock();
  const session = new LiveSession({
    openLink: (_config, listener) => {
      link = listener;
      return {
        send: () => undefined,
        setTrack: () => Promise.resolve(),
        sender: () => undefined,
        watch: () => undefined,
        stats: () => Promise.resolve(undefined),
        unbrokenSince: () => true,
        renew: () => undefined,
        files: undefined,
        close: () => undefined,
      };
    },
    clock,
    devices: () => devices,
    newId: () => `id-${(ids += 1)}`.padEnd(20, '-'),
    base: () => 'http://localhost/',
    owner: {
      store: {
        load: () => [],
        put: (record) => records.set(record.key, record),
        remove: (key) => records.delete(key),
        clear: () => records.clear(),
      },
      dispatchEvent: () => true,
    },
  });
  session.configure({
    party: 'agent',
    name: 'Anna',
    farName: '',
    voip: true,
    video: true,
    ringTimeout: 30,
    server: 'http://localhost/peerjs',
    peerId: 'agent',
    remoteId: 'visitor',
    iceServers: [],
  });
  link.linkChanged({ is: 'open', fresh: true });
  const talk = await session.conversation();
  while (!talk.snapshot.restored) {
    await new Promise((done) => setTimeout(done));
    clock.pass(20);
  }
  const hear = (data: unknown): void => {
    const frame = readFrame(data);
    link.messageReceived(frame?.message);
  };
  return { clock, hear, session, talk };
}

/** Frames at random, in slices as the link takes them in. */
export async function hostileRun(frames: number, roll: (sides: number) => number, read: Read) {
  let uncaught = 0;
  const note = (): unknown => (uncaught += 1);
  addEventListener('error', note);
  addEventListener('unhandledrejection', note);
  const { clock, hear, session, talk } = await besiegedSession(read);
  let longest = 0;
  let slice = performance.now();
  for (let count = 0; count < frames; count += 1) {
    const frame = hostileFrame(roll);
    const from = performance.now();
    hear(frame);
    const now = performance.now();
    longest = Math.max(longest, now - from);
    if (now - slice < 8) continue;
    clock.pass(20);
    await new Promise((done) => setTimeout(done));
    slice = performance.now();
  }
  const { dropped } = session;
  session.close();
  await new Promise((done) => setTimeout(done, 50));
  removeEventListener('error', note);
  removeEventListener('unhandledrejection', note);
  return { dropped, longest, uncaught, ended: talk.snapshot.ended };
}
