import { bothBecome, pressAt, soon } from './at-once.js';
import { figure } from './figures.js';
import { expect, talk, test } from './fixture.js';
import { rounds } from './rounds.js';
import { callOf } from './witnessed.js';

// Both do the same at the same moment.

/** Milliseconds one way. On the longer one rings cross that are sent within it. */
const ways = [0, 60] as const;

test('case 27 · both press the headset at once: one call each time, with the same ids on both sides', async ({
  pair: { agent, visitor },
  wire,
}) => {
  test.setTimeout(240_000);
  const sides = [agent, visitor];
  for (const delay of ways) {
    await wire.faults({ delay });
    const took: number[] = [];
    const agreed: number[] = [];
    let crossed = 0;
    for (let round = 0; round < rounds(4, 100); round += 1) {
      // Every fourth time to the millisecond, else up to 50 ms apart, either of them first.
      const apart = round % 4 === 0 ? 0 : (round * 7) % 50;
      const at = soon();
      const order = round % 2 ? sides : sides.toReversed();
      await Promise.all(
        order.map((side, index) => pressAt(side, 'headset-button', at + index * apart)),
      );
      const active = await bothBecome(sides, { phase: 'active' });
      took.push(Math.max(...active) - at - apart);
      const [one, other] = await Promise.all(sides.map(callOf));
      expect(one!.ids, `round ${round}, ${apart} ms apart`).toEqual(other!.ids);
      agreed.push(Number(one!.ids.length > 0));
      crossed += Number(one!.ids.length === 2);
      await pressAt(order[round % 3 ? 0 : 1]!, 'hangup-button');
      await bothBecome(sides, { phase: 'idle' });
    }
    if (delay > 0) expect(crossed, 'some of the rings crossed').toBeGreaterThan(0);
    const of = `both press the headset within 50 ms, ${delay} ms one way`;
    figure({
      cases: '27',
      what: `${of}: both are in the same call (1 = yes)`,
      unit: 'calls',
      values: agreed,
      goal: 'worst = 1',
      note: `in ${crossed} of them the rings crossed, and the call has both ids`,
    });
    figure({ cases: '27', what: `${of}: until both are in it`, unit: 'ms', values: took });
  }
  await wire.heal();
  await Promise.all([agent.inChat(), visitor.inChat()]);
  for (const side of sides) expect(await side.liveTracks()).toEqual([]);
});

test(
  'case 28 · both toggle video at once, over and over in one call: both end as asked, nothing is negotiated',
  { tag: '@long' },
  async ({ self, far, witnesses }) => {
    test.setTimeout(240_000);
    const sides = [self, far];
    await talk(self, far);
    const before = await Promise.all(sides.map(callOf));
    const count = rounds(8, 200);
    const took: number[] = [];
    const stable: number[] = [];
    // Each on, each off, and each of the two against the other.
    const asked: readonly (readonly [boolean, boolean])[] = [
      [true, true],
      [false, false],
      [true, false],
      [false, true],
      [true, false],
      [false, false],
    ];
    for (let round = 0; round < count; round += 1) {
      const is = asked[(round + asked.length - 1) % asked.length]!;
      const wanted = asked[round % asked.length]!;
      const at = soon();
      await Promise.all(
        sides.map((side, index) =>
          (round > 0 ? is[index] : false) === wanted[index]
            ? // It presses twice: on and off again in one breath, and ends as it was.
              pressAt(side, 'video-toggle', at).then(() => pressAt(side, 'video-toggle'))
            : pressAt(side, 'video-toggle', at),
        ),
      );
      const [own, other] = wanted;
      const done = await Promise.all([
        bothBecome([self], { phase: 'active', ownPicture: own, farPicture: other }),
        bothBecome([far], { phase: 'active', ownPicture: other, farPicture: own }),
      ]);
      took.push(Math.max(...done.flat()) - at);
      for (const side of sides) {
        stable.push(
          await side.page.evaluate(() =>
            Number(
              window.watched.connections
                .filter(({ connectionState }) => connectionState !== 'closed')
                .every(({ signalingState }) => signalingState === 'stable'),
            ),
          ),
        );
      }
    }
    expect(new Set(stable), 'no offer is ever open').toEqual(new Set([1]));
    expect(await Promise.all(sides.map(callOf)), 'the same call').toEqual(before);
    for (const { side } of Object.values(witnesses)) {
      expect(
        await side.page.evaluate(() => window.watched.connections.length),
        'no connection was made for it',
      ).toBeLessThanOrEqual(2);
    }
    figure({
      cases: '28',
      what: 'both toggle video at once: from the press until both are, and see, as asked',
      unit: 'ms',
      values: took,
      goal: 'worst ≤ 1000',
    });
    figure({
      cases: '28',
      what: 'the same, signalling stable afterwards (1 = yes)',
      unit: 'sides',
      values: stable,
      goal: 'worst = 1',
    });
    await self.press('hangup-button');
    await bothBecome(sides, { phase: 'idle' });
    for (const side of sides) await expect.poll(() => side.liveTracks()).toEqual([]);
  },
);
