import { figure, type Goal } from './figures.js';
import type { Side, Witness } from './fixture.js';
import type { Direction, Wire } from './wire.js';

/** What people noticed of cuts, in milliseconds: one value for each side and cut. */
export interface Noticed {
  /** "Reconnecting…" after the cut. */
  readonly shown: number[];
  /** All the others after the path's return. */
  readonly sound: number[];
  readonly frame: number[];
  readonly stable: number[];
  /** The longest time without a new frame in the 10 s that follow, in which the picture grows. */
  readonly grown: number[];
}

export const nothingNoticed = (): Noticed => ({
  shown: [],
  sound: [],
  frame: [],
  stable: [],
  grown: [],
});

/** The longest time without a new frame of the far picture from `at` on. */
export async function longestGap({ side }: Witness, at: number): Promise<number> {
  return side.page.evaluate((from) => {
    const { frames } = window.seen;
    const gaps = frames.map((one, index) => (one > from ? one - (frames[index - 1] ?? one) : 0));
    return Math.max(...gaps, performance.timeOrigin + performance.now() - (frames.at(-1) ?? 0));
  }, at);
}

/** When a side came to say "Reconnecting…", if it did. */
export async function shownAfter(witness: Witness, at: number): Promise<readonly number[]> {
  const phases = await witness.phases();
  const shown = phases.find((one) => one.at > at && one.what === 'reconnecting');
  return shown ? [shown.at - at] : [];
}

/**
 * Milliseconds of flow that make the next cut one of its own. For 10 s after its last packet Chromium keeps a line's
 * idea of the far side's clock, which the packets sent again after a break have spoilt (docs/decisions/0025): a
 * picture that changes back to the line sooner comes late. Cuts that follow sooner are a cell of their own.
 */
export const apart = 10_000;

/** A way of cutting a path, over and over. */
export class Cuts {
  readonly #wire: Wire;
  readonly #witnesses: readonly Witness[];
  readonly #side: Side;

  constructor(wire: Wire, witnesses: Readonly<Record<'agent' | 'visitor', Witness>>) {
    this.#wire = wire;
    this.#witnesses = [witnesses.agent, witnesses.visitor];
    this.#side = witnesses.agent.side;
  }

  /** Of the given lengths in turn, in seconds, flowing in between for as long as every second says. */
  async once(noticed: Noticed, lengths: readonly number[], direction?: Direction): Promise<void> {
    let at = 0;
    let cutAt = 0;
    const since = new Map<Witness, number>();
    for (const [index, length] of lengths.entries()) {
      if (index % 2 === 0) cutAt = await this.#wire.cut(direction);
      await this.#side.nothingFor(length * 1000);
      if (index % 2 === 0) at = await this.#wire.restore(direction);
    }
    for (const one of this.#witnesses) {
      const [sound, frame, stable] = await Promise.all([
        one.soundAfter(at),
        one.frameAfter(at),
        one.stableAfter(at),
      ]);
      noticed.sound.push(sound);
      noticed.frame.push(frame);
      noticed.stable.push(stable);
      noticed.shown.push(...(await shownAfter(one, cutAt)));
      since.set(one, at + stable);
    }
    const flowed = ((await this.#witnesses[0]?.now()) ?? at) - at;
    await this.#side.nothingFor(Math.max(0, apart - flowed) + 1000 * Math.random());
    for (const [one, back] of since) noticed.grown.push(await longestGap(one, back));
  }

  async times(count: number, lengths: readonly number[], direction?: Direction): Promise<Noticed> {
    const noticed = nothingNoticed();
    for (let round = 0; round < count; round += 1) await this.once(noticed, lengths, direction);
    return noticed;
  }
}

const goals: Partial<Record<keyof Noticed, Goal>> = {
  shown: 'p95 ≤ 1500',
  sound: 'p95 ≤ 500',
  stable: 'p95 ≤ 500',
};
const names: Record<keyof Noticed, string> = {
  shown: '“Reconnecting…” shown after the cut',
  sound: 'sound back',
  frame: 'first frame back',
  stable: 'picture back for good',
  grown: 'longest gap of the picture afterwards, while it grows',
};

/** Each as a figure, where there are values. */
export function tell(cases: string, of: string, noticed: Noticed): void {
  for (const kind of ['shown', 'sound', 'frame', 'stable', 'grown'] as const) {
    const values = noticed[kind];
    const goal = goals[kind];
    if (values.length === 0) continue;
    figure({ cases, what: `${of}: ${names[kind]}`, unit: 'ms', values, ...(goal && { goal }) });
  }
}
