import { expect } from '@open-wc/testing';
import type { Devices, Opened } from '../ports/devices.js';
import type { OpenLink } from '../ports/link.js';
import { dice } from '../testing/dice.js';
import { type HeldClock, heldClock } from '../testing/held-clock.js';
import { type Loopback, loopback } from '../transport/loopback-link.js';
import { LiveSession } from './live-session.js';
import type { SessionSettings } from './session.js';

// Two whole sessions whose messages, microphones and presses meet within 50 ms of each other, in every order.

const seeds = 1000;
const pressesASeed = 14;
// Milliseconds that a message, a browser's answer or the next press may take.
const within = 50;

const settings: SessionSettings = {
  party: 'agent',
  name: '',
  farName: '',
  voip: true,
  video: true,
  ringTimeout: 30,
  server: 'http://localhost/peerjs',
  peerId: 'racing-agent',
  remoteId: 'racing-visitor',
  iceServers: [],
};

const [source] = document.createElement('canvas').captureStream(0).getVideoTracks();

/** Lets everything happen that waits for nothing but its turn. */
async function turns(): Promise<void> {
  for (let turn = 0; turn < 12; turn += 1) await Promise.resolve();
}

type Roll = (sides: number) => number;

class Side {
  readonly session: LiveSession;
  readonly tracks: MediaStreamTrack[] = [];
  asked = 0;

  constructor(clock: HeldClock, roll: Roll, openLink: OpenLink, newId: () => string) {
    const open = async (): Promise<Opened> => {
      this.asked += 1;
      await new Promise<void>((done) => void clock.after(roll(within), done));
      if (roll(8) === 0) return { ok: false, failure: 'blocked', detail: 'Made up.' };
      const track = source!.clone();
      this.tracks.push(track);
      return { ok: true, track };
    };
    const devices: Devices = {
      openMicrophone: open,
      openCamera: open,
      playSound: () => Promise.resolve(true),
      stopSound: () => undefined,
    };
    this.session = new LiveSession({
      clock,
      newId,
      devices: () => devices,
      base: () => 'http://localhost/',
      openLink: late(openLink, clock, roll),
    });
  }

  get live(): number {
    return this.tracks.filter(({ readyState }) => readyState === 'live').length;
  }
}

/**
 * Messages in order, each a little late. What is on its way when the path breaks is lost with its
 * connection; where that stays, it comes when the path is back, as over a channel that repeats it.
 */
function late(open: OpenLink, clock: HeldClock, roll: Roll): OpenLink {
  return (config, listener) => {
    let connection = 0;
    let last = 0;
    let broken = false;
    const held: unknown[] = [];
    return open(config, {
      linkChanged(state) {
        broken = state.is === 'lost';
        if (state.is !== 'open' || !state.fresh) {
          listener.linkChanged(state);
          if (!broken) for (const message of held.splice(0)) listener.messageReceived(message);
          return;
        }
        connection += 1;
        held.length = 0;
        listener.linkChanged(state);
      },
      messageReceived(message) {
        const at = connection;
        last = Math.max(last, clock.now() + roll(within));
        clock.after(last - clock.now(), () => {
          if (at !== connection) return;
          if (broken) held.push(message);
          else listener.messageReceived(message);
        });
      },
      lineReady: (kind, track) => listener.lineReady(kind, track),
      linkFailed: (failure, detail) => listener.linkFailed(failure, detail),
    });
  };
}

class Race {
  readonly clock = heldClock();
  readonly joint: Loopback = loopback();
  readonly sides: readonly [Side, Side];
  readonly #roll: Roll;

  constructor(seed: number) {
    const roll = (this.#roll = dice(seed));
    let ids = 0;
    const newId = (): string => `call-${(ids += 1)}`;
    const side = (link: OpenLink): Side => new Side(this.clock, roll, link, newId);
    const [agent, visitor] = (this.sides = [side(this.joint.a), side(this.joint.b)]);
    agent.session.configure(settings);
    visitor.session.configure({
      ...settings,
      party: 'visitor',
      peerId: settings.remoteId,
      remoteId: settings.peerId,
    });
  }

  async pass(milliseconds: number, by = 10): Promise<void> {
    await turns();
    for (let passed = 0; passed < milliseconds; passed += by) {
      this.clock.pass(by);
      await turns();
    }
  }

  async run(): Promise<void> {
    await this.pass(100);
    for (let press = 0; press < pressesASeed; press += 1) {
      this.#press(this.sides[this.#roll(2)]!.session);
      await this.pass(this.#roll(within));
    }
    // A silent connection comes back, or a new one takes its place.
    if (this.#roll(2) === 0) this.joint.hearAgain();
    this.joint.join();
    await this.pass(1000);
    // Whatever still rings runs out.
    await this.pass(45_000, 5000);
    await this.pass(500);
  }

  #press(session: LiveSession): void {
    const presses: (() => Promise<void>)[] = [
      () => session.startCall(),
      () => session.startCall(),
      () => session.acceptCall(),
      () => session.acceptCall(),
      () => session.declineCall(),
      () => session.hangUp(),
      () => session.setCamera(true),
      () => session.setCamera(session.snapshot.own.picture === undefined),
      () => session.setMuted(!session.snapshot.own.muted),
      async () => this.joint.cut(this.#roll(2) === 0),
      async () => this.joint.join(),
      async () => this.joint.join(),
      async () => this.joint.silence(),
      async () => this.joint.silence(),
      async () => this.joint.hearAgain(),
      async () => this.joint.hearAgain(),
    ];
    // What means nothing now is refused, which is as good an answer as any.
    presses[this.#roll(presses.length)]!().catch(() => undefined);
  }
}

describe('two sessions', () => {
  it(`agree after each of ${seeds} races, and no device stays open`, async function () {
    this.timeout(120_000);
    let talking = 0;
    let drops = 0;
    for (let seed = 1; seed <= seeds; seed += 1) {
      const race = new Race(seed);
      await race.run();
      const [a, b] = race.sides;
      const calls = race.sides.map(({ session }) => session.snapshot.call);
      const place = `seed ${seed}: ${calls.map(({ phase }) => phase).join(' and ')}`;
      expect(['idle', 'active'], place).to.include(calls[0]!.phase);
      expect(calls[0]!.phase, place).to.equal(calls[1]!.phase);
      expect([...calls[0]!.ids].sort(), place).to.deep.equal([...calls[1]!.ids].sort());
      if (calls[0]!.phase === 'active') {
        talking += 1;
        for (const [own, far] of [
          [a, b],
          [b, a],
        ] as const) {
          const { session } = own;
          expect(session.snapshot.far.muted, `${place}, muted`).to.equal(
            far.session.snapshot.own.muted,
          );
          expect(own.live, `${place}, devices`).to.equal(
            1 + (session.snapshot.own.picture ? 1 : 0),
          );
        }
        void a.session.hangUp();
        await race.pass(200);
      }
      drops += a.session.dropped + b.session.dropped;
      for (const { live, session } of race.sides) {
        expect(session.snapshot.call.phase, `${place}, then hung up`).to.equal('idle');
        expect(live, `${place}: devices that stayed open`).to.equal(0);
        session.close();
      }
    }
    console.log(`figure 54, 55 · ${seeds} races, ${talking} of them end in a call, 0 disagree`);
    expect(talking, 'some races end in a call').to.be.greaterThan(seeds / 20);
    expect(drops, 'messages that nobody could read').to.equal(0);
  });
});
