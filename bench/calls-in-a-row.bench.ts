// What calls leave behind in a page: after the first ten, nothing.
import { kitDriver } from './drivers.js';
import { keep } from './figures.js';
import { test } from './fixture.js';
import { Processes } from './processes.js';
import { openChats, pass } from './two-pages.js';

const settled = 10;
const calls = 200;
/** Milliseconds: the browser looks after some things once more, later. */
const rest = 3000;

test('calls in a row', async ({ baseURL, browser }) => {
  const pages = await openChats(browser, baseURL, 'calls');
  const { agent, visitor } = pages;
  await kitDriver.idle(pages);
  await agent.evaluate(() => {
    const [session] = window.sessions;
    session!.session.subscribe(() => {
      if (session!.session.snapshot.call.phase === 'incoming') void session!.acceptCall();
    });
  });
  const call = (times: number) =>
    visitor.evaluate(async (count) => {
      const [element] = window.sessions;
      const { session } = element!;
      const reaches = (phase: string) =>
        new Promise<void>((done) => {
          const look = (): void => {
            if (session.snapshot.call.phase !== phase) return;
            stop();
            done();
          };
          const stop = session.subscribe(look);
          look();
        });
      for (let round = 0; round < count; round += 1) {
        await element!.startCall();
        await reaches('active');
        await element!.hangUp();
        await reaches('idle');
      }
    }, times);
  const processes = await Processes.of(browser, [agent, visitor]);
  const weigh = async () => {
    await pass(agent, rest);
    return processes.held();
  };
  await call(settled);
  const before = await weigh();
  await call(calls - settled);
  const after = await weigh();
  await pages.close();
  for (const [metric, name, unit, most, scale] of [
    ['JSEventListeners', 'listeners', 'listeners', 0, 1],
    ['Nodes', 'nodes', 'nodes', 0, 1],
    ['JSHeapUsedSize', 'heap', 'MiB', 1, 2 ** 20],
  ] as const)
    keep({
      line: 10,
      name: `${calls} calls in a row, after the first ${settled}: growth of both pages, ${name}`,
      unit,
      values: [(after[metric] - before[metric]) / scale],
      most,
    });
});
