import type { PathReading } from '../ports/path.js';

/** What to do with the own picture: take it off, send it thin to see, send it as ever. */
export type PictureStep = 'hold' | 'try' | 'show' | undefined;

/** Bits a second of a picture that is only sent to see whether the path carries it. */
export const tryBitrate = 150_000;

// Bits a second: sound alone takes about 45,000 of them, and the least picture 30,000 more.
const tooNarrow = 90_000;
const wideEnough = 120_000;
// Part of the sound that is lost.
const breaks = 0.2;
const clean = 0.08;
// Seconds of trouble in a row: a second or two of it pass by themselves.
const patience = 3;
// Seconds until each next try; a network that has just failed one is not asked again at once.
const waits = [5, 10, 20] as const;
// Seconds of a try: it takes from the sound if the path is still narrow.
const tryFor = 3;
// Seconds that a picture has to last for the next trouble to be a new one.
const settled = 30;

/**
 * Decides, once a second while the own camera is on, whether its picture is sent. Little flows while
 * it is held, so the browser's estimate does not grow by itself: only trying tells.
 */
export class HoldPicture {
  #is: 'shown' | 'held' | 'tried' = 'shown';
  #seconds = 0;
  #troubled = 0;
  #tries = 0;

  next(path: Pick<PathReading, 'available' | 'lost'>): PictureStep {
    this.#seconds += 1;
    const { available, lost = 0 } = path;
    if (this.#is === 'shown') {
      const trouble = available === undefined ? lost > breaks : available < tooNarrow;
      this.#troubled = trouble ? this.#troubled + 1 : 0;
      if (this.#seconds > settled) this.#tries = 0;
      return this.#troubled < patience ? undefined : this.#go('held');
    }
    if (this.#is === 'held') {
      const wait = waits[Math.min(this.#tries, waits.length - 1)] ?? 0;
      return this.#seconds >= wait && lost < clean ? this.#go('tried') : undefined;
    }
    const good = available === undefined ? this.#seconds >= tryFor && lost < clean : available >= wideEnough;
    if (good) return this.#go('shown');
    return this.#seconds < tryFor ? undefined : this.#go('held');
  }

  #go(to: 'shown' | 'held' | 'tried'): PictureStep {
    if (to === 'tried') this.#tries += 1;
    this.#is = to;
    this.#seconds = this.#troubled = 0;
    return ({ shown: 'show', held: 'hold', tried: 'try' } as const)[to];
  }
}
