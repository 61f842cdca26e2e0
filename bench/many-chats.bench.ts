// An agent's day: more and more chats in one page, one of them in a call. (The kit lets nobody be in two calls at once.)
import { type Driver, kitDriver, preparedDriver } from './drivers.js';
import { keep } from './figures.js';
import { test } from './fixture.js';
import { Processes } from './processes.js';
import { openChats, pass } from './two-pages.js';

const rounds = 2;
const counts = [1, 4, 8, 16] as const;
/** Milliseconds. */
const settling = 1500;
const measuring = 4000;

interface Taken {
  readonly processor: number[];
  readonly heap: number[];
}

test('many chats', async ({ baseURL, browser }) => {
  const taken = new Map<string, Taken>();
  const of = (driver: Driver, count: number): Taken => {
    const key = `${driver.name} ${count}`;
    const found = taken.get(key) ?? { processor: [], heap: [] };
    taken.set(key, found);
    return found;
  };
  for (let round = 0; round < rounds; round += 1)
    for (const count of counts)
      for (const driver of [kitDriver, preparedDriver]) {
        const pages = await openChats(browser, baseURL, driver.page, count);
        const processes = await Processes.of(browser, [pages.agent, pages.visitor]);
        await driver.idle(pages);
        await driver.audio(pages);
        await pass(pages.agent, settling);
        const before = await processes.seconds();
        await pass(pages.agent, measuring);
        const seconds = (await processes.seconds()) - before;
        const { JSHeapUsedSize } = await processes.held();
        of(driver, count).processor.push((seconds * 1_000_000) / measuring / count);
        of(driver, count).heap.push(JSHeapUsedSize / 2 ** 20 / count);
        await pages.close();
      }
  for (const [kind, what, unit] of [
    ['processor', 'processor time of both pages’ processes', 'ms a second and chat'],
    ['heap', 'heaps of both pages', 'MiB a chat'],
  ] as const)
    for (const count of counts) {
      const ours = of(kitDriver, count)[kind];
      keep({
        line: 9,
        name: `${what}, ${count} chats, one in a call`,
        unit,
        ours,
        reference: { name: preparedDriver.name, values: of(preparedDriver, count)[kind] },
        goal: 1.1,
        between:
          kind === 'heap'
            ? 'Lit, the kit and PeerJS themselves, which a page holds once, and the elements of each chat.'
            : 'What one call costs (8), and a beat a second for each chat.',
      });
      if (count === 1) continue;
      keep({
        line: 9,
        name: `${what}, ${count} chats, one in a call`,
        unit,
        ours,
        reference: { name: 'one chat', values: of(kitDriver, 1)[kind] },
        goal: 1,
      });
    }
});
