import {
  either,
  integer,
  maybe,
  none,
  oneOf,
  type Read,
  record,
  type Shape,
  text,
} from '../wire/shape.js';
import { maxText } from './limits.js';

export { maxText } from './limits.js';

const id = text(32, 1);
const party = oneOf('agent', 'visitor');

const words = record({ type: oneOf('text'), text: text(maxText, 1) });
/** A picture or document. Its bytes come on their own channel, or lie at `url` when a host stores them. */
const file = record({
  type: oneOf('file'),
  /** Names the bytes; not shown. */
  file: id,
  name: text(255),
  /** Bytes. */
  size: integer(0),
  /** What its sender's browser calls it; never trusted. */
  mime: text(127),
  url: maybe(text(2048)),
});
/** The far side is not to get these bytes any more, or the near side does not want them. */
const stopped = record({ type: oneOf('stopped'), file: id });
/** Something in a call that both have to know later on. */
const call = record({
  type: oneOf('call'),
  what: oneOf('started', 'ended', 'camera-on', 'camera-off', 'missed'),
  call: text(64),
  /** Milliseconds that both could hear each other. */
  duration: maybe(integer(0)),
});
/** The chat is over; nothing follows. */
const ended = record({ type: oneOf('ended'), duration: integer(0) });
/** What a newer version writes and this one cannot read. It keeps its place. */
const unknown: Shape<{ readonly type: 'unknown' }> = (data) =>
  typeof data === 'object' && data !== null ? { type: 'unknown' } : none;

/** What was said. */
export const body = either(words, file, stopped, call, ended, unknown);

/**
 * One thing that was said, in the log of who said it. A writer is one page load of one side; it
 * counts its entries from 1 without a gap, so nothing is lost or doubled unseen.
 */
export const entry = record({
  writer: text(16, 1),
  number: integer(1),
  /** The same on both sides, and over a reload. */
  id,
  from: party,
  /** Later than all that its writer knew when it wrote: both sides sort by it, then by party. */
  order: integer(1, 2 ** 48),
  /** Milliseconds since the epoch, by the clock of whoever holds this copy. */
  at: integer(0, 8.64e15),
  body,
});

export type Entry = Read<typeof entry>;
export type Body = Entry['body'];
export type FileBody = Extract<Body, { type: 'file' }>;
export type CallBody = Extract<Body, { type: 'call' }>;
