import type { Browser } from '@playwright/test';
import { expect, newContext, newRoom, openSide, type Pair, test as base } from '../side.js';

// What leaves a chat as it was needs no new one: opening two pages takes longer than most attacks.

// On a stock server, which lets a stranger in and relays whatever he says.
const query = '&stock';

let lasting: Pair | undefined;

async function open(browser: Browser): Promise<Pair> {
  const room = newRoom();
  const contexts = [await newContext(browser), await newContext(browser)] as const;
  const [agent, visitor] = await Promise.all([
    openSide(contexts[0], 'agent', { room, query }),
    openSide(contexts[1], 'visitor', { room, query }),
  ]);
  return { agent, visitor };
}

/** `pair` is the same chat for each test that asks for it, without a call; after a failed test a new one. */
export const test = base.extend({
  tidy: async ({ browser }, use) => {
    await use(undefined);
    const kept = lasting && [lasting.agent, lasting.visitor].map(({ page }) => page.context());
    const gone = browser.contexts().filter((context) => !kept?.includes(context));
    await Promise.all(gone.map((context) => context.close()));
  },
  pair: async ({ browser }, use) => {
    const pair = (lasting ??= await open(browser));
    const sides = [pair.agent, pair.visitor];
    await Promise.all(sides.map((side) => side.inChat()));
    if ((await pair.agent.phase()) !== 'idle') await pair.agent.press('hangup-button');
    await Promise.all(sides.map((side) => side.reaches('idle')));
    await use(pair);
    expect(pair.agent.errors, 'uncaught errors at the agent').toEqual([]);
    expect(pair.visitor.errors, 'uncaught errors at the visitor').toEqual([]);
  },
});

/** For `test.afterAll`: no page is left to slow down the next file. */
export async function letPairGo({ browser }: { readonly browser: Browser }): Promise<void> {
  lasting = undefined;
  await Promise.all(browser.contexts().map((context) => context.close()));
}
