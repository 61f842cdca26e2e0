import { expect, type Pair, talk } from '../side.js';
import { figure, notCovered } from './figures.js';
import { KillableServer } from './peer-server.js';
import { rounds } from './rounds.js';
import { test as base } from './witnessed.js';

// What becomes of a chat and its call when the PeerServer dies, comes back, or stands still.

const test = base.extend<{ server: KillableServer }>({
  server: async ({}, use) => {
    const server = new KillableServer();
    await server.start();
    await use(server);
    server.goOn();
    await server.kill();
  },
});

// Its ids, and no tickets: the server of these tests is a stock one.
test.use({ query: '&stock' });

/** Both sides meet at this server from now on. */
async function meetAt(server: KillableServer, { agent, visitor }: Pair): Promise<void> {
  for (const side of [agent, visitor]) {
    await side.onSession((session, url) => void (session.server = url), server.url);
  }
  for (const side of [agent, visitor]) await expect.poll(() => server.has(side)).toBe(true);
  await Promise.all([agent.inChat(), visitor.inChat()]);
}

async function registeredAfter(server: KillableServer, pair: Pair): Promise<number> {
  const begun = performance.now();
  await expect
    .poll(async () => (await server.has(pair.agent)) && (await server.has(pair.visitor)), {
      intervals: [20],
      timeout: 20_000,
    })
    .toBe(true);
  return performance.now() - begun;
}

test('case 17, 22 · the PeerServer is killed in a call: nobody hears of it, and both are registered again soon after it is back', async ({
  pair,
  server,
  witnesses,
}) => {
  test.setTimeout(120_000);
  const { agent, visitor } = pair;
  await meetAt(server, pair);
  await talk(visitor, agent);
  await Promise.all([agent.hears(), visitor.hears()]);
  const at = await witnesses.agent.now();
  const back: number[] = [];
  for (let round = 0; round < rounds(3, 20); round += 1) {
    await server.kill();
    await visitor.nothingFor(1000 + round * 300);
    await server.start();
    back.push(await registeredAfter(server, pair));
  }
  const gaps = await agent.page.evaluate((from) => {
    const sound = window.seen.sound.filter((one) => one >= from);
    return sound.slice(1).map((one, index) => one - sound[index]!);
  }, at);
  figure({
    cases: '17',
    what: 'between two packets of sound while the server dies',
    unit: 'ms',
    values: gaps,
  });
  figure({
    cases: '17, 22',
    what: 'both registered again after the server is back',
    unit: 'ms',
    values: back,
    goal: 'p95 ≤ 1000',
  });
  expect([await agent.phase(), await visitor.phase()]).toEqual(['active', 'active']);
  const heard = await witnesses.agent.said(at);
  expect(heard.join(' ')).not.toMatch(/Reconnecting|cannot connect/);
  await Promise.all([agent.hears(), visitor.hears()]);
});

test(
  'case 18 · the PeerServer is killed while it rings: the call can be accepted all the same',
  { tag: '@long' },
  async ({ pair, server, witnesses }) => {
    const { agent, visitor } = pair;
    await meetAt(server, pair);
    await visitor.press('headset-button');
    await agent.reaches('incoming');
    await server.kill();
    await expect(visitor.status).toContainText('Calling Anna…');
    await expect(agent.status).toContainText('Sam is calling you');
    const at = await witnesses.visitor.now();
    await agent.accept();
    figure({
      cases: '18',
      what: 'from Accept to the sound at the caller, without a server',
      unit: 'ms',
      values: [await witnesses.visitor.soundAfter(at)],
      goal: 'p95 ≤ 3000',
    });
    await Promise.all([agent.reaches('active'), visitor.reaches('active')]);
    await Promise.all([agent.hears(), visitor.hears()]);
  },
);

test('case 19 · the PeerServer is down at load: it says so, and connects by itself when it is up', async ({
  pair,
  server,
}) => {
  const { agent, visitor } = pair;
  await server.kill();
  const begun = performance.now();
  for (const side of [agent, visitor])
    await side.onSession((session, url) => void (session.server = url), server.url);
  await expect(visitor.status).toContainText('The chat cannot connect');
  figure({
    cases: '19',
    what: 'until it says so',
    unit: 'ms',
    values: [performance.now() - begun],
    goal: 'p95 ≤ 2000',
  });
  await visitor.nothingFor(4000);
  await server.start();
  const up = performance.now();
  await Promise.all([agent.inChat(), visitor.inChat()]);
  figure({
    cases: '19',
    what: 'chat open after the server is up',
    unit: 'ms',
    values: [performance.now() - up],
    goal: 'p95 ≤ 5000',
  });
});

test('case 20, 21 · the PeerServer stands still in a call: it is noticed, the call goes on, and both are registered when it goes on', async ({
  pair,
  server,
}) => {
  test.setTimeout(90_000);
  const { agent, visitor } = pair;
  await meetAt(server, pair);
  await talk(visitor, agent);
  // It has to have answered once: another server than the stock one may not.
  await visitor.nothingFor(6000);
  let closed = 0;
  const begun = performance.now();
  visitor.page.on('websocket', () => (closed ||= performance.now() - begun));
  server.stop();
  await expect.poll(() => closed, { timeout: 15_000 }).toBeGreaterThan(0);
  figure({
    cases: '20',
    what: 'a new try after the server fell silent',
    unit: 'ms',
    values: [closed],
    goal: 'p95 ≤ 10000',
  });
  server.goOn();
  const back = await registeredAfter(server, pair);
  figure({
    cases: '20, 21',
    what: 'registered after the server goes on',
    unit: 'ms',
    values: [back],
  });
  await Promise.all([agent.hears(), visitor.hears()]);
  expect([await agent.phase(), await visitor.phase()]).toEqual(['active', 'active']);
});

test(
  'case 21 · a server that still holds the old socket takes the new one without a word: registered all the same',
  { tag: '@long' },
  async ({ pair, server }) => {
    test.setTimeout(90_000);
    const { agent, visitor } = pair;
    await agent.page.context().addInitScript(() => {
      const Real = window.WebSocket;
      let halfOpen = false;
      window.WebSocket = class extends Real {
        // Not private: what Playwright compiles that into is not there in the page.
        readonly early = !halfOpen;

        override close(): void {
          // The server never hears of it.
          if (!halfOpen || !this.early) super.close();
        }

        override set onmessage(handle: (event: MessageEvent) => void) {
          this.addEventListener('message', (event) => {
            if (!halfOpen || !this.early) handle(event);
          });
        }
      };
      addEventListener('half-open', () => (halfOpen = true));
    });
    await agent.page.reload();
    await meetAt(server, pair);
    // It has to have answered once.
    await agent.nothingFor(6000);
    const again = agent.page.waitForEvent('websocket', { timeout: 20_000 });
    await agent.page.evaluate(() => dispatchEvent(new Event('half-open')));
    await again;
    const more: string[] = [];
    agent.page.on('websocket', (socket) => more.push(socket.url()));
    const begun = performance.now();
    // Only a registered agent can be reached by a visitor who comes anew.
    await visitor.page.reload();
    await visitor.onSession((session, url) => void (session.server = url), server.url);
    await Promise.all([agent.inChat(), visitor.inChat()]);
    await talk(visitor, agent);
    figure({
      cases: '21',
      what: 'a chat and a call after a half-open re-registration',
      unit: 'ms',
      values: [performance.now() - begun],
    });
    // One that does not know that it is registered can be reached, but tries anew every 5 s.
    await agent.nothingFor(8000);
    expect(more, 'sockets after the one that was taken').toEqual([]);
  },
);

notCovered({
  cases: '22',
  why: 'At most 20 new sockets a second for 500 clients and all back within 1 s of a return exclude each other: src/transport/signalling.test.ts computes both policies (short outage: within 900 ms, evenly spread; long outage, chats open: 20 a second).',
});
