import {
  either,
  flag,
  integer,
  list,
  maybe,
  none,
  oneOf,
  type Read,
  record,
  text,
} from '../wire/shape.js';
import { entry } from './entry.js';
import { maxInsert, maxText } from './limits.js';

const writer = text(16, 1);
/** How many entries of each writer are held. */
const held = list(record({ writer, number: integer(1) }), 1000);

/**
 * First on every path that opens: which chat this is, what is held of it, how far both have read. What the
 * other lacks is sent from there.
 */
const sync = record({
  type: oneOf('sync'),
  /** Missing: this side knows of no chat yet and takes over the other's. */
  chat: maybe(text(32, 1)),
  held,
  read: record({ agent: integer(0), visitor: integer(0) }),
  /** That of the last entry: what is said from now on comes after it, even where it is still missing. */
  order: integer(0),
  /** The sender's clock, in milliseconds since the epoch: clocks may differ by hours. */
  now: integer(0, 8.64e15),
  /** The other is asked for its own in turn. */
  answer: flag,
});
const said = record({ type: oneOf('said'), entry });
/** All entries of `writer` up to `number` have come. */
const has = record({ type: oneOf('has'), writer, number: integer(0) });
/** All that the other side said up to this `order` was in view, on a page in front. */
const read = record({ type: oneOf('read'), order: integer(0) });
const typing = record({ type: oneOf('typing'), on: flag });
/**
 * Real-time text: what changed in what is being typed since `number` - 1. With `whole`, what it says now,
 * all of it: sent first, after a drop, and where an edit would be too long.
 */
const live = record({
  type: oneOf('live'),
  /** Of the message being typed; the next one counts from 1 again under another name. */
  draft: text(16, 1),
  number: integer(1),
  at: maybe(integer(0)),
  erase: maybe(integer(0)),
  insert: maybe(text(maxInsert)),
  whole: maybe(text(maxText)),
});
/** Bytes of a file, from `offset` on, are wanted now. */
const get = record({ type: oneOf('get'), file: text(32, 1), offset: integer(0) });
/** All of a file has come. */
const got = record({ type: oneOf('got'), file: text(32, 1) });
/** A file that was asked for is not here any more. */
const gone = record({ type: oneOf('gone'), file: text(32, 1) });

const message = either(sync, said, has, read, typing, live, get, got, gone);

/** What two conversations say to each other. */
export type ChatMessage = Read<typeof message>;
export type Sync = Extract<ChatMessage, { type: 'sync' }>;
export type LiveMessage = Extract<ChatMessage, { type: 'live' }>;

/** The message in `data`, or undefined when it is none that this version knows. */
export function readChatMessage(data: unknown): ChatMessage | undefined {
  const found = message(data);
  return found === none ? undefined : found;
}
