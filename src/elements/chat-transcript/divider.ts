import type { Item } from '../../session/conversation.js';
import { firstUnread } from './arrivals.js';

/**
 * Where what has come in one's absence begins. It stays when that is read, until one writes, or until more
 * comes in the next absence.
 */
export class Divider {
  /** Id of the first new message. */
  at: string | undefined;
  count = 0;
  #lastOwn = '';

  follow(
    items: readonly Item[],
    { away, lastOwn, unread }: { away: boolean; lastOwn: string; unread: number },
  ): void {
    if (lastOwn !== this.#lastOwn) this.clear();
    this.#lastOwn = lastOwn;
    if (!away || unread === 0) return;
    this.at ??= firstUnread(items, unread)?.id;
    this.count = unread;
  }

  clear(): void {
    this.at = undefined;
    this.count = 0;
  }
}
