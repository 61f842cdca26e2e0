// What a call costs the two pages that are in it: main threads, heaps, memory; and what it sends while nobody is seen.
import type { Browser } from '@playwright/test';
import { audioOnlyDriver, type Driver, kitDriver, preparedDriver } from './drivers.js';
import { keep } from './figures.js';
import { median } from './server/statistics.mjs';
import { test } from './fixture.js';
import { Processes } from './processes.js';
import { openChats, openTwo, pass, type TwoPages } from './two-pages.js';

const rounds = 2;
const drivers = [kitDriver, preparedDriver, audioOnlyDriver];
const states = ['idle', 'audio', 'video'] as const;
/** Milliseconds. */
const settling = 1500;
const measuring = 4000;

/** What the kit does in a call beside what any call does. */
const works =
  'The other call looks at nothing and draws nothing. Ours beats five times in two seconds, looks once a second at the path and at whether the microphone is silent, four times a second whether the far picture stands still, and draws the time of the call once a second; what that leaves is collected.';

type Measured = Record<string, number[]>;

/** Bytes that a side's connections have sent, and the share of sound that had to be made up, 0 to 1. */
const traffic = ({ agent }: TwoPages): Promise<{ sent: number; madeUp: number }> =>
  agent.evaluate(async () => {
    let [sent, concealed, samples] = [0, 0, 0];
    for (const connection of window.bench.connections) {
      const reports = (await connection.getStats()) as unknown as Map<
        string,
        Record<string, number | string>
      >;
      for (const report of reports.values()) {
        if (report.type === 'transport') sent += Number(report.bytesSent);
        if (report.type !== 'inbound-rtp' || report.kind !== 'audio') continue;
        concealed += Number(report.concealedSamples);
        samples += Number(report.totalSamplesReceived);
      }
    }
    return { sent, madeUp: samples > 0 ? concealed / samples : 0 };
  });

/** Pictures of one size are compared: a sender takes its time until it dares to send all that a camera gives. */
const fullSize = ({ agent, visitor }: TwoPages): Promise<unknown> =>
  Promise.all(
    [agent, visitor].map((page) =>
      page.evaluate(async () => {
        const comesWhole = async (): Promise<boolean> => {
          for (const connection of window.bench.connections)
            for (const { frameWidth, type } of (await connection.getStats()).values())
              if (type === 'inbound-rtp' && frameWidth >= 1280) return true;
          return false;
        };
        for (let times = 0; times < 5; times = (await comesWhole()) ? times + 1 : 0)
          await new Promise((done) => setTimeout(done, 500));
      }),
    ),
  );

/** MiB of two pages that could have a chat, and have none. */
async function heapsWithoutChat(browser: Browser, baseURL: string | undefined): Promise<number> {
  const pages = await openTwo(
    () =>
      browser.newContext({ ...(baseURL && { baseURL }), permissions: ['camera', 'microphone'] }),
    () => '/bench/loading.html',
  );
  const processes = await Processes.of(browser, [pages.agent, pages.visitor]);
  await pass(pages.agent, settling);
  const { JSHeapUsedSize } = await processes.held();
  await pages.close();
  return JSHeapUsedSize / 2 ** 20;
}

test('one call', async ({ baseURL, browser }) => {
  const all = new Map<Driver, Measured>(drivers.map((one) => [one, {}]));
  for (let round = 0; round < rounds; round += 1)
    for (const [driver, measured] of all) {
      const note = (what: string, value: number) => (measured[what] ??= []).push(value);
      const pages = await openChats(browser, baseURL, driver.page);
      const processes = await Processes.of(browser, [pages.agent, pages.visitor]);
      for (const state of states) {
        if (driver === audioOnlyDriver && state === 'video') continue;
        await driver[state](pages);
        if (state === 'video') await fullSize(pages);
        await pass(pages.agent, settling);
        // What counts the bytes is work of the pages themselves: it stays outside.
        const was = await traffic(pages);
        const [busy, seconds] = [await processes.busy(), await processes.seconds()];
        await pass(pages.agent, measuring);
        const [worked, took] = [await processes.busy(), (await processes.seconds()) - seconds];
        const is = await traffic(pages);
        const perSecond = 1000 / measuring;
        for (const part of ['all', 'scripts', 'layout'] as const)
          note(`${state} ${part}`, (worked[part] - busy[part]) * 1000 * perSecond);
        note(`${state} processor`, took * 1000 * perSecond);
        note(`${state} heap`, (await processes.held()).JSHeapUsedSize / 2 ** 20);
        const memory = await processes.memory();
        if (memory !== undefined) note(`${state} memory`, memory / 2 ** 20);
        if (state !== 'audio') continue;
        note('sent', (is.sent - was.sent) * perSecond);
        note('made up', is.madeUp * 100);
      }
      await pages.close();
    }
  const unused = await heapsWithoutChat(browser, baseURL);

  const values = (driver: Driver, what: string) => all.get(driver)?.[what] ?? [];
  const shareOf = (driver: Driver, state: string) =>
    ['scripts', 'layout', 'all']
      .map((part) => median(values(driver, `${state} ${part}`)).toFixed(1))
      .join(', ');
  const main = (state: string) =>
    `${works} For scripts, for layout and in all: ${shareOf(kitDriver, state)} ms a second; theirs: ${shareOf(preparedDriver, state)}. What is neither is the browser’s own: timers, frames, collection.`;
  const code = `Lit, the kit and PeerJS themselves, which a page holds once, however many chats it has: two pages that have loaded the kit and have no chat hold ${unused.toFixed(2)} MiB.`;
  const more = (state: string, kind: string): string =>
    (
      median(values(kitDriver, `${state} ${kind}`)) -
      median(values(preparedDriver, `${state} ${kind}`))
    ).toFixed(1);
  const beyondHeaps = (state: string) =>
    `Of ${more(state, 'memory')} MiB more, ${more(state, 'heap')} are the heaps’; the rest is the browser’s own for a page with more elements, styles and code, and was not taken apart.`;
  const kinds = [
    ['all', 'main threads of both pages', 'ms a second', main],
    ['processor', 'processor time of both pages’ processes', 'ms a second', () => works],
    ['heap', 'heaps of both pages', 'MiB', () => code],
    ['memory', 'memory of both pages’ processes', 'MiB', beyondHeaps],
  ] as const;
  for (const state of states)
    for (const [kind, name, unit, between] of kinds) {
      const what = `${state} ${kind}`;
      if (values(kitDriver, what).length === 0) continue;
      keep({
        line: 8,
        name: `${name}, ${state}`,
        unit,
        ours: values(kitDriver, what),
        reference: { name: preparedDriver.name, values: values(preparedDriver, what) },
        goal: 1.05,
        between: between(state),
      });
    }
  const reference = (what: string) => ({
    name: audioOnlyDriver.name,
    values: values(audioOnlyDriver, what),
  });
  keep({
    line: 11,
    name: 'bytes that one side sends in a call without pictures',
    unit: 'bytes a second',
    ours: values(kitDriver, 'sent'),
    reference: reference('sent'),
    goal: 1.05,
    between:
      'Five beats in two seconds, by which either side knows within half a second that the path is cut.',
  });
  keep({
    line: 11,
    name: 'sound that had to be made up in the first seconds',
    unit: '%',
    ours: values(kitDriver, 'made up'),
    reference: reference('made up'),
  });
});
