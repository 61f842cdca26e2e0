import type { PathLevel, PathReading } from '../ports/path.js';

/** What to do with the own picture: take it off, send it thin to see, send it as ever. */
export type PictureStep = 'hold' | 'try' | 'show' | undefined;

export interface PathNow extends Pick<PathReading, 'available' | 'lost'> {
  /** How well this side's sound arrives. */
  readonly arrives: PathLevel | undefined;
}

/** Bits a second of a picture that is only sent to see whether the path carries it. */
export const tryBitrate = 150_000;

// Bits a second: sound takes about 45,000 of them, the least picture 30,000, and the rest is little.
const tooNarrow = 90_000;
// What the estimate reaches with sound alone where there is room; at 50,000 it stays below.
const roomAgain = 65_000;
// What it reaches with the thinned picture within a second or two where there is room.
const wideEnough = 120_000;
// Of the best estimate so far: lower than this is no growing.
const fallen = 0.85;
// Parts of the sound that are lost, for browsers that make no estimate.
const breaks = 0.2;
const clean = 0.08;
// Seconds of trouble in a row. One passes by itself; with three the sound suffers.
const patience = 2;
// Seconds until each next try; a network that has just failed one is not asked again at once.
const waits = [5, 10, 20] as const;
const trySeconds = 3;
// Seconds that a picture has to last for the next trouble to be a new one.
const lasting = 30;

/**
 * Decides, once a second while the own camera is on, whether its picture is sent. While it is held
 * little flows, so the browser's estimate of the path hardly grows: in the end only trying tells.
 */
export class HoldPicture {
  #is: 'shown' | 'held' | 'tried' = 'shown';
  #seconds = 0;
  #troubled = 0;
  #tries = 0;
  /** Of the estimates since the last step. */
  #best = 0;
  #arrivedBefore: PathLevel | undefined;

  next(path: PathNow): PictureStep {
    this.#seconds += 1;
    this.#best = Math.max(this.#best, path.available ?? 0);
    if (this.#is === 'held') return this.#mayTry(path) ? this.#go('tried', path) : undefined;
    this.#troubled = this.#troubles(path) ? this.#troubled + 1 : 0;
    if (this.#is === 'tried') {
      if (this.#troubled > 0) return this.#go('held', path);
      const proved = this.#seconds >= trySeconds || (path.available ?? 0) >= wideEnough;
      return proved ? this.#go('shown', path) : undefined;
    }
    if (this.#seconds > lasting) this.#tries = 0;
    return this.#troubled < patience ? undefined : this.#go('held', path);
  }

  #mayTry({ available = 0, lost = 0 }: PathNow): boolean {
    const [first] = waits;
    const wait = waits[Math.min(this.#tries, waits.length - 1)] ?? first;
    const room = available >= roomAgain && this.#seconds >= first;
    return (room || this.#seconds >= wait) && lost < clean;
  }

  #troubles({ arrives, available, lost = 0 }: PathNow): boolean {
    if (this.#is === 'tried' && arrives && this.#arrivedBefore) {
      // The sound is worse for it than by chance.
      if (this.#arrivedBefore - arrives > 1) return true;
    }
    if (available === undefined) return lost > breaks;
    return available < tooNarrow && available < this.#best * fallen;
  }

  #go(to: 'shown' | 'held' | 'tried', { arrives, available }: PathNow): PictureStep {
    if (to === 'tried') this.#tries += 1;
    this.#is = to;
    this.#seconds = this.#troubled = 0;
    this.#best = available ?? 0;
    this.#arrivedBefore = arrives;
    return ({ shown: 'show', held: 'hold', tried: 'try' } as const)[to];
  }
}
