import { mediaDevices } from '../media/media-devices.js';
import type { Clock } from '../ports/clock.js';
import type { Devices } from '../ports/devices.js';
import { openPeerLink } from '../transport/peer-link.js';
import { LiveSession } from './live-session.js';
import type { OwnedSession } from './session.js';

const clock: Clock = {
  now: () => Date.now(),
  after: (ms, task) => {
    const timer = setTimeout(task, ms);
    return () => clearTimeout(timer);
  },
};

/** A real session over PeerJS. Opens nothing until it is configured with a far side. */
export function openSession(devices?: () => Devices | undefined): OwnedSession {
  const own = mediaDevices();
  return new LiveSession({
    openLink: openPeerLink,
    clock,
    devices: () => devices?.() ?? own,
    newId: () => crypto.randomUUID(),
    base: () => document.baseURI,
  });
}
