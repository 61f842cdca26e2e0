import { either, integer, list, none, oneOf, type Read, record, text } from '../wire/shape.js';
import { body, entry, maxText } from './entry.js';

const key = text(64, 1);

const kept = either(
  record({ key, is: oneOf('entry'), entry }),
  /** Written and not on its way yet. `at`: milliseconds since the epoch. */
  record({ key, is: oneOf('unsent'), at: integer(0), body }),
  record({ key, is: oneOf('draft'), text: text(maxText * 10) }),
  record({
    key,
    is: oneOf('chat'),
    chat: text(32, 1),
    /** Page loads, of this side or what may be, whose words come back from the far side. */
    writers: list(text(16, 1), 1000),
    read: record({ agent: integer(0), visitor: integer(0) }),
    /** Milliseconds since the epoch. */
    begun: integer(0),
  }),
);

/** One thing to keep of a conversation; a later one with the same `key` takes its place. Plain data, fit for JSON. */
export type ChatRecord = Read<typeof kept>;

/** What a store has kept, as far as it is something that was kept: it may be of another version, or tampered with. */
export function readRecords(data: unknown): readonly ChatRecord[] {
  const all: readonly unknown[] = Array.isArray(data) ? data : [];
  return all.flatMap((one) => {
    const found = kept(one);
    return found === none ? [] : [found];
  });
}
