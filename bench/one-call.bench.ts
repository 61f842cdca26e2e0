// What a call costs the two pages that are in it: main threads, heaps, memory; and what it sends while nobody is seen.
import { audioOnlyDriver, type Driver, kitDriver, preparedDriver } from './drivers.js';
import { keep } from './figures.js';
import { test } from './fixture.js';
import { Processes } from './processes.js';
import { openChats, pass, type TwoPages } from './two-pages.js';

const rounds = 2;
const drivers = [kitDriver, preparedDriver, audioOnlyDriver];
const states = ['idle', 'audio', 'video'] as const;
/** Milliseconds. */
const settling = 1500;
const measuring = 4000;

const works =
  'The other call looks at nothing and draws nothing. Our time goes, in this order, into timers (five beats in two seconds, the quality of the path and whether the microphone is silent once a second, whether the far picture stands still), frames (the time of the call, once a second), and the collecting of what they leave.';
const code =
  'Lit, the kit and PeerJS themselves, which a page holds once, however many chats it has.';

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
        const [worked, took] = [
          (await processes.busy()) - busy,
          (await processes.seconds()) - seconds,
        ];
        const is = await traffic(pages);
        const perSecond = 1000 / measuring;
        note(`${state} main`, worked * 1000 * perSecond);
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

  const values = (driver: Driver, what: string) => all.get(driver)?.[what] ?? [];
  const kinds = [
    ['main', 'main threads of both pages', 'ms a second', works],
    ['processor', 'processor time of both pages’ processes', 'ms a second', works],
    ['heap', 'heaps of both pages', 'MiB', code],
    ['memory', 'memory of both pages’ processes', 'MiB', code],
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
        between,
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
