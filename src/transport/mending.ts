import type { Mend } from './gated-peer.js';
import type { SessionConnection } from './session-connection.js';

// Milliseconds between two tries.
const every = 4000;
// Between two Firefoxes, and before the first one: what they begin anew is over when no way is found in some seconds,
// and the connection with it, while the way they had is there again as soon as the network is.
const firefoxWaits = 8000;
// Both ends may see the break at the same moment: one offer is enough.
const pause = 1000;
// Tries that nobody answered: the far side has another connection, or none.
const tries = 4;

/** Firefox closes a connection whose ICE begins anew for the second time with no way found in between. */
const isFirefox = (description: RTCSessionDescription | null): boolean =>
  description?.sdp.includes('o=mozilla') === true;

export interface MendingHost {
  /** Which of the two sides makes the offers. */
  readonly offers: boolean;
  /** Says it over the server; false while there is no server to say it to. */
  say(mend: Omit<Mend, 'type' | 'connectionId'>): boolean;
  hopeless(): void;
}

/**
 * Looks for another way of a connection's packets when the one they had is broken (an ICE restart).
 * The connection stays: nothing that runs over it is lost, and nobody rings again.
 */
export class Mending {
  readonly #connection: SessionConnection;
  readonly #host: MendingHost;
  #timer: ReturnType<typeof setInterval> | undefined;
  /** Late answers to earlier offers lead nowhere. */
  #round = 0;
  #offeredAt = -Infinity;
  #unanswered = 0;
  /** Both ends have begun anew, and no way is found yet. */
  #begun = false;

  constructor(connection: SessionConnection, host: MendingHost) {
    this.#connection = connection;
    this.#host = host;
  }

  /** Until `stop()`. */
  begin(): void {
    this.stop();
    this.#tryAgain();
    if (!this.#isBetweenFirefoxes()) this.now();
  }

  /** A way is found: time for both to notice, before it is given up for yet another. */
  found(): void {
    if (this.#timer !== undefined) this.#tryAgain();
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#unanswered = 0;
    this.#begun = false;
  }

  /** Before it is known whether anything is broken. Firefox begins anew just once, and may need it for a break. */
  ahead(): void {
    const { localDescription, remoteDescription } = this.#connection.connection;
    const isAtIt = this.#timer !== undefined;
    if (isAtIt || isFirefox(localDescription) || isFirefox(remoteDescription)) return;
    this.#unanswered = 0;
    this.now();
  }

  now(): void {
    if (this.#unanswered >= tries || this.#beginsOnce()) return this.#host.hopeless();
    if (this.#host.offers) void this.#offer();
    else if (this.#host.say({ round: 0, sdp: undefined })) this.#unanswered += 1;
  }

  async heard({ round, sdp }: Mend): Promise<void> {
    const { offers } = this.#host;
    this.#unanswered = 0;
    if (!sdp) return offers && !this.#beginsOnce() ? this.#offer() : undefined;
    if (offers !== (sdp.type === 'answer') || (offers && round !== this.#round)) return;
    try {
      const answer = await this.#connection.takeAnew(sdp);
      if (answer) this.#host.say({ round, sdp: answer });
      this.#begun = true;
    } catch {
      // What is no description, or comes out of turn, leads nowhere; the next try is due anyway.
    }
  }

  #tryAgain(): void {
    clearInterval(this.#timer);
    const wait = this.#isBetweenFirefoxes() ? firefoxWaits : every;
    this.#timer = setInterval(() => this.now(), wait);
  }

  #isBetweenFirefoxes(): boolean {
    const { localDescription, remoteDescription } = this.#connection.connection;
    return isFirefox(localDescription) && isFirefox(remoteDescription);
  }

  #beginsOnce(): boolean {
    const { localDescription, remoteDescription } = this.#connection.connection;
    return this.#begun && (isFirefox(localDescription) || isFirefox(remoteDescription));
  }

  async #offer(): Promise<void> {
    const now = performance.now();
    if (now - this.#offeredAt < pause) return;
    this.#offeredAt = now;
    const round = (this.#round += 1);
    const sdp = await this.#connection.offerAnew().catch(() => undefined);
    if (sdp && this.#host.say({ round, sdp })) this.#unanswered += 1;
  }
}
