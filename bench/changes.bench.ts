// What a change of one session costs, with more and more of them in a page.
import { keep } from './figures.js';
import { test } from './fixture.js';
import type {} from './pages/changes.js';
import { watch } from './watch.js';

const rounds = 10;
const counts = [1, 10, 100] as const;

interface Seen {
  readonly mounted: number[];
  readonly rendered: number[];
  readonly painted: number[];
  readonly own: number[];
  readonly others: number[];
}
const nothing = (): Seen => ({ mounted: [], rendered: [], painted: [], own: [], others: [] });

test('changes', async ({ page }) => {
  await page.addInitScript(watch);
  await page.goto('/bench/changes.html');
  const seen: Record<(typeof counts)[number], Seen> = {
    1: nothing(),
    10: nothing(),
    100: nothing(),
  };
  // Once for nothing: what is fetched and compiled the first time.
  for (let round = -1; round < rounds; round += 1)
    for (const count of counts) {
      const { cost, mounted } = await page.evaluate(async (sessions) => {
        const { change, mount } = window.changes;
        const time = await mount(sessions);
        await change({ call: { phase: 'calling', caller: 'self' } });
        return {
          mounted: time,
          cost: await change({ call: { phase: 'active', startedAt: Date.now() } }),
        };
      }, count);
      if (round < 0) continue;
      const into = seen[count];
      into.mounted.push(mounted / count);
      for (const kind of ['rendered', 'painted', 'own', 'others'] as const)
        into[kind].push(cost[kind]);
    }
  for (const count of [10, 100] as const) {
    const reference = (kind: keyof Seen) => ({
      name: 'one session in the page',
      values: seen[1][kind],
    });
    const among = `with ${count} sessions in the page`;
    keep({
      line: 7,
      name: `a call becomes active → all controls have rendered, ${among}`,
      unit: 'ms',
      ours: seen[count].rendered,
      reference: reference('rendered'),
      goal: 1.2,
    });
    keep({
      line: 7,
      name: `a call becomes active → all controls are painted, ${among}`,
      unit: 'ms',
      ours: seen[count].painted,
      reference: reference('painted'),
      goal: 1.2,
    });
    keep({
      line: 7,
      name: `elements that render when it does, ${among}`,
      unit: 'elements',
      ours: seen[count].own,
      reference: reference('own'),
      goal: 1,
    });
    keep({
      line: 7,
      name: `elements of other sessions that render when it does, ${among}`,
      unit: 'elements',
      values: seen[count].others,
      most: 0,
    });
    keep({
      line: 7,
      name: `mounting a session, ${among}`,
      unit: 'ms a session',
      ours: seen[count].mounted,
      reference: reference('mounted'),
      goal: 1,
    });
  }
});
