import { sameShallow } from '../../context/same-shallow.js';
import type { Item } from '../../session/conversation.js';
import type { MessageView } from '../shared/message/message-view.js';
import { type Page, paginate, type Sight } from './pages.js';
import { type DrawnPage, Slices } from './slices.js';

/** Which messages are in the page, and what they are drawn with. */
export class Drawing {
  readonly #slices = new Slices();
  #items: readonly Item[] = [];
  #view: MessageView | undefined;
  #all: readonly Page[] = [];
  /** What is drawn now, oldest first. */
  pages: readonly DrawnPage[] = [];

  /** Not all is drawn yet. */
  get pending(): boolean {
    return this.#slices.pending;
  }

  get empty(): boolean {
    return this.#all.length === 0;
  }

  follow(
    items: readonly Item[],
    { away, ...view }: MessageView,
    sight: Omit<Sight, 'away' | 'view'>,
  ): void {
    if (items !== this.#items) this.#all = paginate(items, this.#all);
    this.#items = items;
    // The same one as long as nothing in it is another: it is a reason to draw all of them again.
    if (!this.#view || !sameShallow(view, this.#view)) this.#view = { ...view, away };
    this.pages = this.#slices.take(this.#all, { ...sight, away, view: this.#view });
  }

  done(): void {
    this.#slices.done();
  }

  /** The newest page is always laid out: there the reader is. */
  isNewest({ page }: DrawnPage): boolean {
    return page.index === this.#all.length - 1;
  }
}
