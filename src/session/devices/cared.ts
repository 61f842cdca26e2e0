import type { Clock } from '../../ports/clock.js';
import type { Devices } from '../../ports/devices.js';
import type { OwnMedia } from '../own-media.js';
import type { SessionSnapshot } from '../snapshot.js';
import type { Store } from '../store.js';

/** What those who look after the devices of a session see of it. */
export interface Cared {
  readonly store: Store;
  readonly clock: Clock;
  readonly devices: () => Devices;
  readonly own: OwnMedia;
  /** What this side sends has changed: the far side has to know. */
  readonly mediaChanged: () => void;
  /** Of the line that the microphone is on; those of the whole connection take the page longer to read. */
  readonly audioStats: () => Promise<RTCStatsReport> | undefined;
}

/** Looks at each new snapshot. May change it, and is then called again before that returns. */
export type Look = (snapshot: SessionSnapshot) => void;
