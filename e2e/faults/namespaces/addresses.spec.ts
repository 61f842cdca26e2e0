import { type Browser, chromium } from '@playwright/test';
import { findBrowser } from '../../../scripts/find-browser.mjs';
import { newRoom, openSide, test as base } from '../../side.js';
import { figure, ranIn, skipped } from '../figures.js';
import { expect, type Pair, type Party, Witness } from '../fixture.js';
import { inPicture, theCall } from '../in-picture.js';
import { cutsInACell } from '../rounds.js';
import { witness } from '../witness.js';
import { Network, noNamespaces } from './network.js';

// Cables that are pulled and addresses that change, in networks of the test's own.

const missing = noNamespaces();

interface Away {
  readonly network: Network;
  readonly pair: Pair;
  readonly witnesses: Readonly<Record<Party, Witness>>;
}

const test = base.extend<{ away: Away }>({
  away: async ({ launchOptions }, use) => {
    const network = await Network.open();
    const browsers: Browser[] = [];
    const room = newRoom();
    const { path } = await findBrowser();
    const open = async (party: Party) => {
      const browser = await chromium.launch({
        ...launchOptions,
        executablePath: network.browser(party, path),
        args: [
          ...(launchOptions.args ?? []),
          `--unsafely-treat-insecure-origin-as-secure=${Network.origin}`,
        ],
      });
      browsers.push(browser);
      ranIn(browser);
      const context = await browser.newContext({
        baseURL: Network.origin,
        permissions: ['camera', 'microphone'],
      });
      await context.addInitScript(witness);
      return openSide(context, party, { room });
    };
    const [agent, visitor] = await Promise.all([open('agent'), open('visitor')]);
    await Promise.all([agent.inChat(), visitor.inChat()]);
    await use({
      network,
      pair: { agent, visitor },
      witnesses: { agent: new Witness(agent), visitor: new Witness(visitor) },
    });
    await Promise.all(browsers.map((browser) => browser.close()));
    await network.close();
  },
});

test.beforeAll(() => {
  if (missing) skipped({ cases: '8, 10', why: missing });
});
test.skip(missing !== undefined, missing ?? '');
test.describe.configure({ timeout: 120_000 + cutsInACell * 40_000 });

interface Back {
  readonly sound: number[];
  readonly picture: number[];
}

/** When both sides heard and saw each other again after `at`. */
async function back({ pair, witnesses }: Away, at: number, into: Back): Promise<void> {
  for (const one of [witnesses.agent, witnesses.visitor]) {
    into.sound.push(await one.soundAfter(at));
    into.picture.push(await one.stableAfter(at));
  }
  await Promise.all([pair.agent.reaches('active'), pair.visitor.reaches('active')]);
}

/** Runs it several times, sees that the call is the same, and tells the figures. */
async function often(
  cases: string,
  what: string,
  away: Away,
  once: (round: number) => Promise<number>,
): Promise<void> {
  await inPicture(away.pair);
  await away.pair.agent.nothingFor(8000);
  const sides = [away.witnesses.agent, away.witnesses.visitor];
  // Where nothing else helps, another connection may carry the same call.
  const same = async (): Promise<object> =>
    Promise.all(
      sides.map(async (one) => {
        const { ids, startedAt, asked, rung } = await theCall(one);
        return { ids, startedAt, asked, rung };
      }),
    );
  const before = await same();
  const noticed: Back = { sound: [], picture: [] };
  for (let round = 0; round < cutsInACell; round += 1) await back(away, await once(round), noticed);
  expect(await same(), 'the same call').toEqual(before);
  for (const kind of ['sound', 'picture'] as const)
    figure({
      cases,
      what: `${what}: ${kind} back`,
      unit: 'ms',
      values: noticed[kind],
      goal: 'worst ≤ 2000',
    });
}

test('case 8 · a cable pulled for 8 s', { tag: '@long' }, async ({ away }) => {
  const { network, pair } = away;
  await often('8', 'a cable pulled for 8 s', away, async () => {
    network.link('visitor', 'down');
    await pair.agent.nothingFor(8000);
    return network.link('visitor', 'up');
  });
});

test('case 9 · another address on the same interface', { tag: '@long' }, async ({ away }) => {
  const { network } = away;
  await often('9', 'another address', away, async (round) =>
    network.address('visitor', 30 + round),
  );
});

for (const how of ['jump', 'step'] as const)
  test(`case 10 · another interface, in one ${how}`, { tag: '@long' }, async ({ away }) => {
    const { network, pair } = away;
    await often('10', `another interface, in one ${how}`, away, async (round) => {
      const [from, to] = round % 2 ? [1, 0] : [0, 1];
      const arrive = (): void => {
        network.link('visitor', 'up', to);
        network.address('visitor', 60 + round, to);
      };
      if (how === 'step') {
        arrive();
        await pair.agent.nothingFor(1500);
      }
      const at = network.link('visitor', 'down', from);
      if (how === 'jump') arrive();
      return at;
    });
  });
