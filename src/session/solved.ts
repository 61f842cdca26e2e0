import type { Problem } from './snapshot.js';
import type { Store } from './store.js';

/** Puts the problem away if it is about one of these. */
export function solved(store: Store, ...abouts: readonly Problem['about'][]): void {
  const { problem } = store.snapshot;
  if (problem && abouts.includes(problem.about)) store.set({ problem: undefined });
}
