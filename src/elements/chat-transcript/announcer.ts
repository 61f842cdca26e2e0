import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Localize } from '../../i18n/localize.js';
import type { Item } from '../../session/conversation.js';

// Milliseconds between two announcements: a screen reader would fall behind, or say nothing else.
const gap = 2000;
// Characters of a message that are told; the rest is there to be read.
const longest = 300;

/** What is told of these messages, of which this is the last. */
export function inOneBreath({ body }: Item, count: number, far: string, words: Localize): string {
  if (count > 1) return words.term('newMessagesFrom', count, far);
  if (body.type === 'text') return words.term('says', far, body.text.slice(0, longest));
  return words.term('says', far, body.type === 'file' ? body.name : words.term('messageUnknown'));
}

/** Batches what a screen reader is told of new messages. */
export class Announcer implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #inWords: (last: Item, count: number) => string;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #next = 0;
  #count = 0;
  #last: Item | undefined;
  /** Goes into a live region; with the number as its key, or the same words would be said only once. */
  said = '';
  number = 0;

  constructor(host: ReactiveControllerHost, inWords: (last: Item, count: number) => string) {
    this.#host = host;
    this.#inWords = inWords;
    host.addController(this);
  }

  add(items: readonly Item[]): void {
    const last = items.at(-1);
    if (!last) return;
    this.#last = last;
    this.#count += items.length;
    this.#timer ??= setTimeout(() => this.#say(), Math.max(0, this.#next - performance.now()));
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#timer = this.#last = undefined;
    this.#count = 0;
  }

  #say(): void {
    this.#timer = undefined;
    if (!this.#last) return;
    this.said = this.#inWords(this.#last, this.#count);
    this.number += 1;
    this.#count = 0;
    this.#last = undefined;
    this.#next = performance.now() + gap;
    this.#host.requestUpdate();
  }
}
