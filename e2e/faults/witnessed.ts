import type { Browser, BrowserContext } from '@playwright/test';
import {
  expect,
  newContext,
  newRoom,
  openSide,
  type Party,
  type Side,
  test as base,
} from '../side.js';
import { ranIn } from './figures.js';
import { witness, Witness } from './witness.js';

export async function witnessedContext(browser: Browser): Promise<BrowserContext> {
  ranIn(browser);
  const context = await newContext(browser);
  await context.addInitScript(witness);
  return context;
}

export const openWitnessed = async (
  browser: Browser,
  party: Party,
  room: string,
  query = '',
): Promise<Side> => openSide(await witnessedContext(browser), party, { room, query });

/**
 * On top of the fixtures of side.ts: `witnesses`, what each page of `pair` saw, `query` what the pages' addresses
 * end with. No network between them.
 */
export const test = base.extend<{ query: string; witnesses: Readonly<Record<Party, Witness>> }>({
  query: ['', { option: true }],
  pair: async ({ browser, query }, use) => {
    const room = newRoom();
    const [agent, visitor] = await Promise.all([
      openWitnessed(browser, 'agent', room, query),
      openWitnessed(browser, 'visitor', room, query),
    ]);
    await Promise.all([agent.inChat(), visitor.inChat()]);
    await use({ agent, visitor });
    expect(agent.errors, 'uncaught errors at the agent').toEqual([]);
    expect(visitor.errors, 'uncaught errors at the visitor').toEqual([]);
  },
  witnesses: async ({ pair }, use) =>
    use({ agent: new Witness(pair.agent), visitor: new Witness(pair.visitor) }),
});

/** What a call is known by on one side. */
export const callOf = (
  side: Side,
): Promise<{ readonly ids: readonly string[]; readonly startedAt: number | undefined }> =>
  side.onSession(({ session }) => {
    const { ids, startedAt } = session.snapshot.call;
    return { ids: [...ids].sort(), startedAt };
  });

export { expect };
