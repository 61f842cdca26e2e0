import type { Body } from '../../chat/entry.js';

/** Something written that is not on its way yet. */
export interface Unsent {
  readonly id: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly body: Body;
  /** `held`: its file is still being uploaded. `failed`: it waits for a person now. */
  readonly is: 'ready' | 'held' | 'failed';
}

/** What waits for the far side, in the order in which it goes out. */
export class Outbox {
  #all: readonly Unsent[] = [];

  get all(): readonly Unsent[] {
    return this.#all;
  }

  get(id: string): Unsent | undefined {
    return this.#all.find((one) => one.id === id);
  }

  add(one: Unsent): void {
    this.#all = [...this.#all, one];
  }

  remove(id: string): void {
    this.#all = this.#all.filter((one) => one.id !== id);
  }

  change(id: string, to: Partial<Unsent>): void {
    this.#all = this.#all.map((one) => (one.id === id ? { ...one, ...to } : one));
  }

  /** The next that may go out. */
  next(): Unsent | undefined {
    return this.#all.find(({ is }) => is === 'ready');
  }

  /** What people wrote and has waited since before `at` waits no longer by itself. True when there was any. */
  giveUpBefore(at: number): boolean {
    const late = (one: Unsent): boolean =>
      one.is === 'ready' && one.at <= at && /text|file/.test(one.body.type);
    if (!this.#all.some(late)) return false;
    this.#all = this.#all.map((one) => (late(one) ? { ...one, is: 'failed' } : one));
    return true;
  }

  clear(): void {
    this.#all = [];
  }
}
