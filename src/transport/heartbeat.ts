/** How a connection's heart is watched, in milliseconds. */
const every = 1000;
const silentAfter = 2500;
const deadAfter = 8000;

export interface HeartbeatListener {
  beat(): void;
  /** Nothing was heard for a while: the path is broken, perhaps only for now. */
  silent(): void;
  heardAgain(): void;
  /** Silent for so long that a new connection is the better way back. */
  dead(): void;
}

/** Tells a live path from a dead one; no event of WebRTC does that in time. */
export class Heartbeat {
  readonly #listener: HeartbeatListener;
  readonly #timer: ReturnType<typeof setInterval>;
  #heardAt = performance.now();
  #tickedAt = performance.now();
  #silent = false;

  constructor(listener: HeartbeatListener) {
    this.#listener = listener;
    this.#timer = setInterval(() => this.#tick(), every);
  }

  /** Any frame counts. */
  heard(): void {
    this.#heardAt = performance.now();
    if (!this.#silent) return;
    this.#silent = false;
    this.#listener.heardAgain();
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #tick(): void {
    const now = performance.now();
    // This page itself stood still (sleep, throttling): its silence says nothing of the path.
    if (now - this.#tickedAt > silentAfter) this.#heardAt = now;
    this.#tickedAt = now;
    this.#listener.beat();
    const silence = now - this.#heardAt;
    if (silence > deadAfter) this.#listener.dead();
    else if (silence > silentAfter && !this.#silent) {
      this.#silent = true;
      this.#listener.silent();
    }
  }
}
