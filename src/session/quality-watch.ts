import { stamp } from '../call/messages.js';
import { pathMeter } from '../media/quality.js';
import type { Clock } from '../ports/clock.js';
import type { Link } from '../ports/link.js';
import type { PathLevel, PathMeter } from '../ports/path.js';
import { HoldPicture, type PathNow, tryBitrate } from './hold-picture.js';
import type { OwnMedia } from './own-media.js';
import type { Store } from './store.js';

const second = 1000;
// Looks in a row of which a cut is an excuse.
const mostCuts = 3;

/** Looks at the path once a second in a call: levels for both sides, and whether it carries a picture. */
export class QualityWatch {
  readonly #store: Store;
  readonly #own: OwnMedia;
  readonly #clock: Clock;
  #meter: PathMeter | undefined;
  #hold: HoldPicture | undefined;
  /** What the far side says of how this side comes in there. */
  #said: PathLevel | undefined;
  #told: PathLevel | undefined;
  #stop: (() => void) | undefined;
  #lookedAt = 0;
  #cuts = 0;

  constructor(store: Store, own: OwnMedia, clock: Clock) {
    this.#store = store;
    this.#own = own;
    this.#clock = clock;
  }

  /** Once more is the same as once. */
  start(link: Link): void {
    if (!this.#stop) this.#wait(link);
  }

  /** The call is over. */
  stop(): void {
    this.#stop?.();
    this.#stop = this.#hold = undefined;
    this.#forget();
  }

  farSaid(level: PathLevel): void {
    if (this.#stop) this.#said = level;
  }

  #wait(link: Link): void {
    this.#stop = this.#clock.after(second, () => void this.#look(link));
  }

  async #look(link: Link): Promise<void> {
    const stop = this.#stop;
    const report = await link.stats();
    if (this.#stop !== stop) return; // the call ended meanwhile
    this.#wait(link);
    // On a broken path there is nothing to measure, and what is said gets lost.
    if (!report || this.#store.snapshot.call.phase !== 'active') {
      this.#forget();
      return;
    }
    if (!this.#meter) {
      this.#meter = pathMeter();
      // Sound comes before picture.
      void sendAs(link, 'audio', { priority: 'high', networkPriority: 'high' });
    }
    const reading = this.#meter.read(report, this.#wasCut(link));
    const arrives = this.#said ?? reading.sent;
    this.#show(arrives, reading.received);
    this.#tell(link, reading.received);
    this.#watchPicture(link, { ...reading, arrives });
  }

  /** One short cut is no poor network; the link says so itself when it lasts. Cut after cut is one. */
  #wasCut(link: Link): boolean {
    const since = this.#lookedAt;
    this.#lookedAt = performance.now();
    this.#cuts = link.unbrokenSince(since) ? 0 : this.#cuts + 1;
    return this.#cuts > 0 && this.#cuts <= mostCuts;
  }

  #show(own: PathLevel | undefined, far: PathLevel | undefined): void {
    const { snapshot } = this.#store;
    if (snapshot.own.network !== own) this.#store.setOwn({ network: own });
    if (snapshot.far.network !== far) this.#store.setFar({ network: far });
  }

  #tell(link: Link, level: PathLevel | undefined): void {
    if (!level || level === this.#told) return;
    this.#told = level;
    link.send(stamp({ type: 'quality', level }));
  }

  #forget(): void {
    this.#meter = this.#said = this.#told = undefined;
    this.#show(undefined, undefined);
  }

  #watchPicture(link: Link, path: PathNow): void {
    const [track] = this.#store.snapshot.own.picture?.getVideoTracks() ?? [];
    if (!track) {
      // The camera may have gone off in the middle of a try.
      if (this.#hold) limit(link, undefined);
      this.#hold = undefined;
      return;
    }
    this.#hold ??= new HoldPicture();
    switch (this.#hold.next(path)) {
      case 'hold':
        void link.setTrack('video', null);
        if (!this.#store.snapshot.own.held) this.#own.hold(true);
        return;
      case 'try':
        // Nobody hears of it before it has worked.
        limit(link, tryBitrate);
        void link.setTrack('video', track);
        return;
      case 'show':
        limit(link, undefined);
        this.#own.hold(false);
        return;
      case undefined:
        return;
    }
  }
}

const limit = (link: Link, maxBitrate: number | undefined): void =>
  void sendAs(link, 'video', { maxBitrate });

/** Changes how a line is sent; where a browser cannot do that, it goes on as before. */
async function sendAs(
  link: Link,
  line: 'audio' | 'video',
  change: {
    readonly [K in keyof RTCRtpEncodingParameters]?: RTCRtpEncodingParameters[K] | undefined;
  },
): Promise<void> {
  const sender = link.sender(line);
  const parameters = sender?.getParameters();
  if (!parameters) return;
  for (const encoding of parameters.encodings) Object.assign(encoding, change);
  try {
    await sender?.setParameters(parameters);
  } catch (error) {
    if (!(error instanceof DOMException || error instanceof TypeError)) throw error;
  }
}
