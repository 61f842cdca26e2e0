import type { ElementHandle, Page } from '@playwright/test';
import { figure, quantile } from '../faults/figures.js';
import { expect, test } from '../side.js';
import { Talk } from '../talk.js';
import { heldUpBare, shortTask } from './bare-page.js';
import { channelIn, heapOf, megabytes, noticeAt, tasksOf } from './watch.js';

// More than a person can read, as fast as it can be sent.

const many = 10_000;

// Playwright's trace copies the page at each step: with ten thousand rows that alone takes half a second.
test.use({ trace: 'off' });

type Field = ElementHandle<HTMLElement | SVGElement>;

/** Looked for once: Playwright's own search through ten thousand rows would hold the page up. */
const fieldOf = (page: Page): Promise<Field> =>
  page.locator('chat-composer textarea').elementHandle();

/** Types into the field; milliseconds from each key to the frame that shows its letter. */
async function keysToPaint(page: Page, field: Field, letters: number): Promise<readonly number[]> {
  const times = await field.evaluateHandle((element) => {
    const times: number[] = [];
    (element as HTMLElement).focus();
    element.addEventListener('input', ({ timeStamp }) =>
      requestAnimationFrame(() => setTimeout(() => times.push(performance.now() - timeStamp))),
    );
    return times;
  });
  await page.keyboard.type('x'.repeat(letters), { delay: 40 });
  await expect.poll(() => times.evaluate(({ length }) => length)).toBeGreaterThanOrEqual(letters);
  return times.jsonValue();
}

test('case 82 · 10,000 messages at once: all of them come, the page is never held up, and what one types is seen', async ({
  browser,
  pair,
}) => {
  test.setTimeout(90_000);
  const { agent, visitor } = pair;
  const a = new Talk(agent);
  await a.told();
  const field = await fieldOf(agent.page);
  const calm = await keysToPaint(agent.page, field, 25);
  let typed: readonly number[] = [];
  const took = { until: 0 };
  const { longest, longestByClock } = await tasksOf(browser, agent.page, async () => {
    const begun = performance.now();
    await visitor.onSession(async (element, many) => {
      const talk = await element.conversation();
      for (let count = 0; count < many; count += 1) talk?.send(`Message ${count}`);
    }, many);
    typed = await keysToPaint(agent.page, field, 50);
    await agent.onSession(async (element, many) => {
      const talk = await element.conversation();
      await new Promise<void>((done) => {
        const look = (): void => {
          if (talk?.snapshot.items.length === many) done();
        };
        talk?.subscribe(look);
        look();
      });
    }, many);
    took.until = performance.now() - begun;
  });
  const { texts } = await a.told();
  expect(texts).toEqual(Array.from({ length: many }, (_none, count) => `Message ${count}`));
  await a.reads('Message 9999');
  const naively = await heldUpBare(browser, 2000);
  figure({
    cases: '82',
    what: 'longest task while 10,000 messages come',
    unit: 'ms of processor',
    values: [longest],
    reference: { what: 'a bare page that appends and scrolls, at 2,000', values: [naively] },
    goal: 'worst ≤ 50',
  });
  figure({
    cases: '82',
    what: 'the same by the clock, with both pages on one machine',
    unit: 'ms',
    values: [longestByClock],
  });
  figure({
    cases: '82',
    what: 'from a key to its letter on the screen while 10,000 messages come',
    unit: 'ms',
    values: typed,
    reference: { what: 'in a calm chat', values: calm },
  });
  figure({
    cases: '82',
    what: '10,000 messages, until all are there',
    unit: 'ms',
    values: [took.until],
  });
  expect(longest).toBeLessThan(await shortTask(browser));
  expect(quantile(typed, 0.95), 'against the hang of a bare page at 2,000').toBeLessThan(naively);
});

test(
  'case 82 · 10,000 entries that wait for no acknowledgement: cut off and told, what was said comes later',
  { tag: '@long' },
  async ({ browser, pair }) => {
    const { agent, visitor } = pair;
    const [a, v] = [new Talk(agent), new Talk(visitor)];
    await v.write('Before');
    await a.reads('Before');
    const before = await heapOf(agent.page);
    const notice = noticeAt(agent.page);
    const { longest } = await tasksOf(browser, agent.page, async () => {
      await visitor.page.evaluate(
        (channel) => {
          for (let number = 1; number <= 10_000 && channel.readyState === 'open'; number += 1) {
            const body = { type: 'text', text: `Flood ${number} ${'x'.repeat(500)}` };
            const entry = {
              writer: 'bad',
              number,
              id: `e${number}`,
              from: 'visitor',
              order: number,
              at: Date.now(),
              body,
            };
            channel.send(
              new TextEncoder().encode(JSON.stringify({ v: 1, chat: { type: 'said', entry } })),
            );
          }
        },
        await visitor.page.evaluateHandle(channelIn),
      );
      // Not by `expect`: before it fails it reads the whole page's tree, a task longer than any of ours.
      await notice.waitFor({ timeout: 15_000 });
    });
    expect(longest).toBeLessThan(await shortTask(browser));
    const shown = (await a.told()).texts.length;
    figure({
      cases: '82',
      what: 'longest task while 10,000 entries pour in without waiting',
      unit: 'ms of processor',
      values: [longest],
      goal: 'worst ≤ 50',
      note: `${shown} of 10,001 were taken before the far side was cut off, ${megabytes((await heapOf(agent.page)) - before).toFixed(1)} MB with their rows.`,
    });
    await v.write('While it was cut off');
    await agent.page.getByRole('button', { name: 'Try again' }).click();
    await a.reads('While it was cut off');
    await expect(notice).toHaveCount(0);
  },
);

test(
  'case 82 · a far side that is cut off comes back by itself',
  { tag: '@long' },
  async ({ pair }) => {
    const { agent, visitor } = pair;
    const [a, v] = [new Talk(agent), new Talk(visitor)];
    await v.write('Before');
    await a.reads('Before');
    await visitor.page.evaluate(
      (channel) => {
        for (let count = 0; count < 5000 && channel.readyState === 'open'; count += 1)
          channel.send(
            new TextEncoder().encode(
              `{"v":1,"chat":{"type":"has","writer":"w","number":${count}}}`,
            ),
          );
      },
      await visitor.page.evaluateHandle(channelIn),
    );
    await expect(noticeAt(agent.page)).toBeVisible();
    await v.write('After');
    await expect(a.log.getByText('After')).toBeVisible({ timeout: 30_000 });
  },
);
