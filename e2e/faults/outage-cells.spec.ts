import { Cuts, longestGap, nothingNoticed, type Noticed, tell } from './cuts.js';
import { figure } from './figures.js';
import { expect, type Pair, test as base, type Witness } from './fixture.js';
import { bareCall, inPicture, longInPicture, settling, theCall } from './in-picture.js';
import { cutsInACell } from './rounds.js';

// How long people wait after a cut, cell by cell. All of it is reported; asserted is only what
// cannot depend on the machine: it is the same call, and everything comes back.

const test = base.extend<{ cuts: Cuts }>({
  cuts: async ({ wire, witnesses }, use) => {
    await wire.faults({ delay: 20 });
    await use(new Cuts(wire, witnesses));
  },
});

test.describe.configure({ timeout: 600_000 + cutsInACell * 120_000 });

/** Runs the cuts, and sees that the call is the same afterwards. */
async function stays(
  pair: Pair,
  witnesses: Readonly<Record<'agent' | 'visitor', Parameters<typeof theCall>[0]>>,
  run: () => Promise<void>,
): Promise<void> {
  const sides = [witnesses.agent, witnesses.visitor];
  const before = await Promise.all(sides.map(theCall));
  const began = await witnesses.agent.now();
  await run();
  await Promise.all([pair.agent.reaches('active'), pair.visitor.reaches('active')]);
  expect(await Promise.all(sides.map(theCall)), 'the same call').toEqual(before);
  for (const one of sides)
    expect((await one.phases()).filter(({ at, what }) => at > began && what === 'idle')).toEqual(
      [],
    );
}

const cell = (name: string): string => `${name}, 40 ms there and back`;

for (const [cases, length] of [
  ['2', 2],
  ['2', 3],
  ['2', 4],
  ['2', 6],
  ['3', 10],
  ['4', 25],
] as const)
  test(
    `case ${cases} · a cut of ${length} s`,
    { tag: '@long' },
    async ({ cuts, pair, witnesses }) => {
      await longInPicture(pair);
      await stays(pair, witnesses, async () =>
        tell(cases, cell(`a cut of ${length} s`), await cuts.times(cutsInACell, [length])),
      );
    },
  );

for (const [name, faults] of [
  ['200 ms there and back', { delay: 100 }],
  ['1 Mbit/s', { delay: 20, rate: 1000 }],
] as const)
  test(
    `case 2 · a cut of 4 s, ${name}`,
    { tag: '@long' },
    async ({ cuts, pair, wire, witnesses }) => {
      await wire.faults(faults);
      await longInPicture(pair);
      await stays(pair, witnesses, async () =>
        tell('2', `a cut of 4 s, ${name}`, await cuts.times(cutsInACell, [4])),
      );
    },
  );

test(
  'case 7 · a cut of one direction of 4 s',
  { tag: '@long' },
  async ({ cuts, pair, witnesses }) => {
    await longInPicture(pair);
    await stays(pair, witnesses, async () => {
      for (const direction of ['agent→visitor', 'visitor→agent'] as const) {
        const [deaf, heard] =
          direction === 'agent→visitor'
            ? [witnesses.visitor, witnesses.agent]
            : [witnesses.agent, witnesses.visitor];
        const gaps: number[] = [];
        const noticed = nothingNoticed();
        for (let round = 0; round < cutsInACell; round += 1) {
          const began = await witnesses.agent.now();
          await cuts.once(noticed, [4], direction);
          gaps.push(await longestGap(heard, began));
          const shown = await deaf.phaseAfter(began, 'reconnecting');
          expect(shown, 'who hears nothing reads so').toBeGreaterThan(0);
        }
        tell('7', cell(`a cut of ${direction} alone, 4 s`), noticed);
        figure({
          cases: '7',
          what: cell(
            `a cut of ${direction} alone, 4 s: longest gap of the picture that still flows`,
          ),
          unit: 'ms',
          values: gaps,
        });
      }
    });
  },
);

for (const lengths of [
  [2, 1, 2],
  [4, 0.5, 4],
] as const)
  test(
    `case 2 · cuts in a row, ${lengths.join(', ')} s`,
    { tag: '@long' },
    async ({ cuts, pair, witnesses }) => {
      await longInPicture(pair);
      await stays(pair, witnesses, async () => {
        const [first, flow, second] = lengths;
        const noticed = await cuts.times(cutsInACell, lengths);
        tell('2', cell(`cuts of ${first} s and ${second} s with ${flow} s in between`), noticed);
      });
    },
  );

test(
  'case 2 · cuts in the first seconds of a call',
  { tag: '@long' },
  async ({ cuts, pair, witnesses }) => {
    const noticed: Record<number, Noticed> = { 2: nothingNoticed(), 4: nothingNoticed() };
    for (const [length, cell] of Object.entries(noticed))
      for (let round = 0; round < cutsInACell; round += 1) {
        await inPicture(pair);
        await stays(pair, witnesses, () => cuts.once(cell, [Number(length)]));
        await pair.agent.press('hangup-button');
        await Promise.all([pair.agent.reaches('idle'), pair.visitor.reaches('idle')]);
        // A connection of its own for each call: a call later in a chat knows the path already.
        await Promise.all([pair.agent.page.reload(), pair.visitor.page.reload()]);
        await Promise.all([pair.agent.inChat(), pair.visitor.inChat()]);
      }
    for (const [length, values] of Object.entries(noticed))
      tell(
        '2',
        `a cut of ${length} s in the first seconds of a call, 40 ms there and back`,
        values,
      );
  },
);

test(
  'case 1 · what a false alarm costs: a cut of 0.6 s',
  { tag: '@long' },
  async ({ browser, pair, wire, witnesses }) => {
    await wire.faults({ delay: 20 });
    const gapsOf = async (sides: readonly Witness[]): Promise<readonly number[]> => {
      const gaps: number[] = [];
      for (let round = 0; round < cutsInACell; round += 1) {
        const cutAt = await wire.cut();
        await sides[0]!.side.nothingFor(600);
        const at = await wire.restore();
        await Promise.all(sides.map((one) => one.stableAfter(at)));
        for (const one of sides) gaps.push(await longestGap(one, cutAt));
      }
      return gaps;
    };
    await longInPicture(pair);
    let own: readonly number[] = [];
    await stays(pair, witnesses, async () => {
      own = await gapsOf([witnesses.agent, witnesses.visitor]);
    });
    // One call after the other: two at once would want more of a small machine than it has.
    await Promise.all([pair.agent, pair.visitor].map(({ page }) => page.context().close()));
    const bare = await bareCall(wire, browser);
    await bare[0]!.side.nothingFor(settling);
    figure({
      cases: '1',
      what: 'a cut of 0.6 s, which the picture changes its line for: longest gap of the picture',
      unit: 'ms',
      values: own,
      reference: { what: 'bare PeerJS', values: await gapsOf(bare) },
    });
  },
);
