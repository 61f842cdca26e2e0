import { LiveReader, LiveWriter } from '../../chat/live-text.js';
import type { LiveMessage } from '../../chat/messages.js';
import type { LiveText } from '../conversation.js';

/** Real-time text, both ways: each letter as it is typed, for those who ask for it. */
export class LiveTyping {
  readonly #tell: (message: LiveMessage) => void;
  readonly #writer: LiveWriter;
  readonly #reader = new LiveReader();
  /** What the far side is typing. */
  far: LiveText | undefined;

  constructor(newId: () => string, tell: (message: LiveMessage) => void) {
    this.#writer = new LiveWriter(() => newId().slice(0, 16));
    this.#tell = tell;
  }

  /** `live` off takes away at the far side what it has seen. */
  wrote(draft: string, live: boolean): void {
    this.#say(this.#writer.changed(live ? draft : ''));
    if (!live || draft === '') this.#writer.done();
  }

  /** What was being typed is a message now. */
  sent(): void {
    this.#writer.done();
  }

  /** What was on the way may be lost: all of it again. */
  opened(): void {
    this.#say(this.#writer.whole());
  }

  heard(message: LiveMessage): void {
    this.far = this.#reader.heard(message);
  }

  /** The far side's path broke in mid-sentence: what it has seen stays, marked. */
  lost(): void {
    this.far = this.#reader.lost();
  }

  /** The far side has sent what it was typing. */
  said(): void {
    this.#reader.clear();
    this.far = undefined;
  }

  #say(message: LiveMessage | undefined): void {
    if (message) this.#tell(message);
  }
}
