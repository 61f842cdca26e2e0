import type { Clock } from '../../ports/clock.js';

// Milliseconds. More often than a screen draws is for nobody.
const frame = 16;

/** Runs a task after changes: at once after a pause, and at most once a frame. */
export class Publisher {
  readonly #clock: Clock;
  readonly #publish: () => void;
  #last = -Infinity;
  #due = false;

  constructor(clock: Clock, publish: () => void) {
    this.#clock = clock;
    this.#publish = publish;
  }

  changed(): void {
    if (this.#due) return;
    this.#due = true;
    const wait = this.#last + frame - this.#clock.now();
    if (wait > 0) this.#clock.after(wait, () => this.#run());
    // Not within the change itself: what belongs together is told together.
    else queueMicrotask(() => this.#run());
  }

  #run(): void {
    this.#due = false;
    this.#last = this.#clock.now();
    this.#publish();
  }
}
