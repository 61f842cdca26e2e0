import type { Clock } from '../ports/clock.js';

/** Time that goes on evenly, whatever is done to the machine's clock. */
export const evenClock: Clock = {
  now: () => performance.timeOrigin + performance.now(),
  after: (ms, task) => {
    const timer = setTimeout(task, ms);
    return () => clearTimeout(timer);
  },
};
