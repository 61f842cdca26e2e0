import type { Body, Entry } from '../../chat/entry.js';
import type { ChatLog } from '../../chat/log.js';
import type { Party } from '../../ports/link.js';
import type { Item, ItemState } from '../conversation.js';
import type { Unsent } from './outbox.js';

const states = { ready: 'sending', held: 'sending', failed: 'failed' } as const;

/** Both sides may tell of the same moment of a call; the first one counts. Undefined for all else. */
const momentOf = (body: Body): string | undefined =>
  body.type === 'call' && !body.what.startsWith('camera') ? `${body.what} ${body.call}` : undefined;

/** What a person sees of a log and an outbox. What stays as it is stays the same object. */
export class ItemList {
  readonly #party: Party;
  #items = new Map<string, Item>();
  #all: readonly Item[] = [];

  constructor(party: Party) {
    this.#party = party;
  }

  of(log: ChatLog, unsent: readonly Unsent[]): readonly Item[] {
    const items = new Map<string, Item>();
    const moments = new Set<string>();
    const show = (item: Item): void => {
      const moment = momentOf(item.body);
      if (moment && moments.has(moment)) return;
      if (moment) moments.add(moment);
      items.set(item.id, item);
    };
    for (const entry of log.entries) {
      // What a file has come to is seen at the file.
      if (entry.body.type !== 'stopped') show(this.#item(entry, this.stateOf(entry, log)));
    }
    for (const { at, body, id, is } of unsent) {
      if (body.type !== 'stopped')
        show(this.#item({ at, body, id, from: this.#party }, states[is]));
    }
    this.#items = items;
    const all = [...items.values()];
    const same = all.length === this.#all.length && all.every((item, at) => item === this.#all[at]);
    return same ? this.#all : (this.#all = all);
  }

  stateOf(entry: Entry, log: ChatLog): ItemState {
    if (entry.from !== this.#party) return 'received';
    const far = this.#party === 'agent' ? 'visitor' : 'agent';
    if (entry.order <= log.read[far]) return 'read';
    return log.isDelivered(entry) ? 'delivered' : 'sent';
  }

  #item({ at, body, from, id }: Omit<Item, 'state'>, state: ItemState): Item {
    const before = this.#items.get(id);
    return before?.state === state && before.body === body ? before : { id, from, at, state, body };
  }
}

/** Messages and files of the far side that this side has not seen. */
export function unreadOf({ entries, read }: ChatLog, party: Party): number {
  const isNew = ({ order }: Entry): boolean => order > read[party];
  const from = entries.findLastIndex((entry) => !isNew(entry)) + 1;
  return entries
    .slice(from)
    .filter((entry) => entry.from !== party && /text|file|unknown/.test(entry.body.type)).length;
}
