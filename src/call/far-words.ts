import type { CallEvent } from './call-events.js';
import type { CallState } from './call-state.js';
import type { Message, Outgoing } from './messages.js';

type WithoutTime<E> = E extends CallEvent ? Omit<E, 'at'> : never;

/** An event that its moment is yet to be added to. */
export type Happening = WithoutTime<CallEvent>;

/** What a message of the far side means to the call; undefined when it is not about the call. */
export function happeningOf(
  message: Message,
  refuse: 'busy' | 'declined' | undefined,
): Happening | undefined {
  switch (message.type) {
    case 'hello':
      return { type: 'far-hello', ids: message.ids, ended: message.ended };
    case 'ring':
      return { type: 'far-ring', id: message.id, refuse };
    case 'accept':
      return { type: 'far-accept', id: message.id };
    case 'decline':
      return { type: 'far-decline', id: message.id, reason: message.reason };
    case 'end':
      return { type: 'far-end', ids: message.ids, reason: message.reason };
    case 'about':
    case 'media':
    case 'quality':
      return undefined;
  }
}

/** First words on a new connection: the call that this side holds, or how the last one ended. */
export function hello({ ids, lastEnd }: CallState): Outgoing {
  const ended = ids.length === 0 && lastEnd && { ids: [...lastEnd.ids], reason: lastEnd.reason };
  return { type: 'hello', ids: [...ids], ...(ended && { ended }) };
}
