import { sameShallow } from '../../context/same-shallow.js';
import type { Page, Sight } from './pages.js';

// Milliseconds of work at a time, and what a page is taken to need before one was measured.
const budget = 5;
const firstGuess = 3;

/** A page as it is on the screen. */
export interface DrawnPage {
  readonly page: Page;
  readonly reasons: readonly unknown[];
  readonly sight: Sight;
}

/**
 * Decides what is drawn now: the newest pages first, older ones a few at a time, so that neither ten thousand
 * messages at once nor a change of language holds up a press.
 */
export class Slices {
  #drawn = new Map<number, DrawnPage>();
  #perPage = firstGuess;
  #begun = 0;
  #taken = 0;
  /** Not all pages are as they should be yet. */
  pending = false;

  /** The pages to show now, oldest first. */
  take(pages: readonly Page[], sight: Sight): readonly DrawnPage[] {
    let room = Math.max(1, Math.floor(budget / this.#perPage));
    const next = new Map<number, DrawnPage>();
    this.#taken = 0;
    this.pending = false;
    for (let index = pages.length - 1; index >= 0; index -= 1) {
      const page = pages[index];
      if (!page) continue;
      const there = this.#drawn.get(index);
      const reasons = page.reasons(sight);
      if (there?.reasons.length === reasons.length && sameShallow(there.reasons, reasons))
        next.set(index, there);
      else if (room > 0) {
        room -= 1;
        this.#taken += 1;
        next.set(index, { page, reasons, sight });
      } else {
        this.pending = true;
        if (there) next.set(index, there);
      }
    }
    this.#drawn = next;
    this.#begun = performance.now();
    return [...next.values()].reverse();
  }

  /** They have been drawn: how long it took says how many go into the next slice. */
  done(): void {
    if (this.#taken === 0) return;
    const each = (performance.now() - this.#begun) / this.#taken;
    this.#perPage = Math.max(0.25, (this.#perPage + each) / 2);
  }
}
