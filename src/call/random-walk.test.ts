import { expect } from '@open-wc/testing';
import type { CallEvent, Effect } from './call-events.js';
import { step } from './call-machine.js';
import { type CallPhase, type CallState, noCall } from './call-state.js';
import { happeningOf, hello } from './far-words.js';
import { type Message, readMessage, stamp } from './messages.js';

const walks = 10_000;
const stepsAWalk = 24;

/** Numbers that look random and are the same each time: mulberry32. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** One side: its machine, what it was told to do, and the messages on the way to it, in order. */
class Side {
  state: CallState = noCall;
  reloads = 0;
  readonly inbox: Message[] = [];
  far: Side | undefined;
  asking = false;
  timer: 'ring' | 'answer' | 'silence' | 'left' | undefined;
  mediaOpen = false;
  linked = true;

  dispatch(event: CallEvent): void {
    const [state, effects] = step(this.state, event);
    this.state = state;
    for (const effect of effects) this.#run(effect);
  }

  #run(effect: Effect): void {
    if (effect.do === 'send' && this.linked) this.far?.inbox.push(stamp(effect.message));
    if (effect.do === 'ask-microphone') this.asking = true;
    if (effect.do === 'open-media') this.mediaOpen = true;
    if (effect.do === 'close-media') this.mediaOpen = this.asking = false;
    if (effect.do === 'start-timer') this.timer = effect.timer;
    if (effect.do === 'stop-timer') this.timer = undefined;
  }

  hear(at: number): void {
    const message = readMessage(this.inbox.shift());
    const happening = message && happeningOf(message, undefined);
    if (happening) this.dispatch({ ...happening, at } as CallEvent);
  }

  greet(): void {
    this.far?.inbox.push(stamp(hello(this.state)));
  }

  /** A new page: it knows no more than what a call keeps in its tab. */
  reload(at: number): void {
    const { ids, caller, startedAt, phase } = this.state;
    this.state = noCall;
    this.timer = undefined;
    this.asking = this.mediaOpen = false;
    if (phase !== 'active' && phase !== 'reconnecting') return;
    this.reloads += 1;
    this.dispatch({ type: 'resume', ids, caller, startedAt, at });
  }

  timeOut(at: number): void {
    const { timer } = this;
    this.timer = undefined;
    if (timer)
      this.dispatch({
        type: timer === 'ring' || timer === 'answer' ? 'ring-timeout' : 'give-up',
        at,
      });
  }
}

class Walk {
  readonly sides: readonly [Side, Side] = [new Side(), new Side()];
  readonly #random: () => number;
  readonly seen = new Set<CallPhase>();
  #at = 0;
  #ids = 0;

  constructor(seed: number) {
    this.#random = seeded(seed);
    [this.sides[0].far, this.sides[1].far] = [this.sides[1], this.sides[0]];
  }

  /** Every other walk begins in a call: by chance alone, few get that far. */
  run(inCall: boolean): void {
    if (inCall) this.#talk();
    for (let i = 0; i < stepsAWalk; i += 1) this.#act(this.sides[this.#random() < 0.5 ? 0 : 1]);
    this.#settle();
  }

  #talk(): void {
    const [a, b] = this.sides;
    a.dispatch({ type: 'call', id: 'first' });
    this.#microphone(a, true);
    b.hear(0);
    b.dispatch({ type: 'accept' });
    this.#microphone(b, true);
    a.hear(0);
  }

  #act(side: Side): void {
    this.#at += 1000;
    const at = this.#at;
    const acts: (() => void)[] = [
      () => side.dispatch({ type: 'call', id: `call-${(this.#ids += 1)}` }),
      () => side.dispatch({ type: 'accept' }),
      () => side.dispatch({ type: 'decline', at }),
      () => side.dispatch({ type: 'hang-up', at }),
      () => this.#microphone(side, this.#random() < 0.8),
      () => {
        if (side.asking) side.dispatch({ type: 'mic-granted' });
      },
      () => side.timeOut(at),
      () => this.#cut(false),
      () => this.#join(),
      () => {
        this.#cut(true);
        side.reload(at);
      },
      // Delivery is what happens most.
      ...Array.from({ length: 8 }, () => () => side.hear(at)),
    ];
    acts[Math.floor(this.#random() * acts.length)]?.();
    for (const { state } of this.sides) this.seen.add(state.phase);
  }

  #microphone(side: Side, granted: boolean): void {
    if (!side.asking) return;
    side.asking = false;
    const at = this.#at;
    side.dispatch(
      granted ? { type: 'mic-ready', at } : { type: 'mic-failed', reason: 'mic-blocked', at },
    );
  }

  /** The path breaks: what was on the way is lost. */
  #cut(left: boolean): void {
    for (const side of this.sides) {
      if (!side.linked) return;
      side.inbox.length = 0;
    }
    for (const side of this.sides) side.linked = false;
    for (const side of this.sides) side.dispatch({ type: 'link-lost', left, at: this.#at });
  }

  #join(): void {
    if (this.sides[0].linked) return;
    for (const side of this.sides) side.linked = true;
    for (const side of this.sides) side.greet();
  }

  /** Nobody acts any more; devices answer, messages arrive, and what still rings runs out. */
  #settle(): void {
    this.#join();
    for (let round = 0; round < 20; round += 1) {
      for (const side of this.sides) {
        this.#microphone(side, true);
        while (side.inbox.length > 0) side.hear(this.#at);
      }
    }
    for (const side of this.sides) {
      side.timeOut(this.#at);
      for (const each of this.sides) while (each.inbox.length > 0) each.hear(this.#at);
    }
  }
}

describe('two call machines', () => {
  it(`always end in the same place, in ${walks} random walks with delays, drops and reloads`, () => {
    const seen = new Set<CallPhase>();
    let talking = 0;
    let back = 0;
    for (let seed = 1; seed <= walks; seed += 1) {
      const walk = new Walk(seed);
      walk.run(seed % 2 === 0);
      const [a, b] = walk.sides;
      const place = `seed ${seed}: ${a.state.phase} and ${b.state.phase}`;
      expect(['idle', 'active'], place).to.include(a.state.phase);
      expect(a.state.phase, place).to.equal(b.state.phase);
      expect([...a.state.ids].sort(), place).to.deep.equal([...b.state.ids].sort());
      for (const { mediaOpen, state } of walk.sides)
        expect(mediaOpen, place).to.equal(state.phase === 'active');
      if (a.state.phase === 'active') talking += 1;
      if (a.state.phase === 'active' && a.reloads + b.reloads > 0) back += 1;
      for (const phase of walk.seen) seen.add(phase);
    }
    expect(seen.size, 'every phase was visited').to.equal(6);
    expect(talking, 'some walks end in a call').to.be.greaterThan(walks / 100);
    expect(back, 'some of them after a reload in it').to.be.greaterThan(walks / 100);
  });
});
