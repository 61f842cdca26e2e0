import { BareCall } from './bare-call.js';
import { count, room } from './query.js';
import { Relay } from './relay.js';

declare global {
  interface Window {
    /** As many as the page's `?count=` says. */
    bare: readonly BareCall[];
  }
}

window.bare = Array.from(
  { length: count },
  (_, index) => new BareCall(new Relay(`${room}-${index}`)),
);
