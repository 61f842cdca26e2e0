import { emptySnapshot, type FarSide, type OwnSide, type SessionSnapshot } from './snapshot.js';

/** Holds the one snapshot of a session and tells who listens when it changes. */
export class Store {
  #snapshot = emptySnapshot;
  readonly #listeners = new Set<() => void>();

  get snapshot(): SessionSnapshot {
    return this.#snapshot;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  set(change: Partial<SessionSnapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...change };
    for (const listener of [...this.#listeners]) listener();
  }

  setOwn(change: Partial<OwnSide>): void {
    this.set({ own: { ...this.#snapshot.own, ...change } });
  }

  setFar(change: Partial<FarSide>): void {
    this.set({ far: { ...this.#snapshot.far, ...change } });
  }
}
