// What a change of one session costs, with more and more of them in a page.
import { keep } from './figures.js';
import { test } from './fixture.js';
import type {} from './pages/changes.js';
import { watch } from './watch.js';

const rounds = 8;
const calls = 6;
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
      const { costs, mounted } = await page.evaluate(
        async ([sessions, times]) => {
          const { change, mount } = window.changes;
          const time = await mount(sessions);
          const all = [];
          for (let call = 0; call < times; call += 1) {
            await change({ call: { phase: 'calling', caller: 'self' } });
            all.push(await change({ call: { phase: 'active', startedAt: Date.now() } }));
            await change({ call: { phase: 'idle' } });
          }
          return { mounted: time, costs: all };
        },
        [count, calls] as const,
      );
      if (round < 0) continue;
      const into = seen[count];
      into.mounted.push(mounted / count);
      for (const kind of ['rendered', 'painted', 'own', 'others'] as const)
        into[kind].push(...costs.map((cost) => cost[kind]));
    }
  for (const count of [10, 100] as const) {
    const among = `with ${count} sessions in the page`;
    for (const [kind, name, unit, goal] of [
      ['rendered', 'a call becomes active → all controls have rendered', 'ms', 1.2],
      ['painted', 'a call becomes active → all controls are painted', 'ms', 1.2],
      ['own', 'elements that render when it does', 'elements', 1],
      ['mounted', 'mounting a session', 'ms a session', 1],
    ] as const)
      keep({
        line: 7,
        name: `${name}, ${among}`,
        unit,
        ours: seen[count][kind],
        reference: { name: 'one session in the page', values: seen[1][kind] },
        goal,
      });
    keep({
      line: 7,
      name: `elements of other sessions that render when it does, ${among}`,
      unit: 'elements',
      values: seen[count].others,
      most: 0,
    });
  }
});
