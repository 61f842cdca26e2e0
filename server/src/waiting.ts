/** What one sender may have waiting for others who are not there. */
export interface Patience {
  /** Milliseconds that a message waits. */
  readonly within: number;
  readonly messages: number;
  readonly bytes: number;
}

interface Waiting {
  readonly to: string;
  readonly message: string;
  readonly since: number;
}

// What is sent in one go, such as an offer and its candidates, expires in one: within this share of the time.
const inOneGo = 0.2;

/**
 * One sender's messages to those who are not there, oldest first. They expire at the sender's end, so that
 * it is told once, wherever they wait.
 */
export class Outbox {
  readonly #patience: Patience;
  readonly #expired: (to: string, messages: readonly string[]) => void;
  #letters: Waiting[] = [];
  #bytes = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(patience: Patience, expired: (to: string, messages: readonly string[]) => void) {
    this.#patience = patience;
    this.#expired = expired;
  }

  get size(): number {
    return this.#letters.length;
  }

  /** False when there is no room for it. */
  add(to: string, message: string): boolean {
    const { messages, bytes } = this.#patience;
    if (this.size >= messages || this.#bytes + message.length > bytes) return false;
    this.#letters.push({ to, message, since: performance.now() });
    this.#bytes += message.length;
    this.#timer ??= this.#after(this.#patience.within);
    return true;
  }

  /** They have come: their messages, which wait no longer. */
  take(to: string): string[] {
    return this.#remove((letter) => letter.to === to).map(({ message }) => message);
  }

  /** One of them has come to somebody after all. */
  arrived(to: string, message: string): void {
    const index = this.#letters.findIndex((one) => one.to === to && one.message === message);
    if (index < 0) return;
    this.#letters.splice(index, 1);
    this.#bytes -= message.length;
  }

  clear(): void {
    this.#remove(() => true);
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #expire(): void {
    this.#timer = undefined;
    const sentBefore = performance.now() - this.#patience.within * (1 - inOneGo);
    const expired = this.#remove(({ since }) => since < sentBefore);
    for (const to of new Set(expired.map((letter) => letter.to))) {
      this.#expired(
        to,
        expired.filter((letter) => letter.to === to).map(({ message }) => message),
      );
    }
    const [next] = this.#letters;
    if (next) this.#timer = this.#after(next.since + this.#patience.within - performance.now());
  }

  #remove(which: (letter: Waiting) => boolean): Waiting[] {
    const gone = this.#letters.filter(which);
    this.#letters = this.#letters.filter((letter) => !which(letter));
    for (const { message } of gone) this.#bytes -= message.length;
    return gone;
  }

  #after(milliseconds: number): NodeJS.Timeout {
    return setTimeout(() => this.#expire(), milliseconds);
  }
}
