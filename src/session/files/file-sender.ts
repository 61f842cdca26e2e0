import { chunkSize, fileFrame } from '../../chat/file-frames.js';
import type { FileChannel } from '../../ports/link.js';

// Bytes. Enough that the channel does not run dry; with 2 MB in it a message takes 300 ms instead of 2
// (bench/files.mjs).
const refillBelow = 32 * 1024;
const fillTo = 128 * 1024;
const readAtOnce = 4 * chunkSize;

export interface SenderListener {
  /** All before this offset is on its way. */
  sent(file: string, offset: number): void;
  /** The bytes cannot be read any more: the file was moved or changed on the disk. */
  unreadable(file: string): void;
}

interface Sending {
  readonly file: string;
  readonly blob: Blob;
  at: number;
}

/**
 * Puts files on a connection's channel as fast as it takes them and no faster, reading a slice at a time.
 * Several take turns, so that a picture does not wait behind a film.
 */
export class FileSender {
  readonly #listener: SenderListener;
  #channel: FileChannel | undefined;
  #queue: Sending[] = [];
  #running = false;
  #wake: () => void = () => undefined;

  constructor(listener: SenderListener) {
    this.#listener = listener;
  }

  /** Another connection: nothing is sent on it before it is asked for there. */
  use(channel: FileChannel | undefined): void {
    this.#channel = channel;
    this.#queue = [];
    if (channel) channel.bufferedAmountLowThreshold = refillBelow;
    // The old channel may never tell that it is closed.
    this.#wake();
  }

  send(file: string, blob: Blob, offset: number): void {
    if (this.#queue.some((sending) => sending.file === file)) return;
    this.#queue.push({ file, blob, at: offset });
    void this.#run();
  }

  stop(file: string): void {
    this.#queue = this.#queue.filter((sending) => sending.file !== file);
  }

  async #run(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    while (this.#channel && this.#queue[0]) await this.#step(this.#channel, this.#queue[0]);
    this.#running = false;
  }

  async #step(channel: FileChannel, sending: Sending): Promise<void> {
    if (channel.readyState === 'closing' || channel.readyState === 'closed') {
      this.#queue = [];
      return;
    }
    if (channel.readyState !== 'open' || channel.bufferedAmount > fillTo - readAtOnce) {
      await this.#room(channel);
      return;
    }
    const { file, blob, at } = sending;
    const bytes = await read(blob.slice(at, at + readAtOnce));
    // Meanwhile it may have been stopped, or the connection be another.
    if (channel !== this.#channel || !this.#queue.includes(sending)) return;
    if (!bytes) {
      this.stop(file);
      this.#listener.unreadable(file);
      return;
    }
    if (!put(channel, file, at, bytes)) {
      this.#queue = [];
      return;
    }
    sending.at += bytes.length;
    this.stop(file);
    if (sending.at < blob.size) this.#queue.push(sending);
    this.#listener.sent(file, sending.at);
  }

  /** Settles when there may be room in the channel, or when it is not the one to use any more. */
  async #room(channel: FileChannel): Promise<void> {
    const over = new AbortController();
    await new Promise<void>((resolve) => {
      this.#wake = resolve;
      for (const type of ['bufferedamountlow', 'open', 'close']) {
        channel.addEventListener(type, () => resolve(), { signal: over.signal });
      }
    });
    over.abort();
  }
}

async function read(slice: Blob): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    const bytes = new Uint8Array(await slice.arrayBuffer());
    return bytes.length === slice.size && bytes.length > 0 ? bytes : undefined;
  } catch {
    return undefined;
  }
}

/** False when the channel has closed under it; what is missing is asked for on the next one. */
function put(
  channel: FileChannel,
  file: string,
  at: number,
  bytes: Uint8Array<ArrayBuffer>,
): boolean {
  try {
    for (let from = 0; from < bytes.length; from += chunkSize) {
      const chunk = bytes.subarray(from, from + chunkSize);
      channel.send(fileFrame({ file, offset: at + from, bytes: chunk }));
    }
    return true;
  } catch {
    return false;
  }
}
