import type { Clock } from '../../ports/clock.js';
import type { FileState } from '../conversation.js';

/** Milliseconds between two looks at the same progress. */
const every = 100;

const unheard: FileState = { is: 'waiting', moved: 0, picture: false };

/** Where each file stands. A new map after each change; progress at most ten times a second. */
export class FileStates {
  readonly #clock: Clock;
  readonly #changed: () => void;
  readonly #moved = new Map<string, number>();
  readonly #states = new Map<string, FileState>();
  /** As told: copied when it is asked for, not at each of ten thousand changes. */
  #told: ReadonlyMap<string, FileState> | undefined;
  #callOff: (() => void) | undefined;

  constructor(clock: Clock, changed: () => void) {
    this.#clock = clock;
    this.#changed = changed;
  }

  get map(): ReadonlyMap<string, FileState> {
    return (this.#told ??= new Map(this.#states));
  }

  of(file: string): FileState['is'] | undefined {
    return this.#states.get(file)?.is;
  }

  set(file: string, change: Partial<FileState>): void {
    const before = this.#states.get(file) ?? unheard;
    const moved = change.moved ?? this.#moved.get(file) ?? before.moved;
    const is = change.is ?? before.is;
    const failure = is === 'failed' ? (change.failure ?? before.failure) : undefined;
    this.#moved.delete(file);
    this.#states.set(file, { ...before, ...change, moved, failure });
    this.#tell();
  }

  /** So many bytes have come or gone by now. */
  moved(file: string, bytes: number): void {
    if (this.of(file) !== 'moving') return this.set(file, { is: 'moving', moved: bytes });
    this.#moved.set(file, bytes);
    this.#callOff ??= this.#clock.after(every, () => this.#progressed());
  }

  close(): void {
    this.#callOff?.();
    this.#callOff = undefined;
    this.#moved.clear();
  }

  #progressed(): void {
    this.#callOff = undefined;
    if (this.#moved.size === 0) return;
    for (const [file, moved] of this.#moved)
      this.#states.set(file, { ...(this.#states.get(file) ?? unheard), moved });
    this.#moved.clear();
    this.#tell();
  }

  #tell(): void {
    this.#told = undefined;
    this.#changed();
  }
}
