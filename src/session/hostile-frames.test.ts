import { aTimeout, expect, waitUntil } from '@open-wc/testing';
import type { ChatRecord } from './chat-store.js';
import { LiveSession } from './live-session.js';
import type { LinkListener } from '../ports/link.js';
import { dice } from '../testing/dice.js';
import { heldClock } from '../testing/held-clock.js';
import { hostileFrame } from '../testing/hostile-messages.js';
import { testDevices } from '../testing/test-devices.js';
import { readFrame } from '../transport/frames.js';

/** An agent in an open chat; what its far side sends is given to `hear`. */
async function agent() {
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
        watch: () => undefined,
        stats: () => Promise.resolve(undefined),
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
  await waitUntil(() => {
    clock.pass(20);
    return talk.snapshot.restored;
  });
  const hear = (data: unknown): void => {
    const frame = readFrame(data);
    link.messageReceived(frame?.is === 'message' ? frame.message : undefined);
  };
  return { clock, hear, session, talk };
}

describe('a session whose far side has gone bad', () => {
  it('case 79 · bears 100,000 frames at random, and goes on', async () => {
    const uncaught: unknown[] = [];
    const note = (event: Event): unknown => uncaught.push(event);
    addEventListener('error', note);
    addEventListener('unhandledrejection', note);
    const { clock, hear, session, talk } = await agent();
    const roll = dice(79);
    const times: number[] = [];
    for (let count = 0; count < 100_000; count += 1) {
      const frame = hostileFrame(roll);
      const from = performance.now();
      hear(frame);
      times.push(performance.now() - from);
      if (count % 1000 > 0) continue;
      clock.pass(20);
      await aTimeout(0);
    }
    removeEventListener('error', note);
    removeEventListener('unhandledrejection', note);
    const sorted = times.sort((a, b) => a - b);
    console.log(
      `case 79 · a frame of 100,000: p50 ${sorted[50_000]?.toFixed(3)} ms, worst ${sorted.at(-1)?.toFixed(1)} ms; dropped ${session.dropped}`,
    );
    expect(uncaught).to.deep.equal([]);
    expect(session.dropped, 'read as none of ours').to.be.above(30_000);
    expect(Reflect.get({}, 'hostile')).to.equal(undefined);
    hear(
      new TextEncoder().encode('{"v":1,"type":"about","name":"Sam","voip":true,"video":true}')
        .buffer,
    );
    expect(session.snapshot.far.name).to.equal('Sam');
    expect(talk.snapshot.ended ?? 'goes on').to.equal('goes on');
  }).timeout(60_000);

  it('case 79 · bears brackets as deep as a frame is long', async () => {
    const { hear, session } = await agent();
    const deep = [
      '['.repeat(65_000),
      '['.repeat(32_000) + ']'.repeat(32_000),
      '{"chat":'.repeat(8000),
      `${'{"chat":'.repeat(6000)}1${'}'.repeat(6000)}`,
      `{"v":1,"chat":{"type":"said","entry":${'['.repeat(30_000)}${']'.repeat(30_000)}}}`,
    ];
    const before = session.dropped;
    let longest = 0;
    for (const text of deep) {
      const from = performance.now();
      expect(() => hear(new TextEncoder().encode(text).buffer)).not.to.throw();
      longest = Math.max(longest, performance.now() - from);
    }
    expect(session.dropped - before).to.equal(deep.length);
    console.log(`case 79 · the deepest frame: ${longest.toFixed(1)} ms`);
  });
});
