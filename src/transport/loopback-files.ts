import type { FileChannel } from '../ports/link.js';

// As in a browser's channel: bytes leave a piece at a time, and too many waiting are an error.
const leaveAtOnce = 64 * 1024;
const mostWaiting = 16 * 1024 * 1024;

/** One end of a channel for files that stays in the page: ordered, with a buffer that empties by itself. */
class LoopbackFiles extends EventTarget implements FileChannel {
  readonly #waiting: ArrayBuffer[] = [];
  #leaving: ReturnType<typeof setTimeout> | undefined;
  #held = false;
  far: LoopbackFiles | undefined;
  readyState: RTCDataChannelState = 'open';
  bufferedAmount = 0;
  bufferedAmountLowThreshold = 0;

  send(bytes: ArrayBuffer): void {
    if (this.readyState !== 'open') throw new DOMException('Not open', 'InvalidStateError');
    if (this.bufferedAmount + bytes.byteLength > mostWaiting)
      throw new DOMException('Queue is full', 'OperationError');
    this.#waiting.push(bytes.slice(0));
    this.bufferedAmount += bytes.byteLength;
    this.#start();
  }

  /** What waits goes on once the path carries again, as in a channel that repeats what got lost. */
  hold(held: boolean): void {
    this.#held = held;
    clearTimeout(this.#leaving);
    this.#leaving = undefined;
    this.#start();
  }

  #start(): void {
    if (!this.#held && this.#waiting.length > 0) this.#leaving ??= setTimeout(() => this.#leave());
  }

  /** What waits is lost. */
  close(): void {
    if (this.readyState === 'closed') return;
    this.readyState = 'closed';
    clearTimeout(this.#leaving);
    this.#waiting.length = 0;
    this.dispatchEvent(new Event('close'));
  }

  #leave(): void {
    const before = this.bufferedAmount;
    const left: ArrayBuffer[] = [];
    while (this.#waiting[0] && before - this.bufferedAmount < leaveAtOnce) {
      left.push(this.#waiting[0]);
      this.bufferedAmount -= this.#waiting[0].byteLength;
      this.#waiting.shift();
    }
    this.#leaving = undefined;
    this.#start();
    for (const data of left) this.far?.arrive(data);
    const low = this.bufferedAmountLowThreshold;
    if (before > low && this.bufferedAmount <= low)
      this.dispatchEvent(new Event('bufferedamountlow'));
  }

  arrive(data: ArrayBuffer): void {
    if (this.readyState === 'open') this.dispatchEvent(new MessageEvent('message', { data }));
  }
}

/** Both ends of one connection's channel for files. */
export interface FilesPair {
  readonly a: FileChannel;
  readonly b: FileChannel;
  /** The path is silent, or carries again. */
  hold(held: boolean): void;
  /** The connection is no more. */
  close(): void;
}

export function loopbackFiles(): FilesPair {
  const [a, b] = [new LoopbackFiles(), new LoopbackFiles()];
  a.far = b;
  b.far = a;
  return {
    a,
    b,
    hold(held) {
      a.hold(held);
      b.hold(held);
    },
    close() {
      a.close();
      b.close();
    },
  };
}
