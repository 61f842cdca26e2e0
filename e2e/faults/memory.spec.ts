import { bothBecome, becomes, pressAt } from './at-once.js';
import { figure, notCovered } from './figures.js';
import { type Held, Scales } from './left-over.js';
import { expect, parties, test } from '../side.js';
import { rounds } from './rounds.js';

notCovered({
  cases: '57',
  why: 'eight hours in one call: nobody waits that long here; calls in a row stand for them, with cameras on and off',
});

test(
  'case 57 · call after call in one pair of pages leaves nothing behind: no connection, no track, no element, no listener',
  { tag: '@long' },
  async ({ pair }) => {
    test.setTimeout(420_000);
    const { agent, visitor } = pair;
    const sides = [agent, visitor];
    const [settled, count] = [rounds(5, 20), rounds(25, 200)];
    const scales = await Promise.all(parties.map((party) => Scales.of(pair[party])));
    let before: readonly Held[] = [];
    for (let round = 1; round <= count; round += 1) {
      const [self, far] = round % 2 ? [visitor, agent] : [agent, visitor];
      await pressAt(self, 'headset-button');
      await becomes(far, { phase: 'incoming' });
      // It is declined, cancelled, or talked in, with a camera in every other call.
      if (round % 10 === 5) await pressAt(self, 'hangup-button');
      else {
        await pressAt(far, 'headset-button');
        await bothBecome(sides, { phase: 'active' });
        if (round % 2) {
          await pressAt(self, 'video-toggle');
          await becomes(far, { farPicture: true });
        }
        await pressAt(round % 3 ? self : far, 'hangup-button');
      }
      await bothBecome(sides, { phase: 'idle' });
      if (round === settled) before = await atRest(scales);
    }
    const after = await atRest(scales);
    const calls = count - settled;
    for (const [index, party] of parties.entries()) {
      const [first, last] = [before[index]!, after[index]!];
      console.log(`memory of the ${party}, call ${settled}: ${JSON.stringify(first)}`);
      console.log(`memory of the ${party}, call ${count}: ${JSON.stringify(last)}`);
      // Each call leaves its lines in the transcript, and what was shown last may still be held.
      expect(last.detached - first.detached, `${party}: elements that are nowhere`).toBeLessThan(
        calls,
      );
    }
    const grown = (of: keyof Held): number[] =>
      parties.map((_, index) => after[index]![of] - before[index]![of]);
    const about = { cases: '57', note: 'each call leaves its lines in the transcript' } as const;
    figure({
      ...about,
      what: `${calls} calls in one page: growth of the heap`,
      unit: 'KiB',
      values: grown('heap').map((bytes) => bytes / 1024),
      goal: 'worst ≤ 4096',
    });
    figure({
      ...about,
      what: `${calls} calls in one page: more listeners than before`,
      unit: 'listeners',
      values: grown('listeners'),
    });
  },
);

/** The browser looks after some things once more, seconds later. Then no more is left than of one call, however many there were. */
async function atRest(scales: readonly Scales[]): Promise<readonly Held[]> {
  let held: readonly Held[] = [];
  await expect
    .poll(
      async () => {
        held = await Promise.all(scales.map((one) => one.weigh()));
        return held.filter(
          ({ connections, openConnections, ownTracks, streams }) =>
            openConnections !== 1 || connections > 2 || ownTracks > 2 || streams > 3,
        );
      },
      { message: 'more is left than of one call', timeout: 120_000 },
    )
    .toEqual([]);
  return held;
}
