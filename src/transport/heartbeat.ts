/** How a path is watched, in milliseconds. */
interface Pace {
  readonly beat: number;
  /** No beat for this long: one is overdue, and the sound is asked for. */
  readonly listen: number;
  /** From then on, between two looks. */
  readonly look: number;
  /** Nothing heard for this long: what is sent now would be sent in vain. */
  readonly stalled: number;
  /** Nothing heard for this long: the person has to know. */
  readonly silent: number;
}

// Sound comes every 20 ms, beats alone may get lost one by one.
const inCall: Pace = { beat: 400, listen: 430, look: 50, stalled: 520, silent: 1200 };
const beatsAlone = 900;
const inChat: Pace = { beat: 1000, listen: 1250, look: 250, stalled: 2500, silent: 2500 };

export type Pulse = 'flows' | 'stalled' | 'silent';

export interface HeartbeatListener {
  beat(): void;
  /**
   * When sound last came in, on the clock of `performance.now()`, or any number that is another one when more has come;
   * undefined while there is none to go by.
   */
  sound(): Promise<number | undefined>;
  changed(pulse: Pulse): void;
}

/** Tells a live path from a dead one; no event of WebRTC does that in time. */
export class Heartbeat {
  readonly #listener: HeartbeatListener;
  #pace = inChat;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #pulse: Pulse = 'flows';
  #heardAt = performance.now();
  #soundAt = -Infinity;
  #sound: number | undefined;
  #listens = false;
  #isAsking = false;
  #dueAt = 0;
  #beatAt = 0;
  #excused = false;

  constructor(listener: HeartbeatListener) {
    this.#listener = listener;
    this.#wait();
  }

  get pulse(): Pulse {
    return this.#pulse;
  }

  watch(closely: boolean): void {
    this.#pace = closely ? inCall : inChat;
    // The far side may beat slowly for one more way there and back.
    this.#dueAt = this.#heardAt = performance.now();
    this.#look();
  }

  /** Anything that came counts. */
  heard(): void {
    this.#heardAt = performance.now();
    this.#become('flows');
  }

  stop(): void {
    this.#listens = false;
    clearTimeout(this.#timer);
  }

  #wait(): void {
    const { beat, listen, look } = this.#pace;
    const now = performance.now();
    const due = Math.min(this.#beatAt + beat, this.#heardAt + listen);
    const wait = this.#listens ? look : Math.max(due - now, 0);
    this.#dueAt = now + wait;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#look(), wait);
  }

  #look(): void {
    const { beat, listen, look, silent } = this.#pace;
    const now = performance.now();
    // This page itself stood still (sleep, throttling): what came meanwhile is yet to be seen.
    // Once: on a machine that is always late nothing would ever be seen.
    const late = !this.#excused && now - this.#dueAt > 3 * look;
    this.#excused = late;
    const again = this.#listens;
    // The clock is rounded: a timer may seem to come early.
    this.#listens = now + 1 - this.#heardAt >= listen;
    const beats = now + 1 >= this.#beatAt + beat;
    if (beats) this.#beatAt = now;
    // Before all that may lead to a stop.
    this.#wait();
    // An answer takes work of the browser: no more of them than there is need.
    if (this.#listens) void this.#listen(again);
    if (!late) this.#judge(now - this.#heardAt, now - this.#soundAt < 2 * silent);
    if (beats) this.#listener.beat();
  }

  async #listen(again: boolean): Promise<void> {
    if (this.#isAsking) return;
    this.#isAsking = true;
    const sound = await this.#listener.sound();
    this.#isAsking = false;
    const now = performance.now();
    if (!this.#listens || sound === undefined || sound === this.#sound) return;
    this.#sound = sound;
    // From one look to the next it came just now, whatever its clock says.
    this.#soundAt = again ? now : Math.min(now, sound);
    if (this.#soundAt <= this.#heardAt) return;
    this.#heardAt = this.#soundAt;
    if (now - this.#heardAt <= this.#pace.stalled) this.#become('flows');
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
