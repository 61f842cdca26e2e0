import type { Party, Place } from './shape.js';

/** A client's socket, as presence sees it. None of these may throw. */
export interface Holder {
  /** The place is yours; what waited for you comes with it, in order. Called before any `deliver()`. */
  opened(waiting: readonly string[]): void;
  deliver(message: string): void;
  /** Somebody with a valid ticket has taken the place. */
  replaced(): void;
  /** The session is over; `others` are the ids that were in it. */
  ended(others: readonly string[]): void;
}

/** Whom a place is for. */
export interface Seat extends Place {
  readonly party: Party;
}

export type Routed = 'delivered' | 'waiting' | 'dropped';

/**
 * Who is where, on this node and all others. A place has one holder at any time, on all nodes together.
 * Every promise may take long or be rejected, except where it says otherwise: an engine may be out of reach.
 */
export interface Presence {
  /**
   * Gives the place to the holder, whoever had it before: a valid ticket always wins. Resolved after
   * `holder.opened()`; rejected with a Refusal when the session has ended or the id is the other party's.
   */
  claim(seat: Seat, holder: Holder): Promise<void>;
  /**
   * Takes a message to the holder of `to` in the same session. For one that is not there it waits
   * a few seconds; then the sender is delivered EXPIRE, once for all that it sent in one go.
   */
  route(from: Place, to: string, message: string): Promise<Routed>;
  /** The holder's socket has closed, or closes; somebody else's place stays as it is. */
  leave(place: Place, holder: Holder): Promise<void>;
  /** Ends a session on all nodes; its tickets are refused from now on for as long as the longest lives. */
  endSession(sid: string): Promise<void>;
  /** Whether this node's holder has it just now. */
  holds(place: Place): boolean;
  /** Whether newcomers can be let in just now; for the load balancer. */
  readonly ready: boolean;
  /** Messages that wait on this node, for the metrics. */
  readonly waiting: number;
  close(): Promise<void>;
}
