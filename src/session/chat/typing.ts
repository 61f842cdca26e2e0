import type { Clock } from '../../ports/clock.js';

// Milliseconds. Told again while it goes on; a far side that fell silent types no more.
const tellEvery = 3000;
const believedFor = 6000;

/** Who is typing: tells it now and then, and forgets what it heard. */
export class Typing {
  readonly #clock: Clock;
  readonly #tell: (on: boolean) => void;
  readonly #changed: () => void;
  #toldAt = -Infinity;
  #forget: (() => void) | undefined;

  constructor(clock: Clock, tell: (on: boolean) => void, changed: () => void) {
    this.#clock = clock;
    this.#tell = tell;
    this.#changed = changed;
  }

  get far(): boolean {
    return this.#forget !== undefined;
  }

  wrote(draft: string): void {
    const on = draft.trim() !== '';
    if (on && this.#clock.now() - this.#toldAt < tellEvery) return;
    if (!on && this.#toldAt === -Infinity) return;
    this.#toldAt = on ? this.#clock.now() : -Infinity;
    this.#tell(on);
  }

  /** What was being typed is sent; that says it all. */
  sent(): void {
    this.#toldAt = -Infinity;
  }

  heard(on: boolean): void {
    this.#forget?.();
    this.#forget = on ? this.#clock.after(believedFor, () => this.heard(false)) : undefined;
    this.#changed();
  }
}
