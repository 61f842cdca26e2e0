import type { Clock } from '../ports/clock.js';
import { evenClock } from './even-clock.js';

/** By what a picture that has just begun, or come back, is divided, each way. */
export const smallest = 4;

// Milliseconds after that, and by what it is divided from then on.
const steps = [
  { after: 1000, by: 2 },
  { after: 3000, by: 1 },
] as const;
// After a break both sides come back at once. Whoever sends its picture in a new size has the far one to take in anew,
// too: let them not do that at the same time.
const spread = 3000;

/**
 * A picture that begins, or comes back after a break, is small at first, and grows: its first frame is the largest to be
 * coded, sent and read, and a slow machine or a narrow path has everybody wait for it.
 */
export class Growing {
  readonly #size: (by: number) => void;
  readonly #clock: Clock;
  #callOffs: readonly (() => void)[] = [];

  constructor(size: (by: number) => void, clock = evenClock) {
    this.#size = size;
    this.#clock = clock;
  }

  begin(): void {
    this.stop();
    this.#callOffs = steps.map(({ after, by }) =>
      this.#clock.after(after + (by === 1 ? Math.random() * spread : 0), () => this.#size(by)),
    );
  }

  stop(): void {
    for (const callOff of this.#callOffs) callOff();
    this.#callOffs = [];
  }
}
