import type { FileState, Item } from '../../session/conversation.js';
import { isShown } from '../shared/message/lines.js';
import type { MessageView } from '../shared/message/message-view.js';

/** Items on one page: what is drawn, or left as it is, in one go. */
const perPage = 25;

/** What all pages are drawn from. */
export interface Sight {
  readonly view: Omit<MessageView, 'away'>;
  readonly away: boolean;
  readonly files: ReadonlyMap<string, FileState>;
  /** Id of the first new message. */
  readonly divided: string | undefined;
  readonly news: number;
  /** Long texts that are shown whole. */
  readonly open: ReadonlySet<string>;
}

/** A few items, with their neighbours. */
export class Page {
  readonly index: number;
  readonly items: readonly Item[];
  readonly before: Item | undefined;
  readonly after: Item | undefined;
  readonly #files: readonly string[];
  readonly #waits: boolean;
  readonly #ids: ReadonlySet<string>;

  constructor(index: number, all: readonly Item[]) {
    const from = index * perPage;
    this.index = index;
    this.items = all.slice(from, from + perPage);
    this.before = all[from - 1];
    this.after = all[from + perPage];
    this.#files = this.items.flatMap(({ body }) => (body.type === 'file' ? body.file : []));
    this.#waits = this.items.some(({ state }) => state === 'sending');
    this.#ids = new Set(this.items.map(({ id }) => id));
  }

  /** Still the same part of these. */
  isOf(all: readonly Item[]): boolean {
    const from = this.index * perPage;
    if (this.before !== all[from - 1] || this.after !== all[from + perPage]) return false;
    const length = Math.min(all.length - from, perPage);
    return length === this.items.length && this.items.every((item, at) => item === all[from + at]);
  }

  /** All that it looks like it does because of; drawn again when one of these is another. */
  reasons({ away, divided, files, news, open, view }: Sight): readonly unknown[] {
    const here = divided !== undefined && this.#ids.has(divided);
    return [
      this,
      view,
      this.#waits && away,
      here && divided,
      here && news,
      // The page before ends where the divider stands.
      this.after && this.after.id === divided,
      ...[...open].filter((id) => this.#ids.has(id)),
      ...this.#files.map((file) => files.get(file)),
    ];
  }
}

/** Splits items into pages; those of `before` that still are right stay themselves. */
export function paginate(items: readonly Item[], before: readonly Page[]): readonly Page[] {
  const shown = items.every(isShown) ? items : items.filter(isShown);
  return Array.from({ length: Math.ceil(shown.length / perPage) }, (_, index) => {
    const there = before[index];
    return there?.isOf(shown) ? there : new Page(index, shown);
  });
}
