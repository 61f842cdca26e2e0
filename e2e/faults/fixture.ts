import type { Browser } from '@playwright/test';
import { port } from '../port.js';
import {
  expect,
  newRoom,
  openSide,
  type Pair,
  type Party,
  parties,
  type Side,
  talk,
  test as base,
} from '../side.js';
import { ranIn } from './figures.js';
import { throughWire } from './through-wire.js';
import { Wire } from './wire.js';
import { witness, Witness } from './witness.js';

// Without it Chromium hides its address from a page without a microphone, and the wire finds none.
// The last such flag wins; of Playwright's own, these keep the browser from asking the internet.
export const shownAddresses = `--disable-features=${[
  'WebRtcHideLocalIpsWithMdns',
  'AimEnabled',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
].join(',')}`;

/** One party's side of a session, opened through the wire, with a witness in its page. */
export async function openOnWire(
  wire: Wire,
  browser: Browser,
  party: Party,
  given: Parameters<typeof openSide>[2],
): Promise<Side> {
  ranIn(browser);
  const context = await browser.newContext({
    permissions: ['camera', 'microphone'],
    baseURL: wire.url(party),
  });
  const far = party === 'agent' ? 'visitor' : 'agent';
  await context.exposeBinding('onWire', (_, candidate: string) => wire.rewrite(far, candidate));
  await context.addInitScript(throughWire);
  await context.addInitScript(witness);
  return openSide(context, party, given);
}

/**
 * On top of the fixtures of side.ts: `wire` is the network that `pair` is joined by, `browsers` who
 * runs where, `query` what the pages' addresses end with, `witnesses` what each page saw.
 */
export const test = base.extend<{
  seed: number;
  query: string;
  browsers: Readonly<Record<Party, Browser>>;
  wire: Wire;
  witnesses: Readonly<Record<Party, Witness>>;
}>({
  launchOptions: [
    async ({ launchOptions }, use) => {
      const { args = [] } = launchOptions;
      await use({ ...launchOptions, args: [...args, shownAddresses] });
    },
    { scope: 'worker' },
  ],
  seed: [1, { option: true }],
  query: ['', { option: true }],
  browsers: async ({ browser }, use) => use({ agent: browser, visitor: browser }),
  wire: async ({ seed }, use) => {
    const wire = await Wire.open(port, seed);
    await use(wire);
    await wire.close();
  },
  pair: async ({ browsers, query, wire }, use) => {
    const room = newRoom();
    const [agent, visitor] = await Promise.all([
      openOnWire(wire, browsers.agent, 'agent', { room, query }),
      openOnWire(wire, browsers.visitor, 'visitor', { room, query }),
    ]);
    await Promise.all([agent.inChat(), visitor.inChat()]);
    await use({ agent, visitor } satisfies Pair);
    expect(agent.errors, 'uncaught errors at the agent').toEqual([]);
    expect(visitor.errors, 'uncaught errors at the visitor').toEqual([]);
  },
  witnesses: async ({ pair }, use) =>
    use({ agent: new Witness(pair.agent), visitor: new Witness(pair.visitor) }),
});

export { expect, type Pair, parties, type Party, type Side, talk, Witness };
