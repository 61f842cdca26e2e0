import type { Clock } from '../../ports/clock.js';

// Milliseconds. More often than a screen draws is for nobody.
const frame = 16;
// With ten thousand messages, telling of one more takes a while: the page has that many times as much for itself.
const rest = 10;

/** Runs a task after changes: at once after a pause, at most once a frame, and a tenth of the time. */
export class Publisher {
  readonly #clock: Clock;
  readonly #publish: () => void;
  #next = -Infinity;
  #due = false;

  constructor(clock: Clock, publish: () => void) {
    this.#clock = clock;
    this.#publish = publish;
  }

  changed(): void {
    if (this.#due) return;
    this.#due = true;
    const wait = this.#next - this.#clock.now();
    if (wait > 0) this.#clock.after(wait, () => this.#run());
    // Not within the change itself: what belongs together is told together.
    else queueMicrotask(() => this.#run());
  }

  #run(): void {
    this.#due = false;
    const from = this.#clock.now();
    this.#publish();
    this.#next = Math.max(from + frame, from + (this.#clock.now() - from) * rest);
  }
}
