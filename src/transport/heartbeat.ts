/** How a path is watched, in milliseconds. */
interface Pace {
  readonly beat: number;
  readonly look: number;
  /** Nothing heard for this long: what is sent now would be sent in vain. */
  readonly stalled: number;
  /** Nothing heard for this long: the person has to know. */
  readonly silent: number;
}

// Sound comes every 20 ms, beats alone may get lost one by one.
const inCall: Pace = { beat: 200, look: 50, stalled: 450, silent: 1200 };
const beatsAlone = 900;
const inChat: Pace = { beat: 1000, look: 250, stalled: 2500, silent: 2500 };

export type Pulse = 'flows' | 'stalled' | 'silent';

export interface HeartbeatListener {
  beat(): void;
  /** Changes whenever sound has come in; undefined while there is none to go by. */
  sound(): number | undefined;
  changed(pulse: Pulse): void;
}

/** Tells a live path from a dead one; no event of WebRTC does that in time. */
export class Heartbeat {
  readonly #listener: HeartbeatListener;
  #pace = inChat;
  #timer: ReturnType<typeof setInterval>;
  #pulse: Pulse = 'flows';
  #heardAt = performance.now();
  #soundAt = -Infinity;
  #sound: number | undefined;
  #lookedAt = performance.now();
  #beatAt = 0;
  #excused = false;

  constructor(listener: HeartbeatListener) {
    this.#listener = listener;
    this.#timer = setInterval(() => this.#look(), this.#pace.look);
  }

  get pulse(): Pulse {
    return this.#pulse;
  }

  watch(closely: boolean): void {
    this.#pace = closely ? inCall : inChat;
    // The far side may beat slowly for one more way there and back.
    this.#heardAt = performance.now();
    clearInterval(this.#timer);
    this.#timer = setInterval(() => this.#look(), this.#pace.look);
    this.#look();
  }

  /** Anything that came counts. */
  heard(): void {
    this.#heardAt = performance.now();
    this.#become('flows');
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #look(): void {
    const now = performance.now();
    // This page itself stood still (sleep, throttling): what came meanwhile is yet to be seen.
    // Once: on a machine that is always late nothing would ever be seen.
    const late = !this.#excused && now - this.#lookedAt > 4 * this.#pace.look;
    this.#excused = late;
    this.#lookedAt = now;
    this.#listen(now);
    if (!late) this.#judge(now - this.#heardAt, now - this.#soundAt < 2 * this.#pace.silent);
    if (now - this.#beatAt < this.#pace.beat) return;
    this.#beatAt = now;
    this.#listener.beat();
  }

  #listen(now: number): void {
    const sound = this.#listener.sound();
    if (sound === this.#sound) return;
    this.#sound = sound;
    this.#soundAt = now;
    this.heard();
  }

  #judge(silence: number, hasSound: boolean): void {
    const { silent, stalled } = this.#pace;
    if (silence > silent) this.#become('silent');
    else if (silence > (hasSound ? stalled : Math.max(stalled, beatsAlone)))
      this.#become('stalled');
  }

  #become(pulse: Pulse): void {
    if (pulse === this.#pulse) return;
    this.#pulse = pulse;
    this.#listener.changed(pulse);
    // The far side learns at once whether it is heard.
    this.#beatAt = performance.now();
    this.#listener.beat();
  }
}
