import type { Item } from '../../../session/conversation.js';
import { dayOf } from './times.js';

/** Milliseconds after which the next message stands on its own. */
const pause = 300_000;

/** An item in its place: what goes before it, and where the run of its side begins and ends. */
export interface Line {
  readonly item: Item;
  /** The first of its day. */
  readonly newDay: boolean;
  readonly startsRun: boolean;
  /** Time and receipt stand under it. */
  readonly endsRun: boolean;
}

const isMessage = ({ body }: Item): boolean =>
  body.type === 'text' || body.type === 'file' || body.type === 'unknown';

/** One after the other, said by the same side in one go. */
const goOn = (before: Item, after: Item): boolean =>
  isMessage(before) &&
  isMessage(after) &&
  before.from === after.from &&
  // It has words and buttons of its own under it.
  before.state !== 'failed' &&
  after.at - before.at < pause &&
  dayOf(before.at) === dayOf(after.at);

/** Puts items in their places; `before` and `after` are their neighbours, shown elsewhere. */
export function linesOf(
  items: readonly Item[],
  before?: Item,
  after?: Item,
  /** The id of the first new message: a divider stands before it. */
  divided?: string,
): readonly Line[] {
  return items.map((item, index) => {
    const last = items[index - 1] ?? before;
    const next = items[index + 1] ?? after;
    return {
      item,
      newDay: !last || dayOf(last.at) !== dayOf(item.at),
      startsRun: !last || item.id === divided || !goOn(last, item),
      endsRun: !next || next.id === divided || !goOn(item, next),
    };
  });
}

/** Some bodies change what is shown elsewhere, and show nothing themselves. */
export const isShown = ({ body }: Item): boolean => body.type !== 'stopped';

/** What counts as a message of the far side that can be unread. */
export const countsAsUnread = (item: Item): boolean => item.state === 'received' && isMessage(item);
