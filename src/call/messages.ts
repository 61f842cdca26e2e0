import * as v from 'valibot';
import { endReasons } from './call-state.js';

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(64));
const ids = v.pipe(v.array(id), v.maxLength(4));
const reason = v.picklist(endReasons);
const version = v.literal(1);

/** First on every new connection: what this side still holds, so that both agree after a drop. */
const hello = v.object({
  v: version,
  type: v.literal('hello'),
  ids,
  ended: v.optional(v.object({ ids, reason })),
});
/** Who this side is and what its administrator allows; again whenever that changes. */
const about = v.object({
  v: version,
  type: v.literal('about'),
  name: v.pipe(v.string(), v.maxLength(200)),
  voip: v.boolean(),
  video: v.boolean(),
});
const ring = v.object({ v: version, type: v.literal('ring'), id });
const accept = v.object({ v: version, type: v.literal('accept'), id });
const decline = v.object({ v: version, type: v.literal('decline'), id, reason });
/** Hang up, cancel, ring time-out: the call with any of these ids is over. */
const end = v.object({ v: version, type: v.literal('end'), ids, reason });
/** What this side sends now. The only truth: a far track never says that its source went away. */
const media = v.object({
  v: version,
  type: v.literal('media'),
  microphone: v.boolean(),
  camera: v.boolean(),
});

const message = v.variant('type', [hello, about, ring, accept, decline, end, media]);

export type Message = v.InferOutput<typeof message>;

type WithoutVersion<M> = M extends Message ? Omit<M, 'v'> : never;

/** A message as the call makes it; `stamp` adds the version. */
export type Outgoing = WithoutVersion<Message>;

export const stamp = (outgoing: Outgoing): Message => ({ v: 1, ...outgoing });

/** The message in `data`, or undefined when it is none that this version knows. */
export function readMessage(data: unknown): Message | undefined {
  const result = v.safeParse(message, data);
  return result.success ? result.output : undefined;
}
