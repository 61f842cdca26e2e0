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
  #map: ReadonlyMap<string, FileState> = new Map();
  #callOff: (() => void) | undefined;

  constructor(clock: Clock, changed: () => void) {
    this.#clock = clock;
    this.#changed = changed;
  }

  get map(): ReadonlyMap<string, FileState> {
    return this.#map;
  }

  of(file: string): FileState['is'] | undefined {
    return this.#map.get(file)?.is;
  }

  set(file: string, change: Partial<FileState>): void {
    const before = this.#map.get(file) ?? unheard;
    const moved = change.moved ?? this.#moved.get(file) ?? before.moved;
    const is = change.is ?? before.is;
    const failure = is === 'failed' ? (change.failure ?? before.failure) : undefined;
    this.#moved.delete(file);
    this.#map = new Map(this.#map).set(file, { ...before, ...change, moved, failure });
    this.#changed();
  }

  /** So many bytes have come or gone by now. */
  moved(file: string, bytes: number): void {
    if (this.of(file) !== 'moving') return this.set(file, { is: 'moving', moved: bytes });
    this.#moved.set(file, bytes);
    this.#callOff ??= this.#clock.after(every, () => this.#tell());
  }

  close(): void {
    this.#callOff?.();
    this.#callOff = undefined;
    this.#moved.clear();
  }

  #tell(): void {
    this.#callOff = undefined;
    if (this.#moved.size === 0) return;
    const map = new Map(this.#map);
    for (const [file, moved] of this.#moved)
      map.set(file, { ...(map.get(file) ?? unheard), moved });
    this.#moved.clear();
    this.#map = map;
    this.#changed();
  }
}
