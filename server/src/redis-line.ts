import { createClient } from '@redis/client';
import { roomScripts } from './redis-room-scripts.js';
import { type Script, scripts } from './redis-scripts.js';

/** Milliseconds until an attempt is given up: a frozen Redis takes connections and says nothing. */
export const openWithin = 2000;

// What is broken is broken for good: a new pair is made, so that none of the old one's commands comes late.
const connection = (url: string) =>
  createClient({
    url,
    RESP: 2,
    disableOfflineQueue: true,
    maintNotifications: 'disabled',
    // The link tells by its pulse when Redis is silent. A timer of its own for each command, five seconds long, was
    // most of what a newcomer cost.
    commandOptions: { timeout: 0 },
    socket: { connectTimeout: openWithin, reconnectStrategy: false },
  });

type Connection = ReturnType<typeof connection>;

/** What a script answers: a word, and what belongs to it. */
export type Answer = readonly [word: string, ...rest: readonly unknown[]];

/** One pair of connections to Redis, which end together: one asks, the other listens. */
export class Line {
  /** Rejects by why, as soon as either does not work any more. */
  readonly broken: Promise<never>;
  readonly #asks: Connection;
  readonly #listens: Connection;
  #isOver = false;
  #break: (why: unknown) => void = () => undefined;

  constructor(url: string) {
    this.broken = new Promise((_resolve, reject) => (this.#break = reject));
    this.broken.catch(() => undefined);
    this.#asks = connection(url);
    this.#listens = connection(url);
    for (const one of [this.#asks, this.#listens]) {
      // An error that nobody listens to would end the process.
      one.on('error', (error: unknown) => this.end(error));
    }
  }

  /** Rejects when it does not come about in time. Scripts come first: all that waits is asked by them. */
  async open(channels: readonly string[], hear: (message: string) => void): Promise<void> {
    const late = setTimeout(() => this.end(new Error('Redis does not answer.')), openWithin);
    try {
      await Promise.race([this.broken, this.#open(channels, hear)]);
    } finally {
      clearTimeout(late);
    }
  }

  /** Rejects when the line breaks, and then it may or may not have been run. */
  async run(script: Script, keys: readonly string[], args: readonly string[]): Promise<Answer> {
    try {
      const options = { keys: [...keys], arguments: [...args] };
      return (await this.#asks.evalSha(script.sha, options)) as unknown as Answer;
    } catch (error) {
      // A Redis that answers, but not to this, such as one that lost the scripts or is only a copy now.
      this.end(error);
      throw error;
    }
  }

  /** Lets what was asked be answered. */
  async close(): Promise<void> {
    if (!this.#isOver) await this.#asks.close();
    this.end(new Error('The line is closed.'));
  }

  end(why: unknown): void {
    this.#isOver = true;
    for (const one of [this.#asks, this.#listens]) one.destroy();
    this.#break(why);
  }

  async #open(channels: readonly string[], hear: (message: string) => void): Promise<void> {
    await Promise.all([this.#connect(this.#asks), this.#connect(this.#listens)]);
    const all = [...scripts, ...roomScripts];
    await Promise.all(all.map(({ text }) => this.#asks.scriptLoad(text)));
    await this.#listens.subscribe([...channels], hear);
  }

  /** What is ended while it connects does so all the same. */
  async #connect(one: Connection): Promise<void> {
    await one.connect();
    if (this.#isOver) one.destroy();
  }
}
