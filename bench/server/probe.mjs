// Imported into each server that is measured, whosever it is: tells what its process holds and has used. Loaded
// before the server itself, so that none of them has to know of it.
import { setTimeout as later } from 'node:timers/promises';
import { writeHeapSnapshot } from 'node:v8';

const answers = {
  /** Milliseconds of processor time, of both kinds. */
  cpu() {
    const { system, user } = process.cpuUsage();
    return (system + user) / 1000;
  },
  /** After all that nobody holds any more is gone: what finalizers let go of goes with the second. */
  async memory() {
    globalThis.gc();
    await later(50);
    globalThis.gc();
    return process.memoryUsage();
  },
  snapshot: (file) => writeHeapSnapshot(file),
};

process.on('message', async ({ ask, argument }) => {
  process.send({ ask, answer: await answers[ask](argument) });
});
// Whoever measures has gone.
process.once('disconnect', () => process.exit());
