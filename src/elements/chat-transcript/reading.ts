import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Item } from '../../session/conversation.js';
import { countsAsUnread } from '../shared/message/lines.js';

/**
 * Finds out which new messages are in view: first the pages that are, then the rows on them, so that ten
 * thousand unread messages need not be watched one by one.
 */
export class Reading implements ReactiveController {
  readonly #read: (id: string) => void;
  #pages: IntersectionObserver | undefined;
  #rows: IntersectionObserver | undefined;
  #watched = new Set<Element>();
  readonly #pagesInView = new Set<Element>();
  readonly #inView = new Set<string>();
  /** Ids of what nobody has seen, oldest first. */
  #unread: ReadonlyMap<string, number> = new Map();
  #items: readonly Item[] = [];
  #count = 0;

  constructor(host: ReactiveControllerHost, read: (id: string) => void) {
    this.#read = read;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#stop();
  }

  /** After each drawing. */
  follow(root: ParentNode, items: readonly Item[], unread: number): void {
    if (items !== this.#items || unread !== this.#count) this.#unread = unreadOf(items, unread);
    this.#items = items;
    this.#count = unread;
    if (this.#unread.size === 0) return this.#stop();
    this.#pages ??= new IntersectionObserver((entries) => this.#seePages(entries));
    this.#rows ??= new IntersectionObserver((entries) => this.#seeRows(entries), {
      threshold: [0, 0.5, 1],
    });
    const watched = new Set(root.querySelectorAll('.page'));
    for (const page of watched) if (!this.#watched.has(page)) this.#pages.observe(page);
    for (const page of this.#watched) if (!watched.has(page)) this.#pages.unobserve(page);
    this.#watched = watched;
    for (const page of this.#pagesInView) this.#watchRows(page);
    this.look();
  }

  /** Somebody may have come back to the page: what is in view now is read. */
  look(): void {
    let [last, order] = ['', -1];
    for (const id of this.#inView) {
      const at = this.#unread.get(id) ?? -1;
      if (at > order) [last, order] = [id, at];
    }
    if (order >= 0) this.#read(last);
  }

  #stop(): void {
    this.#pages?.disconnect();
    this.#rows?.disconnect();
    this.#pages = this.#rows = undefined;
    this.#watched.clear();
    this.#pagesInView.clear();
    this.#inView.clear();
  }

  #seePages(entries: readonly IntersectionObserverEntry[]): void {
    for (const { isIntersecting, target } of entries) {
      if (isIntersecting) {
        this.#pagesInView.add(target);
        this.#watchRows(target);
      } else {
        this.#pagesInView.delete(target);
        for (const row of target.children) this.#rows?.unobserve(row);
      }
    }
  }

  #watchRows(page: Element): void {
    for (const row of page.children)
      if (this.#unread.has(idOf(row))) this.#rows?.observe(row);
      else this.#rows?.unobserve(row);
  }

  #seeRows(entries: readonly IntersectionObserverEntry[]): void {
    for (const entry of entries) {
      if (isReadable(entry)) this.#inView.add(idOf(entry.target));
      else this.#inView.delete(idOf(entry.target));
    }
    this.look();
  }
}

const idOf = (row: Element): string => (row as HTMLElement).dataset.id ?? '';

/** Its end is in view, or half of it, or it fills half of the window. */
function isReadable(entry: IntersectionObserverEntry): boolean {
  const { boundingClientRect: box, intersectionRatio, intersectionRect: seen, rootBounds } = entry;
  if (!entry.isIntersecting) return false;
  const fills = seen.height > (rootBounds?.height ?? Infinity) / 2;
  return intersectionRatio >= 0.5 || fills || seen.bottom >= box.bottom - 1;
}

function unreadOf(items: readonly Item[], unread: number): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (let at = items.length - 1; at >= 0 && found.size < unread; at -= 1) {
    const item = items[at];
    if (item && countsAsUnread(item)) found.set(item.id, at);
  }
  return found;
}
