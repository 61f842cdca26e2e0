import { isServer } from '../../context/served.js';

// Pixels from the end that still count as there.
const nearEnd = 8;
// Safari moves what one reads when something comes in below; all others keep it where it is.
const keepsPlace = isServer || CSS.supports('overflow-anchor', 'auto');

/**
 * Where the reader is. The scroller runs from its end (`column-reverse`): what is added above never moves
 * what one reads, and who is at the end stays there, without a line of script.
 */
export class Scrolling {
  readonly #scroller: () => HTMLElement | null;
  #from = 0;
  #kept: { readonly row: Element; readonly top: number } | undefined;

  constructor(scroller: () => HTMLElement | null) {
    this.#scroller = scroller;
  }

  get atEnd(): boolean {
    return this.#from < nearEnd;
  }

  /** More than a screen away from the end. */
  get farAway(): boolean {
    return !this.atEnd && this.#from > (this.#scroller()?.clientHeight ?? 0);
  }

  /** The reader has moved. */
  moved(): void {
    this.#from = Math.abs(this.#scroller()?.scrollTop ?? 0);
  }

  toEnd(): void {
    if (this.#from === 0) return;
    this.#from = 0;
    const scroller = this.#scroller();
    if (scroller) scroller.scrollTop = 0;
  }

  /** Something is about to be drawn. */
  keep(): void {
    this.#kept = undefined;
    const scroller = this.#scroller();
    if (keepsPlace || this.atEnd || !scroller) return;
    const { bottom, top } = scroller.getBoundingClientRect();
    for (const page of scroller.querySelectorAll('.page')) {
      const box = page.getBoundingClientRect();
      if (box.bottom < top || box.top > bottom) continue;
      for (const row of page.children) {
        const at = row.getBoundingClientRect().top;
        if (at >= top) return void (this.#kept = { row, top: at });
      }
    }
  }

  /** It has been drawn. */
  restore(): void {
    const scroller = this.#scroller();
    if (!scroller || !this.#kept?.row.isConnected) return;
    scroller.scrollTop += this.#kept.row.getBoundingClientRect().top - this.#kept.top;
  }
}
