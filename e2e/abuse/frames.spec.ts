import { figure } from '../faults/figures.js';
import { longIf } from '../faults/long.js';
import { expect, newContext, newRoom, openSide, talk as inCall } from '../side.js';
import { Talk } from '../talk.js';
import { shortTask } from './bare-page.js';
import { letPairGo, test } from './lasting-pair.js';
import { bring, channelIn, droppedAt, heapOf, megabytes, noticeAt, tasksOf } from './watch.js';

// What comes over the path that both sides have: frames that nobody of ours would send.

interface Brought {
  readonly dice: { dice(seed: number): (sides: number) => number };
  readonly hostile: {
    hostileFrame(roll: (sides: number) => number): ArrayBuffer | string;
    hostileFileFrame(roll: (sides: number) => number): ArrayBuffer;
  };
  readonly frames: { readonly readFrame: (data: unknown) => { is: string } | undefined };
  readonly session: {
    hostileRun(
      frames: number,
      roll: (sides: number) => number,
      read: Brought['frames']['readFrame'],
    ): Promise<{ uncaught: number }>;
  };
}
declare const brought: Brought;

test.afterAll(letPairGo);

// Playwright's trace copies the page at each step, which is work that would be counted.
test.use({ trace: 'off' });

const modules = { dice: 'src/testing/dice.ts', hostile: 'src/testing/hostile-messages.ts' };

/** Runs in the page. */
const run = ([frames, seed]: readonly [number, number]): Promise<{ uncaught: number }> =>
  brought.session.hostileRun(frames, brought.dice.dice(seed), brought.frames.readFrame);

for (const frames of [100_000, 1_000_000]) {
  test(
    `case 79 · ${frames.toLocaleString('en')} frames at random: nothing uncaught, nothing kept`,
    longIf(frames > 100_000),
    async ({ browser }) => {
      test.setTimeout(frames > 100_000 ? 600_000 : 60_000);
      const page = await (await newContext(browser)).newPage();
      const errors: string[] = [];
      page.on('pageerror', ({ message }) => errors.push(message));
      await page.goto('/blank.html');
      await bring(page, {
        dice: 'src/testing/dice.ts',
        frames: 'src/transport/frames.ts',
        session: 'src/testing/hostile-run.ts',
      });
      const rounds: number[] = [];
      let uncaught = 0;
      // First what is loaded, compiled and remembered once.
      await page.evaluate(run, [20_000, 1] as const);
      const before = await heapOf(page);
      const { longest, longestOfScript } = await tasksOf(browser, page, async () => {
        for (let done = 0; done < frames; done += 50_000) {
          const begun = performance.now();
          ({ uncaught } = await page.evaluate(run, [50_000, done + 2] as const));
          rounds.push(performance.now() - begun);
        }
      });
      const growth = megabytes((await heapOf(page)) - before);
      figure({
        cases: '79',
        what: `heap after ${frames} frames at random`,
        unit: 'MB more',
        values: [growth],
        goal: 'worst ≤ 4',
      });
      figure({
        cases: '79',
        what: `longest task in ${frames} frames at random`,
        unit: 'ms of processor',
        values: [longestOfScript],
        goal: 'worst ≤ 50',
        note: `They are made in the same page, which frees them too: the longest task of all took ${longest.toFixed(0)} ms.`,
      });
      expect([uncaught, errors]).toEqual([0, []]);
      expect(growth).toBeLessThanOrEqual(4);
      expect(longestOfScript).toBeLessThan(await shortTask(browser));
    },
  );
}

test(
  'cases 79, 82 · 100,000 frames at random and without end between two pages: cut off, told, and back by one press',
  { tag: '@long' },
  async ({ browser, pair }) => {
    const { agent, visitor } = pair;
    const [a, v] = [new Talk(agent), new Talk(visitor)];
    await v.write('Before');
    await a.reads('Before');
    await bring(visitor.page, modules);
    const before = await heapOf(agent.page);
    const notice = noticeAt(agent.page);
    const { longest, longestByClock } = await tasksOf(browser, agent.page, async () => {
      await visitor.page.evaluate(
        async (channel) => {
          const roll = brought.dice.dice(80);
          for (let count = 0; count < 100_000 && channel.readyState === 'open'; count += 1) {
            const frame = brought.hostile.hostileFrame(roll);
            if (typeof frame === 'string') channel.send(frame);
            else channel.send(frame);
            if (channel.bufferedAmount < 4_000_000) continue;
            await new Promise((done) => setTimeout(done));
          }
        },
        await visitor.page.evaluateHandle(channelIn),
      );
      // Not by `expect`: before it fails it reads the whole page's tree, a task longer than any of ours.
      await notice.waitFor({ timeout: 15_000 });
    });
    figure({
      cases: '79, 82',
      what: 'longest task while frames pour in, until the far side is cut off',
      unit: 'ms of processor',
      values: [longest],
      goal: 'worst ≤ 50',
    });
    figure({
      cases: '79, 82',
      what: 'the same by the clock, with both pages on one machine',
      unit: 'ms',
      values: [longestByClock],
    });
    expect(longest).toBeLessThan(await shortTask(browser));
    await v.write('Meanwhile');
    const growth = megabytes((await heapOf(agent.page)) - before);
    figure({
      cases: '80',
      what: 'heap of the page that frames poured into',
      unit: 'MB more',
      values: [growth],
      goal: 'worst ≤ 4',
    });
    expect(growth).toBeLessThanOrEqual(4);
    await agent.page.getByRole('button', { name: 'Try again' }).click();
    await a.reads('Meanwhile');
    await expect(notice).toHaveCount(0);
    await a.write('After');
    await v.reads('After');
  },
);

test('case 80 · frames of 64 KiB and more are dropped unread, the call goes on', async ({
  pair,
}) => {
  const { agent, visitor } = pair;
  await inCall(visitor, agent);
  const [before, dropped] = [await heapOf(agent.page), await droppedAt(agent)];
  const sent = await visitor.page.evaluate(
    async (channel) => {
      const sizes = [65_537, 100_000, 262_144, 50_000_000];
      let count = 0;
      for (let round = 0; round < 40; round += 1)
        for (const size of sizes) {
          try {
            channel.send(new Uint8Array(size).fill(91));
            count += 1;
          } catch {
            // Larger than a browser sends.
          }
          while (channel.bufferedAmount > 2_000_000)
            await new Promise((done) => setTimeout(done, 5));
        }
      return count;
    },
    await visitor.page.evaluateHandle(channelIn),
  );
  await expect.poll(() => droppedAt(agent), { timeout: 20_000 }).toBe(dropped + sent);
  const growth = megabytes((await heapOf(agent.page)) - before);
  figure({
    cases: '80',
    what: `heap after ${sent} frames of 64 KiB to 256 KiB`,
    unit: 'MB more',
    values: [growth],
    goal: 'worst ≤ 1',
  });
  expect(growth).toBeLessThanOrEqual(2);
  await Promise.all([agent.hears(), visitor.hears()]);
});

test(
  'case 81 · 10,000 pieces of files that nobody asked for: none is kept',
  { tag: '@long' },
  async ({ browser, pair }) => {
    const { agent, visitor } = pair;
    const [a, v] = [new Talk(agent), new Talk(visitor)];
    await a.told();
    await bring(visitor.page, modules);
    const before = await heapOf(agent.page);
    const { longest } = await tasksOf(browser, agent.page, () =>
      visitor.page.evaluate(async () => {
        const channel = window.watched.channels.findLast(
          ({ label, readyState }) => label === 'files' && readyState === 'open',
        );
        const roll = brought.dice.dice(81);
        for (let count = 0; count < 10_000; count += 1) {
          channel?.send(brought.hostile.hostileFileFrame(roll));
          while ((channel?.bufferedAmount ?? 0) > 1_000_000)
            await new Promise((done) => setTimeout(done, 5));
        }
      }),
    );
    await v.write('Still here');
    await a.reads('Still here');
    const growth = megabytes((await heapOf(agent.page)) - before);
    figure({
      cases: '81',
      what: 'heap after 10,000 pieces of files',
      unit: 'MB more',
      values: [growth],
      goal: 'worst ≤ 4',
    });
    figure({
      cases: '81',
      what: 'longest task while 10,000 pieces of files come',
      unit: 'ms of processor',
      values: [longest],
      goal: 'worst ≤ 50',
    });
    expect(growth).toBeLessThanOrEqual(4);
    expect(longest).toBeLessThan(await shortTask(browser));
  },
);

test(
  'case 81 · 2,000 files that are offered and never come: three at a time, the others wait',
  {
    tag: '@long',
  },
  async ({ browser }) => {
    test.setTimeout(300_000);
    const room = newRoom();
    const agent = await openSide(await newContext(browser), 'agent', { room });
    const visitor = await openSide(await newContext(browser), 'visitor', { room });
    await Promise.all([agent.inChat(), visitor.inChat()]);
    await new Talk(agent).told();
    const offered = 2000;
    await visitor.page.evaluate(
      ({ channel, offered }) => {
        const send = (chat: object): void =>
          channel.send(new TextEncoder().encode(JSON.stringify({ v: 1, chat })));
        let number = 0;
        // As many at a time as a page takes in, however slow: more of them would be a flood.
        const timer = setInterval(() => {
          for (let each = 0; each < 10 && number < offered; each += 1) {
            number += 1;
            const body = {
              type: 'file',
              file: `f${number}`,
              name: 'a.png',
              size: 9e6,
              mime: 'image/png',
            };
            const entry = {
              writer: 'bad',
              number,
              id: `e${number}`,
              from: 'visitor',
              order: number,
              at: Date.now(),
              body,
            };
            send({ type: 'said', entry });
          }
          if (number === offered) clearInterval(timer);
        }, 100);
      },
      { channel: await visitor.page.evaluateHandle(channelIn), offered },
    );
    const files = async (): Promise<readonly string[]> =>
      (await new Talk(agent).told()).files.map(({ is }) => is);
    await expect.poll(async () => (await files()).length, { timeout: 240_000 }).toBe(offered);
    expect((await files()).filter((is) => is === 'moving').length).toBeLessThanOrEqual(3);
    expect([agent.errors, visitor.errors]).toEqual([[], []]);
  },
);
