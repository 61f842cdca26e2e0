import type { CallPhase } from '../../src/index.js';
import { dice } from '../../src/testing/dice.js';
import { becomes } from './at-once.js';
import { figure } from './figures.js';
import type { Side } from '../side.js';
import { rounds } from './rounds.js';
import { callOf, expect, test } from './witnessed.js';

// Two real pages, pressed in any order within 50 ms. A thousand seeds more, with drops, without a
// browser's pace: src/session/races.test.ts; ten thousand walks of the table alone: src/call/random-walk.test.ts.

const presses = 8;
const within = 50;

/** Every step from phase to phase that there is. */
const legal: Readonly<Record<CallPhase, readonly CallPhase[]>> = {
  idle: ['calling', 'incoming', 'reconnecting'],
  calling: ['active', 'connecting', 'idle'],
  incoming: ['connecting', 'idle'],
  connecting: ['active', 'idle'],
  active: ['reconnecting', 'idle'],
  reconnecting: ['active', 'idle'],
};

test('cases 55, 60 · presses in any order within 50 ms: both sides agree each time, and no step is taken that is none', async ({
  pair: { agent, visitor },
  witnesses,
}) => {
  test.setTimeout(420_000);
  const sides = [agent, visitor];
  const agreed: number[] = [];
  let talking = 0;
  const seeds = rounds(8, 200);
  for (let seed = 1; seed <= seeds; seed += 1) {
    const roll = dice(seed);
    const plan = Array.from({ length: presses }, () => [roll(7), roll(within)] as const);
    const at = Date.now() + 40;
    await Promise.all(
      sides.map((side, mine) =>
        side.onSession(
          async (session, { plan, at }) => {
            const { session: it } = session;
            const acts = [
              () => it.startCall(),
              () => it.startCall(),
              () => it.acceptCall(),
              () => it.declineCall(),
              () => it.hangUp(),
              () => it.setCamera(it.snapshot.own.picture === undefined),
              () => it.setMuted(!it.snapshot.own.muted),
            ];
            let due = at;
            for (const [act, wait] of plan) {
              due += wait;
              while (performance.timeOrigin + performance.now() < due)
                await new Promise((next) => setTimeout(next));
              // What means nothing now is refused, which is as good an answer as any.
              acts[act]!().catch(() => undefined);
            }
          },
          { plan: plan.filter((_, index) => index % 2 === mine), at: at + mine * roll(within) },
        ),
      ),
    );
    // Both come to rest: it rings no more than it did, and nobody is asked for anything.
    const rest = async (): Promise<string> => {
      const phases = await Promise.all(sides.map((side) => side.phase()));
      return phases.join(' ');
    };
    await expect
      .poll(rest, { message: `seed ${seed} comes to rest`, intervals: [20, 50, 100] })
      .toMatch(/^(idle idle|active active|calling incoming|incoming calling)$/);
    if ((await rest()).includes('calling')) {
      const called = (await agent.phase()) === 'incoming' ? agent : visitor;
      await called.onSession((session) => session.acceptCall());
      for (const side of sides) await becomes(side, { phase: 'active' });
    }
    const [one, other] = await Promise.all(sides.map(callOf));
    expect(one!.ids, `seed ${seed}: the same call`).toEqual(other!.ids);
    agreed.push(1);
    if (one!.ids.length > 0) {
      talking += 1;
      await expect
        .poll(() => toldOtherwise(sides), {
          message: `seed ${seed}: what each sends is what the other is told`,
          intervals: [20, 50],
        })
        .toEqual([]);
      await agent.onSession((session) => session.hangUp());
      for (const side of sides) await becomes(side, { phase: 'idle' });
    }
    for (const side of sides)
      await expect
        .poll(() => side.liveTracks(), { message: `seed ${seed}: devices of the ${side.party}` })
        .toEqual([]);
  }
  expect(talking, 'some races end in a call').toBeGreaterThan(0);
  let steps = 0;
  for (const witness of Object.values(witnesses)) {
    const phases = (await witness.phases()).map(({ what }) => what);
    for (const [index, phase] of phases.slice(1).entries())
      expect(legal[phases[index]!], `after ${phases[index]!}`).toContain(phase);
    steps += phases.length - 1;
  }
  figure({
    cases: '55, 60',
    what: 'presses in any order within 50 ms: both sides agree (1 = yes)',
    unit: 'seeds',
    values: agreed,
    goal: 'worst = 1',
    note: `${talking} of them ended in a call; ${steps} steps from phase to phase were legal`,
  });
});

/** What one side does and the other is told differently. */
async function toldOtherwise(sides: readonly Side[]): Promise<readonly string[]> {
  const [one, other] = await Promise.all(
    sides.map((side) =>
      side.onSession(({ session: { snapshot } }) => ({
        does: { muted: snapshot.own.muted, camera: snapshot.own.picture !== undefined },
        isTold: { muted: snapshot.far.muted, camera: snapshot.far.picture !== undefined },
      })),
    ),
  );
  return [
    { does: one!.does, isTold: other!.isTold },
    { does: other!.does, isTold: one!.isTold },
  ]
    .filter(({ does, isTold }) => does.muted !== isTold.muted || does.camera !== isTold.camera)
    .map((pair) => JSON.stringify(pair));
}
