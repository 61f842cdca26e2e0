import type { FileBody } from '../../chat/entry.js';
import type { FileChannel } from '../../ports/link.js';
import { FileSender } from './file-sender.js';
import { type FileMessage, type FileStage, keep, kept } from './file-stage.js';
import type { FileStates } from './file-states.js';
import { safeBlob } from './safe-blob.js';

/** Names of files that the far side has, remembered for entries that are read later. */
const mostGot = 1000;

interface Own {
  /** May still be read from the store. */
  readonly blob: Promise<Blob | undefined>;
  /** The far side gets its bytes from here, not from a host. */
  readonly shared: boolean;
}

/** The files that this side offers. Their bytes go to the far side when it asks for them, and only theirs. */
export class OwnFiles {
  readonly #stage: FileStage;
  readonly #states: FileStates;
  readonly #say: (message: FileMessage) => void;
  readonly #sender: FileSender;
  readonly #files = new Map<string, Own>();
  readonly #got = new Set<string>();
  #channel: FileChannel | undefined;

  constructor(stage: FileStage, states: FileStates, say: (message: FileMessage) => void) {
    this.#stage = stage;
    this.#states = states;
    this.#say = say;
    this.#sender = new FileSender({
      sent: (file, offset) => states.moved(file, offset),
      unreadable: (file) => this.#lost(file),
    });
  }

  has(file: string): boolean {
    return this.#files.has(file);
  }

  offer(bytes: Blob, file: string): void {
    this.#files.set(file, { blob: Promise.resolve(bytes), shared: true });
    this.#states.set(file, { is: 'waiting' });
    void this.#show(file, bytes);
    void keep(this.#stage, file, bytes);
  }

  /** A host stores it. */
  uploaded(bytes: Blob, file: string): void {
    this.#files.set(file, { blob: Promise.resolve(bytes), shared: false });
    void this.#show(file, bytes);
  }

  async restore({ file, size, url }: FileBody): Promise<void> {
    const blob = kept(this.#stage, file, size);
    this.#files.set(file, { blob, shared: url === undefined });
    const there = url !== undefined || this.#got.has(file);
    this.#states.set(file, there ? { is: 'done', moved: size } : { is: 'waiting' });
    const found = await blob;
    if (found) await this.#show(file, found);
    else if (this.#states.of(file) === 'waiting') this.#gone(file);
  }

  use(channel: FileChannel | undefined): void {
    this.#channel = channel;
    this.#sender.use(channel);
  }

  /** The far side wants a file from `offset` on. What it was not offered is not here. */
  async asked(file: string, offset: number): Promise<void> {
    const channel = this.#channel;
    const own = this.#files.get(file);
    const blob = own?.shared ? await own.blob : undefined;
    if (channel !== this.#channel) return;
    if (!blob || offset >= blob.size || this.#states.of(file) === 'stopped') {
      this.#say({ type: 'gone', file });
      return;
    }
    this.#sender.send(file, blob, offset);
  }

  arrived(file: string): void {
    if (this.#got.size < mostGot) this.#got.add(file);
    const own = this.#files.get(file);
    if (!own?.shared) return;
    this.#sender.stop(file);
    if (this.#states.of(file) !== 'done') this.#states.set(file, { is: 'done' });
  }

  stop(file: string): void {
    this.#sender.stop(file);
  }

  /** Its bytes, to offer them anew; undefined, and shown as gone, where they are no longer here. */
  async bytesOf(file: string): Promise<Blob | undefined> {
    const bytes = await this.#files.get(file)?.blob;
    if (!bytes && this.has(file)) this.#gone(file);
    return bytes;
  }

  close(): void {
    this.use(undefined);
    this.#files.clear();
  }

  #lost(file: string): void {
    this.#files.set(file, { blob: Promise.resolve(undefined), shared: false });
    this.#gone(file);
    this.#say({ type: 'gone', file });
  }

  #gone(file: string): void {
    this.#states.set(file, { is: 'failed', failure: 'gone' });
  }

  async #show(file: string, bytes: Blob): Promise<void> {
    try {
      const safe = await safeBlob(bytes);
      if (this.#files.has(file)) this.#states.set(file, safe);
    } catch {
      // It cannot be read: told when somebody asks for it.
    }
  }
}
