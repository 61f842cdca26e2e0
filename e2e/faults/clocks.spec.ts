import type { BrowserContext } from '@playwright/test';
import { newRoom, openSide, type Side, talk } from '../side.js';
import { Talk } from '../talk.js';
import { figure } from './figures.js';
import { longIf } from './long.js';
import { callOf, expect, test, witnessedContext } from './witnessed.js';

// Two machines that do not agree on what time it is.

const hour = 3_600_000;

/** Its pages tell another time; what lasts how long is as ever. */
async function skew(context: BrowserContext, by: number): Promise<void> {
  await context.addInitScript((by) => {
    const Real = Date;
    window.Date = class extends Real {
      constructor(...given: [] | [number | string]) {
        super(...((given.length > 0 ? given : [Real.now() + by]) as [number]));
      }

      static override now(): number {
        return Real.now() + by;
      }
    } as DateConstructor;
  }, by);
}

/** Seconds that the running timer shows. */
async function timer({ status }: Side): Promise<number> {
  const [minutes = NaN, seconds = NaN] = (await status.getByRole('timer').innerText())
    .split(':')
    .map(Number);
  return minutes * 60 + seconds;
}

/** How far off the times of all that was said are, by this page's own clock: milliseconds. */
const ages = (side: Side): Promise<readonly number[]> =>
  side.onSession(async (element) => {
    const talk = await element.conversation();
    return (talk?.snapshot.items ?? []).map(({ at }) => Math.abs(Date.now() - at));
  });

for (const [name, by] of [
  ['fast', hour],
  ['slow', -hour],
] as const) {
  test(
    `case 40 · the visitor's clock is an hour ${name}: order, times, timer and the way back are right`,
    longIf(by < 0),
    async ({ browser }) => {
      const room = newRoom();
      const contexts = [await witnessedContext(browser), await witnessedContext(browser)] as const;
      await skew(contexts[1], by);
      const [agent, visitor] = [
        await openSide(contexts[0], 'agent', { room }),
        await openSide(contexts[1], 'visitor', { room }),
      ];
      await Promise.all([agent.inChat(), visitor.inChat()]);
      const now = (side: Side): Promise<number> => side.page.evaluate(() => Date.now());
      expect(Math.abs((await now(visitor)) - (await now(agent)) - by)).toBeLessThan(60_000);

      const [a, v] = [new Talk(agent), new Talk(visitor)];
      const said = ['One', 'Two', 'Three', 'Four', 'Five', 'Six'];
      for (const [index, text] of said.entries()) {
        const [writer, reader] = index % 2 === 0 ? [v, a] : [a, v];
        await writer.write(text);
        await reader.reads(text);
      }
      await a.has(...said);
      await v.has(...said);
      await Promise.all([a.write('At once, A'), v.write('At once, V')]);
      const { texts } = await a.until(({ texts }) => texts.length === said.length + 2, 'both');
      await v.has(...texts);

      await talk(visitor, agent);
      await Promise.all([agent.hears(), visitor.hears()]);
      const before = await callOf(visitor);
      await expect.poll(() => timer(agent)).toBeGreaterThan(2);
      const shown = await Promise.all([timer(agent), timer(visitor)]);
      expect(Math.abs(shown[0] - shown[1]), `the timers: ${shown.join(', ')}`).toBeLessThan(3);

      await visitor.page.reload();
      await Promise.all([visitor.reaches('active'), agent.reaches('active')]);
      await Promise.all([agent.hears(), visitor.hears()]);
      expect(await callOf(visitor), 'the same call and timer').toEqual(before);

      await visitor.press('hangup-button');
      await Promise.all([agent.reaches('idle'), visitor.reaches('idle')]);
      const durations = await Promise.all(
        [agent, visitor].map((side) =>
          side.onSession(({ session }) => session.snapshot.call.lastEnd?.duration ?? NaN),
        ),
      );
      figure({
        cases: '40',
        what: `an hour ${name}: the call's length, between the two sides`,
        unit: 'ms apart',
        values: [Math.abs(durations[0]! - durations[1]!)],
      });
      const off = [...(await ages(agent)), ...(await ages(visitor))];
      expect(off.length).toBeGreaterThan(2 * said.length);
      figure({
        cases: '40',
        what: `an hour ${name}: how long ago all was said, by the reader's clock`,
        unit: 'ms',
        values: off,
      });
      expect(Math.max(...off), 'the oldest, against the skew').toBeLessThan(hour / 4);
      expect([agent.errors, visitor.errors]).toEqual([[], []]);
    },
  );
}
