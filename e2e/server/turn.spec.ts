import { turnCredentials } from '../../server/src/index.js';
import { Coturn, noCoturn } from '../faults/coturn.js';
import { figure, skipped } from '../faults/figures.js';
import { expect, type Side, talk } from '../side.js';
import { test as base } from './host.js';
import { gapsSince, now, openWitnessed } from './witnessed.js';

// Calls by way of a relay alone, whose credentials come with the tickets and end by themselves.

const missing = noCoturn();
const turnSecret = 'north';

const test = base.extend<{ coturn: Coturn }>({
  coturn: [
    async ({ host }, use) => {
      const coturn = await Coturn.start(turnSecret);
      const urls = [`turn:127.0.0.1:${coturn.port}?transport=udp`];
      host.attributes['relay-only'] = '';
      host.iceServers = (peer) => [
        turnCredentials({ secret: turnSecret, peer, ttl: host.answer.life, urls }) as RTCIceServer,
      ];
      await use(coturn);
      await coturn.stop();
    },
    { auto: true },
  ],
});

test.beforeAll(() => {
  if (missing) skipped({ cases: '25, 26', why: missing });
});
test.skip(missing !== undefined, missing ?? '');

/** Kinds of all ways that this page has told the far side of, by its descriptions and its candidates. */
const toldWays = ({ page }: Side): Promise<readonly string[]> =>
  page.evaluate(() => {
    const told = window.watched.connections.flatMap(({ localDescription }) => [
      ...(localDescription?.sdp ?? '').matchAll(/^a=candidate:.* typ (\w+)/gm),
    ]);
    return [...new Set(told.map(([, kind = '']) => kind))];
  });

/** What the page has sent to the server since it was opened. */
function sentBy({ page }: Side): string[] {
  const sent: string[] = [];
  page.on('websocket', (socket) => {
    socket.on('framesent', ({ payload }) => sent.push(String(payload)));
  });
  return sent;
}

test('case 92 · with `relay-only`, no address but the relay’s is told to anybody', async ({
  browser,
  host,
  room,
}) => {
  const [agent, visitor] = await openWitnessed(host, browser, room);
  const sides = [agent, visitor];
  const sent = sides.map(sentBy);
  await Promise.all(sides.map(({ page }) => page.reload()));
  await Promise.all(sides.map((side) => side.inChat()));
  await talk(visitor, agent);
  await Promise.all(sides.map((side) => side.hears()));
  for (const [index, side] of sides.entries()) {
    expect(await toldWays(side)).toEqual(['relay']);
    const frames = sent[index]!.join('\n');
    expect(frames).toMatch(/typ relay/);
    expect(frames).not.toMatch(/typ (host|srflx|prflx)/);
    expect(frames.match(/raddr (?!0\.0\.0\.0)\S+/g), 'the address behind the relay').toBeNull();
  }
});

test('case 25 · the credentials of a relay end five times in a call, and the call does not notice', async ({
  browser,
  host,
  room,
}) => {
  test.setTimeout(120_000);
  // Seconds. The kit asks for the next ticket in time, and no sooner than after five.
  host.answer = { ...host.answer, life: 8 };
  const [agent, visitor] = await openWitnessed(host, browser, room);
  await talk(visitor, agent);
  await visitor.press('video-toggle');
  await agent.seesFarPicture();
  const from = [await now(agent), await now(visitor)] as const;
  const made = [await connections(agent), await connections(visitor)];
  const asked = host.asked.length;
  const before = await ways(agent);
  await expect
    .poll(() => host.asked.length, { message: 'tickets of both sides', timeout: 60_000 })
    .toBeGreaterThanOrEqual(asked + 10);
  await agent.nothingFor(1000);
  expect(await ways(agent), 'by credentials that are good').not.toEqual(before);
  const gaps = [...(await gapsSince(agent, from[0])), ...(await gapsSince(visitor, from[1]))];
  figure({
    cases: '25',
    what: 'the credentials of a relay end five times in a call: longest between two packets of sound',
    unit: 'ms',
    values: [Math.max(...gaps)],
    goal: 'worst ≤ 200',
  });
  for (const side of [agent, visitor]) {
    const phases = await side.page.evaluate(() => window.seen.phases.map(({ what }) => what));
    expect(phases).not.toContain('reconnecting');
    expect(await side.phase()).toBe('active');
    await side.hears();
  }
  expect([await connections(agent), await connections(visitor)], 'the same connection').toEqual(
    made,
  );
});

const connections = ({ page }: Side): Promise<number> =>
  page.evaluate(() => window.watched.connections.length);

/** The relayed addresses that the packets of this page leave from. */
const ways = ({ page }: Side): Promise<readonly string[]> =>
  page.evaluate(async () => {
    const connection = window.watched.connections.at(-1)!;
    const reports = [...(await connection.getStats()).values()] as {
      readonly id: string;
      readonly type: string;
      readonly nominated?: boolean;
      readonly state?: string;
      readonly localCandidateId?: string;
      readonly port?: number;
    }[];
    const used = reports
      .filter(
        ({ type, nominated, state }) =>
          type === 'candidate-pair' && nominated && state === 'succeeded',
      )
      .map(({ localCandidateId }) => reports.find(({ id }) => id === localCandidateId)?.port);
    return used.map(String);
  });

test('case 26 · credentials that a relay refuses are told to the developer by name; a way without it is found all the same', async ({
  browser,
  coturn,
  host,
  room,
}) => {
  delete host.attributes['relay-only'];
  const urls = [`turn:127.0.0.1:${coturn.port}?transport=udp`];
  host.iceServers = (peer) => [
    turnCredentials({ secret: 'south', peer, ttl: 60, urls }) as RTCIceServer,
  ];
  const [agent, visitor] = await openWitnessed(host, browser, room);
  const told: string[] = [];
  for (const { page } of [agent, visitor]) page.on('console', (line) => told.push(line.text()));
  await Promise.all([agent.page.reload(), visitor.page.reload()]);
  await Promise.all([agent.inChat(), visitor.inChat()]);
  await expect.poll(() => told.join('\n')).toContain('visavis: turn-auth');
  await talk(visitor, agent);
  await Promise.all([agent.hears(), visitor.hears()]);
  for (const side of [agent, visitor])
    await expect(side.page.locator('call-status [part=notice]')).toHaveCount(0);
});
