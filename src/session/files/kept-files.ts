import type { ChatStore } from '../chat-store.js';

const name = 'visavis-files';
const files = 'files';
const byAge = 'at';
/** Milliseconds that a file is kept at most; a chat that ends takes its files with it sooner. */
const keptFor = 24 * 60 * 60 * 1000;

interface Kept {
  readonly blob: Blob;
  readonly at: number;
}

type FileKeep = Required<Pick<ChatStore, 'putFile' | 'loadFile'>>;

/** Keeps a chat's files over a reload, in IndexedDB. All of it rejects where the browser keeps nothing. */
export class KeptFiles implements FileKeep {
  readonly #chat: string;
  readonly #now: () => number;
  #opened: Promise<IDBDatabase> | undefined;

  /** `chat`: names the chat; two of one name share their files. */
  constructor(chat: string, now: () => number = Date.now) {
    this.#chat = chat;
    this.#now = now;
  }

  async putFile(file: string, blob: Blob): Promise<void> {
    const kept: Kept = { blob, at: this.#now() };
    await this.#do('readwrite', (store) => store.put(kept, [this.#chat, file]));
  }

  async loadFile(file: string): Promise<Blob | undefined> {
    const kept = await this.#do(
      'readonly',
      (store) => store.get([this.#chat, file]) as IDBRequest<Kept | undefined>,
    );
    return kept?.blob;
  }

  async clear(): Promise<void> {
    // An array sorts after every string: all keys of this chat.
    const all = IDBKeyRange.bound([this.#chat], [this.#chat, []]);
    await this.#do('readwrite', (store) => store.delete(all));
  }

  /** Lets go of the database; the next use opens it again. */
  close(): void {
    void this.#opened?.then((database) => database.close()).catch(() => undefined);
    this.#opened = undefined;
  }

  async #do<T>(
    mode: IDBTransactionMode,
    ask: (store: IDBObjectStore) => IDBRequest<T>,
  ): Promise<T> {
    const database = await (this.#opened ??= this.#open());
    const transaction = database.transaction(files, mode);
    const request = ask(transaction.objectStore(files));
    // Only the end of the transaction says that it is on the disk: a full disk shows there.
    await ended(transaction);
    return request.result;
  }

  async #open(): Promise<IDBDatabase> {
    try {
      const database = await open();
      const forget = (): void => {
        this.#opened = undefined;
      };
      // Another page brings a newer version, or the browser cleared its data.
      database.onversionchange = () => {
        database.close();
        forget();
      };
      database.onclose = forget;
      await this.#expire(database);
      return database;
    } catch (error) {
      this.#opened = undefined;
      throw error;
    }
  }

  /** Of every chat: one whose page never came back has nobody else to do it. */
  async #expire(database: IDBDatabase): Promise<void> {
    const transaction = database.transaction(files, 'readwrite');
    const old = IDBKeyRange.upperBound(this.#now() - keptFor);
    const search = transaction.objectStore(files).index(byAge).openCursor(old);
    search.onsuccess = () => {
      search.result?.delete();
      search.result?.continue();
    };
    await ended(transaction);
  }
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () =>
      request.result.createObjectStore(files).createIndex(byAge, byAge);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(failed(request.error));
    request.onblocked = () => reject(failed(null));
  });
}

function ended(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = transaction.onerror = () => reject(failed(transaction.error));
  });
}

const failed = (cause: DOMException | null): Error =>
  new Error(`This browser does not keep files: ${cause?.message ?? 'its database is blocked.'}`, {
    cause,
  });
