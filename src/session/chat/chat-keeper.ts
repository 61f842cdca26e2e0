import { type ChatRecord, readRecords } from '../../chat/record.js';
import type { ChatStore } from '../chat-store.js';
import { warnOnce } from '../warn-once.js';

/** A store that may fail: the chat goes on without it, and `failed` is told once. */
export class ChatKeeper {
  readonly #store: ChatStore;
  readonly #failed: () => void;
  #forgetful = false;

  constructor(store: ChatStore, failed: () => void) {
    this.#store = store;
    this.#failed = failed;
  }

  /** What was kept and can be read; nothing when the store fails. */
  async load(): Promise<readonly ChatRecord[]> {
    try {
      return readRecords(await this.#store.load());
    } catch (error) {
      this.#tell(error);
      return [];
    }
  }

  put(record: ChatRecord): void {
    this.#try(() => this.#store.put(record));
  }

  remove(key: string): void {
    this.#try(() => this.#store.remove(key));
  }

  clear(): void {
    this.#try(() => this.#store.clear());
  }

  /** Nothing is kept from now on, whatever still happens. */
  forget(): void {
    this.clear();
    this.#forgetful = true;
  }

  /** At once when the store answers at once: what is kept has to be there before it is sent. */
  #try(act: () => unknown): void {
    if (this.#forgetful) return;
    try {
      Promise.resolve(act()).catch((error: unknown) => this.#tell(error));
    } catch (error) {
      this.#tell(error);
    }
  }

  #tell(error: unknown): void {
    warnOnce(`The conversation cannot be kept over a reload: ${String(error)}`);
    this.#failed();
  }
}
