import { test as base } from '@playwright/test';
import { findFirefox, noFirefox } from '../../scripts/find-firefox.mjs';
import { skipped } from '../faults/figures.js';
import { Wire } from '../faults/wire.js';
import { port } from '../port.js';
import { expect, newRoom, type Party } from '../side.js';
import { type Engine, Engines } from './engines.js';
import { openPerson, type Person } from './person.js';

/** Who calls, who is called. */
export type Pairing = readonly [caller: Engine, called: Engine];

export const pairings: readonly Pairing[] = [
  ['Chromium', 'Chromium'],
  ['Firefox', 'Firefox'],
  ['Chromium', 'Firefox'],
  ['Firefox', 'Chromium'],
];

export const named = ([caller, called]: Pairing): string => `${caller} → ${called}`;

/** Two people in an open chat, joined by a wire. The visitor, who also makes the offers, calls. */
export interface Couple {
  readonly wire: Wire;
  readonly caller: Person;
  readonly called: Person;
}

export async function meet(engines: Engines, [first, second]: Pairing): Promise<Couple> {
  const wire = await Wire.open(port);
  const room = newRoom();
  const open = async (engine: Engine, party: Party): Promise<Person> =>
    openPerson(await engines.get(engine), { engine, party, room, wire });
  const [caller, called] = await Promise.all([open(first, 'visitor'), open(second, 'agent')]);
  await Promise.all([caller.inChat(), called.inChat()]);
  return { wire, caller, called };
}

export async function part({ wire, caller, called }: Couple): Promise<void> {
  await Promise.all([caller, called].map(({ page }) => page.browserContext().close()));
  await wire.close();
  for (const { name, errors } of [caller, called])
    expect(errors, `uncaught errors of the ${name}`).toEqual([]);
}

/** Both cameras, one after the other: the stage that opens moves the controls, and a press in that moment finds none. */
export async function showBoth(caller: Person, called: Person): Promise<void> {
  await caller.press('video-toggle');
  await called.seesFarPicture();
  await called.press('video-toggle');
  await caller.seesFarPicture();
}

/** Both in a call. */
export async function talk(self: Person, far: Person): Promise<void> {
  await self.press('headset-button');
  await far.reaches('incoming');
  await far.accept();
  await Promise.all([self.reaches('active'), far.reaches('active')]);
}

/** `couple`: a pair of `pairing`. */
export const test = base.extend<
  { found: undefined; pairing: Pairing; couple: Couple },
  { engines: Engines }
>({
  found: [
    // Playwright reads from this pattern what a fixture needs.
    async ({}, use, info) => {
      if (!findFirefox()) {
        skipped({ cases: 'engines', why: noFirefox });
        info.skip(true, noFirefox);
      }
      await use(undefined);
    },
    { auto: true },
  ],
  engines: [
    async ({}, use) => {
      const engines = new Engines();
      await use(engines);
      await engines.close();
    },
    { scope: 'worker' },
  ],
  pairing: [pairings[0]!, { option: true }],
  couple: async ({ engines, pairing }, use) => {
    const couple = await meet(engines, pairing);
    await use(couple);
    await part(couple);
  },
});

export { expect };
