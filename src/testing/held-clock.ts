import type { Clock } from '../ports/clock.js';

export interface HeldClock extends Clock {
  /** Lets time pass and runs what is due, in order. */
  pass(milliseconds: number): void;
}

/** A clock that stands still until it is told to go on. */
export function heldClock(start = 1_000_000): HeldClock {
  let now = start;
  const due = new Map<symbol, { readonly at: number; readonly task: () => void }>();
  return {
    now: () => now,
    after(ms, task) {
      const key = Symbol();
      due.set(key, { at: now + ms, task });
      return () => void due.delete(key);
    },
    pass(milliseconds) {
      const end = now + milliseconds;
      for (;;) {
        const [next] = [...due]
          .filter(([, { at }]) => at <= end)
          .sort(([, a], [, b]) => a.at - b.at);
        if (!next) break;
        const [key, { at, task }] = next;
        due.delete(key);
        now = at;
        task();
      }
      now = end;
    },
  };
}
