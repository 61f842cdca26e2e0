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
  #looked = false;

  follow(
    items: readonly Item[],
    { away, lastOwn, unread }: { away: boolean; lastOwn: string; unread: number },
  ): void {
    if (this.#looked && lastOwn !== this.#lastOwn) this.clear();
    this.#lastOwn = lastOwn;
    // What was unread before a reload is new to who comes back to it.
    const absent = away || !this.#looked;
    this.#looked = true;
    if (!absent || unread === 0) return;
    this.at ??= firstUnread(items, unread)?.id;
    this.count = unread;
  }

  /** Another conversation begins. */
  forget(): void {
    this.#looked = false;
    this.#lastOwn = '';
    this.clear();
  }

  clear(): void {
    this.at = undefined;
    this.count = 0;
  }
}
