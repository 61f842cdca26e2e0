import { figure } from '../faults/figures.js';
import {
  type Couple,
  expect,
  meet,
  named,
  pairings,
  part,
  type Pairing,
  showBoth,
  talk,
  test,
} from './fixture.js';

// What breaks a path, where Firefox is at one end or at both.

const withFirefox = pairings.filter((pairing) => pairing.includes('Firefox'));
const rounds = Number(process.env.VISAVIS_ROUNDS ?? 1);

interface Seen {
  /** Milliseconds after the cut. */
  readonly shown: number;
  /** Milliseconds after the network was back. */
  readonly sound: number;
  readonly picture: number;
}

/** Both directions are cut for so long; what both people saw of it, the caller first. */
async function outage({ wire, caller, called }: Couple, seconds: number): Promise<readonly Seen[]> {
  const witnesses = [caller.witness, called.witness];
  const cut = await wire.cut();
  await caller.nothingFor(seconds * 1000);
  const back = await wire.restore();
  return Promise.all(
    witnesses.map(async (witness) => ({
      shown: await witness.saidAfter(cut, /Reconnecting/),
      sound: await witness.soundAfter(back),
      picture: await witness.stableAfter(back),
    })),
  );
}

function tell(pairing: Pairing, when: string, seen: readonly Seen[]): void {
  const about = { cases: 'engines', unit: 'ms' } as const;
  const whom = `${named(pairing)}, ${when}`;
  figure({
    ...about,
    what: `${whom}: until the break is shown`,
    values: seen.map(({ shown }) => shown),
    goal: 'p95 ≤ 1500',
  });
  figure({
    ...about,
    what: `${whom}: until sound is back`,
    values: seen.map(({ sound }) => sound),
    goal: 'p95 ≤ 500',
  });
  pairing.forEach((engine, index) => {
    const values = seen.filter((_, at) => at % 2 === index).map(({ picture }) => picture);
    if (values.some((value) => value >= 0))
      figure({
        ...about,
        what: `${whom}: until the picture is back in ${engine}, the ${index ? 'called' : 'caller'}`,
        values,
        goal: 'p95 ≤ 500',
      });
  });
}

for (const pairing of withFirefox) {
  test.describe(named(pairing), () => {
    test.use({ pairing });
    test.describe.configure({ timeout: 60_000 + 60_000 * rounds });

    test('cuts of 4 and of 10 s are shown, and the same call goes on with its pictures', async ({
      couple,
    }) => {
      const { caller, called } = couple;
      await talk(caller, called);
      await showBoth(caller, called);
      // A call that has only begun does not yet know how much the path can carry.
      await caller.nothingFor(3000);
      for (const seconds of [4, 10]) {
        const seen: Seen[] = [];
        for (let round = 0; round < rounds; round += 1)
          seen.push(...(await outage(couple, seconds)));
        tell(pairing, `${seconds} s`, seen);
        await Promise.all([caller.reaches('active'), called.reaches('active')]);
        await Promise.all([caller.hears(), called.hears()]);
        await Promise.all([caller.seesFarPicture(), called.seesFarPicture()]);
        expect(await caller.asked(), 'the microphone and the camera, once each').toBe(2);
      }
    });
  });
}

test('after a cut of 25 s the same call goes on, whoever made the offers', async ({ engines }) => {
  test.setTimeout(90_000);
  // All at once, and without pictures: it takes long enough.
  const couples = await Promise.all(withFirefox.map((pairing) => meet(engines, pairing)));
  await Promise.all(couples.map(({ caller, called }) => talk(caller, called)));
  await Promise.all(
    couples.map(async ({ wire, caller, called }, index) => {
      const whom = named(withFirefox[index]!);
      const before = await Promise.all([caller.call(), called.call()]);
      const cut = await wire.cut();
      await caller.nothingFor(25_000);
      const back = await wire.restore();
      const sound = await Promise.all([
        caller.witness.soundAfter(back),
        called.witness.soundAfter(back),
      ]);
      figure({
        cases: 'engines',
        what: `${whom}, 25 s: until sound is back`,
        unit: 'ms',
        values: sound,
        goal: 'p95 ≤ 500',
      });
      for (const person of [caller, called]) {
        await person.reaches('active');
        await person.hears();
        const phases = (await person.witness.phases()).filter(({ at }) => at > cut);
        expect(phases.map(({ what }) => what)).toEqual(['reconnecting', 'active']);
      }
      expect(await Promise.all([caller.call(), called.call()]), `${whom}: the call`).toEqual(
        before,
      );
      for (const person of [caller, called])
        expect(await person.asked(), `${person.name}: the microphone, once`).toBe(1);
    }),
  );
  for (const couple of couples) await part(couple);
});
