import { Brake } from '../wire/brake.js';
import { type Frame, maxFrame, readFrame } from './frames.js';

// A far side of ours has 256 entries or 256,000 characters on its way before it waits for an
// acknowledgement: who has this much waiting here does not.
const mostFrames = 1024;
const mostBytes = 4 * 1024 * 1024;
// A whole conversation after a reload, at once; and more than two people type, from then on.
const atOnce = 12_000;
const every = 20;
// Milliseconds of work before others have their turn, and in which they count as one.
const slice = 8;
const turn = 16;

export interface IntakeListener {
  heard(frame: Frame | undefined): void;
  /** More came than can be taken: all that waited is dropped, and nothing more is taken. */
  flooded(): void;
}

/**
 * Takes in a connection's frames, in order and in slices, so that a page lives on whatever its far side
 * sends. What waits is bounded.
 */
export class Intake {
  readonly #listener: IntakeListener;
  readonly #brake = new Brake(atOnce, every);
  #waiting: (ArrayBuffer | undefined)[] = [];
  #next = 0;
  #bytes = 0;
  #due = false;
  #begunAt = -Infinity;
  #spent = 0;

  constructor(listener: IntakeListener) {
    this.#listener = listener;
  }

  take(data: unknown): void {
    // What is no frame keeps its place, and not its bytes.
    const frame = data instanceof ArrayBuffer && data.byteLength <= maxFrame ? data : undefined;
    this.#waiting.push(frame);
    this.#bytes += frame?.byteLength ?? 0;
    if (this.#waiting.length - this.#next > mostFrames || this.#bytes > mostBytes) {
      this.clear();
      this.#listener.flooded();
    } else if (!this.#due) this.#begin();
  }

  /** What waits is of a connection that is no more. */
  clear(): void {
    this.#waiting = [];
    this.#next = this.#bytes = 0;
  }

  #begin(): void {
    if (performance.now() - this.#begunAt > turn) this.#spent = 0;
    this.#run();
  }

  #work(): void {
    this.#spent = 0;
    this.#run();
  }

  #run(): void {
    this.#due = false;
    if (this.#spent === 0) this.#begunAt = performance.now();
    const from = performance.now() - this.#spent;
    while (this.#next < this.#waiting.length) {
      this.#spent = performance.now() - from;
      const wait = this.#spent < slice ? this.#brake.take() : 0;
      if (this.#spent >= slice || wait > 0) return this.#later(wait);
      const frame = this.#waiting[this.#next];
      this.#next += 1;
      this.#bytes -= frame?.byteLength ?? 0;
      this.#listener.heard(readFrame(frame));
    }
    this.#spent = performance.now() - from;
    this.clear();
  }

  #later(wait: number): void {
    this.#due = true;
    if (wait > 0) return void setTimeout(() => this.#work(), wait);
    // Not by a timer, which a page in the background gets once a second.
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      this.#work();
    };
    port2.postMessage(undefined);
  }
}
