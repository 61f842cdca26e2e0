/** Lets things through at a pace: `most` at once, and from then on one every `every` milliseconds. */
export class Brake {
  readonly #most: number;
  readonly #every: number;
  readonly #now: () => number;
  #left: number;
  #at: number;

  constructor(most: number, every: number, now: () => number = () => performance.now()) {
    this.#most = this.#left = most;
    this.#every = every;
    this.#now = now;
    this.#at = now();
  }

  /** 0: one more may pass, and is counted. Else the milliseconds until then. */
  take(): number {
    const now = this.#now();
    this.#left = Math.min(this.#most, this.#left + (now - this.#at) / this.#every);
    this.#at = now;
    if (this.#left < 1) return Math.ceil((1 - this.#left) * this.#every);
    this.#left -= 1;
    return 0;
  }

  /** Nothing passes for so many milliseconds. */
  hold(milliseconds: number): void {
    this.#left = 1 - milliseconds / this.#every;
    this.#at = this.#now();
  }
}
