import { mediaDevices } from '../media/media-devices.js';
import type { Clock } from '../ports/clock.js';
import { openPeerLink } from '../transport/peer-link.js';
import { checkPage } from './page-check.js';
import { takeSeat } from './seat.js';
import type { OpenSession, SessionOwner } from './session.js';
import type { Store } from './store.js';
import { TicketedSession } from './ticketed-session.js';

const clock: Clock = {
  now: () => Date.now(),
  after: (ms, task) => {
    const timer = setTimeout(task, ms);
    return () => clearTimeout(timer);
  },
};

/** 128 random bits; `crypto.randomUUID` is missing on insecure pages, where a call must fail in words. */
const newId = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');

/** A real session over PeerJS. Opens nothing until it is configured with a far side. */
export function openSession(owner: SessionOwner, store: Store): OpenSession {
  const own = mediaDevices();
  return new TicketedSession(
    {
      openLink: (config, listener) => {
        checkPage(config);
        return openPeerLink(config, listener);
      },
      takeSeat,
      clock,
      devices: () => owner.devices ?? own,
      owner,
      newId,
      base: () => document.baseURI,
    },
    store,
  );
}
