import type { Clock } from '../ports/clock.js';
import type { Devices } from '../ports/devices.js';
import type { OpenLink } from '../ports/link.js';
import type { TakeSeat } from './seat.js';
import type { SessionOwner } from './session.js';

/** All that a session needs from outside. */
export interface SessionPorts {
  readonly openLink: OpenLink;
  /** Missing: other pages may sit for the same id. */
  readonly takeSeat?: TakeSeat;
  readonly clock: Clock;
  /** Asked for each time: a host may change it between calls. */
  readonly devices: () => Devices;
  /** Missing: nobody hears of the conversation, and the tab keeps it. */
  readonly owner?: SessionOwner;
  /** A new id that nobody guesses. */
  readonly newId: () => string;
  /** The page's address, to resolve a relative `server` against. */
  readonly base: () => string;
}
