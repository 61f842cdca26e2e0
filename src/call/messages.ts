import { either, flag, list, maybe, none, oneOf, type Read, record, text } from '../wire/shape.js';
import { endReasons } from './call-state.js';

const id = text(64, 1);
const ids = list(id, 4);
const reason = oneOf(...endReasons);
const v = oneOf(1);

/** First on every new connection: what this side still holds, so that both agree after a drop. */
const hello = record({
  v,
  type: oneOf('hello'),
  ids,
  ended: maybe(record({ ids, reason })),
});
/** Who this side is and what its administrator allows; again whenever that changes. */
const about = record({ v, type: oneOf('about'), name: text(200), voip: flag, video: flag });
const ring = record({ v, type: oneOf('ring'), id });
const accept = record({ v, type: oneOf('accept'), id });
const decline = record({ v, type: oneOf('decline'), id, reason });
/** Hang up, cancel, ring time-out: the call with any of these ids is over. */
const end = record({ v, type: oneOf('end'), ids, reason });
/** What this side sends now. The only truth: a far track never says that its source went away. */
const media = record({ v, type: oneOf('media'), microphone: flag, camera: flag });
/** How well this side receives the other: it knows at once what the other one's browser hears late. */
const quality = record({ v, type: oneOf('quality'), level: oneOf(1, 2, 3, 4, 5) });

const message = either(hello, about, ring, accept, decline, end, media, quality);

export type Message = Read<typeof message>;

type WithoutVersion<M> = M extends Message ? Omit<M, 'v'> : never;

/** A message as the call makes it; `stamp` adds the version. */
export type Outgoing = WithoutVersion<Message>;

export const stamp = (outgoing: Outgoing): Message => ({ v: 1, ...outgoing });

/** The message in `data`, or undefined when it is none that this version knows. */
export function readMessage(data: unknown): Message | undefined {
  const read = message(data);
  return read === none ? undefined : read;
}
