import { setTimeout as later } from 'node:timers/promises';
import { type Answer, Line, openWithin } from './redis-line.js';
import { channelOf, pulse, type Script } from './redis-scripts.js';

// Milliseconds. A frozen Redis, or a network that swallows all, shows by nothing but silence.
const pulseEvery = 500;
const silentAfter = 1500;
const deadAfter = 3000;
const pauseAtMost = 1000;

/** Who is told of what the link hears, and of how it is. */
export interface Listener {
  /** Redis is there, and may have forgotten everything. */
  up(): void;
  heard(words: readonly string[], rest: string): void;
  down(why: unknown): void;
}

/** The way to Redis: made anew, as soon as it can be, whenever it breaks. */
export class Link {
  readonly #url: string;
  readonly #channels: readonly [own: string, all: string];
  readonly #listener: Listener;
  readonly #beating = setInterval(() => this.#beat(), pulseEvery).unref();
  readonly #closing = new AbortController();
  /** The one that is being opened, or is open. */
  #attempt: Line | undefined;
  #line: Line | undefined;
  /** The last pulse that was heard: when by this machine's clock, and when by Redis'. */
  #heardAt = -Infinity;
  #redisTime = 0;
  #onPulse: () => void = () => undefined;

  /** `all`: the channel that all nodes hear. */
  constructor(url: string, node: string, all: string, listener: Listener) {
    this.#url = url;
    this.#channels = [channelOf(node), all];
    this.#listener = listener;
    void this.#stay();
  }

  /** What is asked now reaches Redis, unless it has just stopped to answer. */
  get isUp(): boolean {
    return this.#line !== undefined;
  }

  /** It has answered lately. */
  get isAlive(): boolean {
    return this.isUp && performance.now() - this.#heardAt < silentAfter;
  }

  /**
   * Until when, by Redis' clock, it may run what is asked now. A line is given up later than that after its last
   * pulse: what was asked by a silent one is never run after it has been asked again by the next.
   */
  get inTime(): string {
    return String(this.#redisTime + deadAfter * 1000);
  }

  /** Rejects when the link breaks before the answer, or is not up. */
  async run(script: Script, keys: readonly string[], args: readonly string[]): Promise<Answer> {
    const line = this.#line;
    if (!line) throw new Error('Redis is away.');
    const answer = await line.run(script, keys, args);
    if (answer[0] !== 'late') return answer;
    const late = new Error('Redis was frozen, or its clock was set.');
    line.end(late);
    throw late;
  }

  /** What was asked is still answered, if that does not take long. */
  async close(): Promise<void> {
    clearInterval(this.#beating);
    this.#closing.abort();
    const line = this.#line;
    this.#line = undefined;
    if (line) await Promise.race([line.close(), later(pauseAtMost, undefined, { ref: false })]);
    this.#attempt?.end(new Error('The link is closed.'));
  }

  async #stay(): Promise<void> {
    const { signal } = this.#closing;
    for (let tries = 0; !signal.aborted; tries += 1) {
      const line = (this.#attempt = new Line(this.#url));
      let why: unknown;
      try {
        await this.#open(line);
        tries = 0;
        await line.broken;
      } catch (error) {
        why = error;
      }
      line.end(why);
      this.#line = undefined;
      await this.#isDown(why, tries);
    }
  }

  async #isDown(why: unknown, tries: number): Promise<void> {
    const { signal } = this.#closing;
    if (signal.aborted) return;
    this.#listener.down(why);
    const pause = Math.min(pauseAtMost, 50 * 2 ** tries);
    await later(pause, undefined, { signal, ref: false }).catch(() => undefined);
  }

  async #open(line: Line): Promise<void> {
    await line.open(this.#channels, (message) => this.#hear(message));
    const beat = new Promise<void>((resolve) => (this.#onPulse = resolve));
    const late = setTimeout(() => line.end(new Error('Redis is not heard.')), openWithin);
    try {
      await line.run(pulse, [], [this.#channels[0]]);
      await Promise.race([beat, line.broken]);
    } finally {
      clearTimeout(late);
    }
    if (this.#closing.signal.aborted) return;
    this.#line = line;
    this.#listener.up();
  }

  #hear(message: string): void {
    const [kind = '', ...words] = message.split('\n', 4);
    if (kind === 'P') {
      this.#heardAt = performance.now();
      this.#redisTime = Number(words[0]);
      return this.#onPulse();
    }
    const head = [kind, ...words];
    this.#listener.heard(head, message.slice(head.join('\n').length + 1));
  }

  #beat(): void {
    const line = this.#line;
    if (!line) return;
    const isDead = () => performance.now() - this.#heardAt > deadAfter;
    if (isDead()) {
      // It may be this process that was frozen: what has come meanwhile is read first.
      setImmediate(() => {
        if (isDead()) line.end(new Error('Redis does not answer any more.'));
      });
    }
    line.run(pulse, [], [this.#channels[0]]).catch(() => undefined);
  }
}
