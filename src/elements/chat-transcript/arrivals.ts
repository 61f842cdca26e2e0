import type { Item } from '../../session/conversation.js';
import { countsAsUnread } from '../shared/message/lines.js';

/** Finds what the far side has said since the last look; what was kept from before is not new. */
export class Arrivals {
  readonly #known = new Set<string>();
  #looked = false;

  /** The messages that have come and that nobody has seen, oldest first. */
  take(items: readonly Item[], unread: number): readonly Item[] {
    const come: Item[] = [];
    for (let at = items.length - 1; at >= 0; at -= 1) {
      const item = items[at];
      if (!item || !countsAsUnread(item)) continue;
      if (this.#known.has(item.id)) break;
      this.#known.add(item.id);
      come.push(item);
    }
    const first = !this.#looked;
    this.#looked = true;
    // History may come from the far side too, and is read already.
    return first ? [] : come.slice(0, unread).reverse();
  }

  /** Another conversation begins. */
  forget(): void {
    this.#known.clear();
    this.#looked = false;
  }
}

/** The first of the messages that nobody has seen. */
export function firstUnread(items: readonly Item[], unread: number): Item | undefined {
  let left = unread;
  let first: Item | undefined;
  for (let at = items.length - 1; at >= 0 && left > 0; at -= 1) {
    const item = items[at];
    if (!item || !countsAsUnread(item)) continue;
    first = item;
    left -= 1;
  }
  return first;
}
