import {
  either,
  flag,
  integer,
  list,
  maybe,
  none,
  record,
  type Shape,
  text,
} from '../../wire/shape.js';
import type { QueuePlace } from '../snapshot.js';

const that =
  (pattern: RegExp): Shape<string> =>
  (data) =>
    typeof data === 'string' && pattern.test(data) ? data : none;

// It goes into an address, unescaped; servers read no longer one.
const ticket = that(/^[\w.~-]{1,4096}$/);
const address = that(/^(stun|turn)s?:.{1,1024}$/i);
const secret = maybe(text(1024));
// What is missing is left out, as the browser wants it.
const iceServers = maybe(
  list(
    record({ urls: either(address, list(address, 16)), username: secret, credential: secret }),
    16,
  ) as Shape<readonly RTCIceServer[]>,
);

// Seconds. A place is told anew, and an agent is there, at most so much later.
const longestAgain = 60;

/** A host's answer to who asks for a ticket. */
export interface TicketAnswer {
  readonly ticket: string;
  readonly peer: string;
  /** Undefined or empty: nobody is at the other end yet. */
  readonly remote: string | undefined;
  /** Undefined: the element's own. */
  readonly iceServers: readonly RTCIceServer[] | undefined;
  readonly voip: boolean;
  readonly video: boolean;
  /** Seconds since the epoch, by the host's clock. */
  readonly expiresAt: number;
}

/** What a host answers is not what it should be; the message names the field. */
export class WrongAnswer extends Error {
  override readonly name = 'WrongAnswer';
}

/** A host's answer to who has to wait for one. */
export interface WaitingAnswer {
  readonly waiting: QueuePlace;
  /** Seconds until it is asked again. */
  readonly again: number;
}

type Field = <T>(path: string, shape: Shape<T>, wanted: string) => T;

const fieldsOf =
  (data: unknown): Field =>
  (path, shape, wanted) => {
    let at = data;
    for (const name of path.split('.'))
      at = (at as Record<string, unknown> | null | undefined)?.[name];
    const read = shape(at);
    if (read === none) throw new WrongAnswer(`\`${path}\` has to be ${wanted}`);
    return read;
  };

/** Reads a host's answer, or throws a `WrongAnswer`. */
export function readTicketAnswer(data: unknown): TicketAnswer {
  const field = fieldsOf(data);
  return {
    ticket: field('ticket', ticket, 'a JWT'),
    peer: field('peer', text(128, 1), 'the id of this side'),
    remote: field('remote', maybe(text(128)), 'the id of the far side, or missing'),
    iceServers: field('iceServers', iceServers, 'a list as RTCPeerConnection takes it'),
    voip: field('features.voip', flag, 'true or false'),
    video: field('features.video', flag, 'true or false'),
    expiresAt: field('expiresAt', integer(1, 99_999_999_999), 'whole seconds since 1970'),
  };
}

/** Reads a host's answer with the status 202, or throws a `WrongAnswer`. */
export function readWaitingAnswer(data: unknown): WaitingAnswer {
  const field = fieldsOf(data);
  const count = integer(0, 1_000_000);
  return {
    waiting: {
      place: field('waiting.place', integer(1, 1_000_000), 'a place in the queue, 1 for the next'),
      agents: field('waiting.agents', count, 'how many agents are there'),
    },
    again: Math.min(longestAgain, Math.max(1, field('again', count, 'whole seconds'))),
  };
}
