import type { Clock } from '../ports/clock.js';
import type { Party } from '../ports/link.js';

// Milliseconds. An unanswered dial is dialled again; once the far side is known to be away its
// knock is what brings the next dial, and the slow one is for a knock that was lost.
const dialWithin = 4000;
const dialAbsent = 15_000;
// Once the other end has answered, the networks may take their time to find a path.
const pathWithin = 15_000;
// Where there was a path it may be back at any moment, and Firefox asks the network less and less often:
// as many dials get no more time than an answer; as many more get twice as much, and so on.
const hastyDials = 5;
// A knock may meet a dial on its way; but the dial may also have gone to a page that is no more.
const dialYoung = 500;
// A far side that nobody has met yet has no such page: its knock and the dial were sent at once, over a slow server.
const firstDialYoung = 3000;

export interface ReachingHost {
  readonly party: Party;
  /** Whether the link is to be opened: it is not open, and nobody closed it. */
  wanted(): boolean;
  /** Whether it was open before. */
  lost(): boolean;
  /** Whether the server is there to dial over. */
  registered(): boolean;
  /** Whether the far side has answered the dial at hand. */
  answered(): boolean;
  dial(): void;
  /** Asks the far side to dial. */
  knock(): void;
  /** Lets go of the dial at hand. */
  giveUp(): void;
  /** Both ends answer, and their networks find no path between them. */
  noPath(): void;
}

/** When to dial or to knock, and when to do it again, until the link is open. */
export class Reaching {
  readonly #host: ReachingHost;
  readonly #clock: Clock;
  #callOff = (): void => undefined;
  #far: 'unknown' | 'absent' = 'unknown';
  #adoptedAt = -Infinity;
  #pausedUntil = -Infinity;
  /** Dials since the link was open. */
  #dials = 0;
  /** Since when the far side answers without a path being found. */
  #answeredAt: number | undefined;

  constructor(host: ReachingHost, clock: Clock) {
    this.#host = host;
    this.#clock = clock;
  }

  get farAbsent(): boolean {
    return this.#far === 'absent';
  }

  /** Dials or knocks, and again until the link is open. */
  now(): void {
    this.#callOff();
    if (!this.#host.wanted()) return;
    const paused = this.#pausedUntil - this.#clock.now();
    this.#in(paused > 0 ? paused : this.farAbsent ? dialAbsent : dialWithin);
    if (paused > 0 || !this.#host.registered() || this.#findingPath()) return;
    if (this.#host.party === 'agent') return this.#host.knock();
    this.#dials += 1;
    this.#host.dial();
  }

  /** A connection was dialled, here or there. */
  adopted(): void {
    this.#adoptedAt = this.#clock.now();
  }

  /** The link is open. */
  done(): void {
    this.stop();
    this.#far = 'unknown';
    this.#dials = 0;
    this.#answeredAt = undefined;
  }

  /** The far side is there and asks to be dialled. */
  knocked(): void {
    const young = this.farAbsent || this.#host.lost() ? dialYoung : firstDialYoung;
    this.#far = 'unknown';
    if (this.#host.party !== 'visitor') return;
    const hadAnswer = this.#host.answered();
    this.#in(Math.max(0, this.#adoptedAt + young - this.#clock.now()), () => {
      // Who knocks has no connection: one that is still on its way leads to a page that is gone. Unless the knock met
      // the dial: then it is answered after it.
      if (this.#host.wanted() && this.#host.answered() === hadAnswer) {
        this.#findingPath();
        this.#host.giveUp();
      }
      this.now();
    });
  }

  /** Nobody is registered under the far side's name. */
  absent(): void {
    this.#far = 'absent';
    this.#answeredAt = undefined;
    this.#in(dialAbsent);
  }

  /** Neither dials nor knocks for so many milliseconds. */
  pause(milliseconds: number): void {
    this.#pausedUntil = this.#clock.now() + milliseconds;
  }

  stop(): void {
    this.#callOff();
  }

  #in(milliseconds: number, task = (): void => this.now()): void {
    this.#callOff();
    this.#callOff = this.#clock.after(milliseconds, task);
  }

  /** Both ends agree and no path is there yet: dialling anew would only start over. */
  #findingPath(): boolean {
    if (!this.#host.answered()) return false;
    const now = this.#clock.now();
    this.#answeredAt ??= this.#adoptedAt;
    // Counted over all dials since: either end may be the first to begin anew.
    if (now - this.#answeredAt >= pathWithin) this.#host.noPath();
    return now - this.#adoptedAt < this.#patience;
  }

  get #patience(): number {
    if (!this.#host.lost() || this.#host.party === 'agent') return pathWithin;
    return Math.min(pathWithin, dialWithin * (1 + Math.floor(this.#dials / hastyDials)));
  }
}
