import type { Route } from '@playwright/test';
import { expect, type Side, talk } from '../side.js';
import { openAt, test } from './host.js';

// Tickets of a host, in the kit: who is let in, what is allowed, and what the person reads when not.

const sockets = (side: Side): Promise<string[]> => side.page.evaluate(() => window.watched.sockets);

const connections = (side: Side): Promise<number> =>
  side.page.evaluate(() => window.watched.connections.length);

const registered = (side: Side, count: number) =>
  expect
    .poll(async () => (await sockets(side)).length, { message: `sockets of the ${side.party}` })
    .toBe(count);

/** The buttons for the camera that a person can see. */
const toggles = ({ page }: Side) =>
  page.locator('video-toggle').locator('button').filter({ visible: true });

test('a call by tickets of the host', async ({ host, pair }) => {
  const { agent, visitor } = pair;
  await talk(visitor, agent);
  await Promise.all([agent.hears(), visitor.hears()]);
  expect(host.asked.toSorted()).toEqual(['agent', 'visitor']);
  for (const side of [agent, visitor]) {
    const [url = '', ...more] = await sockets(side);
    expect(new URL(url).searchParams.get('token')).toMatch(/^eyJ/);
    expect(more).toEqual([]);
  }
});

test('video that the host takes away in a call is gone on both sides, and the call goes on', async ({
  host,
  pair,
}) => {
  const { agent, visitor } = pair;
  await talk(visitor, agent);
  await visitor.press('video-toggle');
  await agent.seesFarPicture();
  const before = [await connections(agent), await connections(visitor)];
  // From here on a new ticket comes every few seconds.
  host.answer = { ...host.answer, life: 8 };
  for (const side of [agent, visitor]) {
    await side.page.evaluate(() => dispatchEvent(new Event('online')));
  }
  await expect(toggles(agent)).toHaveCount(1);
  host.answer = { ...host.answer, features: { voip: true, video: false } };
  for (const side of [agent, visitor]) await expect(toggles(side)).toHaveCount(0);
  expect(await visitor.liveTracks(), 'the camera is let go').toEqual(['audio']);
  expect([await agent.phase(), await visitor.phase()]).toEqual(['active', 'active']);
  await Promise.all([agent.hears(), visitor.hears()]);
  expect([await connections(agent), await connections(visitor)]).toEqual(before);
  host.answer = { ...host.answer, features: { voip: true, video: true } };
  for (const side of [agent, visitor]) await expect(toggles(side)).toHaveCount(1);
  await agent.press('video-toggle');
  await visitor.seesFarPicture();
  expect([(await sockets(agent)).length, (await sockets(visitor)).length]).toEqual([1, 1]);
});

test('calls that the host takes away end, and can be made again when it gives them back', async ({
  host,
  pair,
}) => {
  const { agent, visitor } = pair;
  await talk(visitor, agent);
  host.answer = { life: 8, features: { voip: false, video: true } };
  await agent.page.evaluate(() => dispatchEvent(new Event('online')));
  await Promise.all([agent.reaches('idle'), visitor.reaches('idle')]);
  expect(await agent.onSession(({ session }) => session.snapshot.policy)).toEqual({
    voip: false,
    video: false,
  });
  await visitor.press('headset-button');
  await expect(visitor.status).toContainText('declined');
});

test('a ticket that has expired is replaced when the server asks for it: nobody hears of it', async ({
  host,
  pair,
}) => {
  const { agent, visitor } = pair;
  await talk(visitor, agent);
  const before = [await connections(agent), await connections(visitor)];
  // The page takes it for good, and the server does not.
  host.answer = { ...host.answer, ttl: 1 };
  await visitor.page.evaluate(() => dispatchEvent(new Event('online')));
  await expect.poll(() => host.asked.length).toBe(3);
  await visitor.nothingFor(2500);
  delete (host.answer as { ttl?: number }).ttl;
  host.cut();
  await expect.poll(() => host.asked.length, { timeout: 15_000 }).toBe(4);
  await registered(visitor, 3);
  await visitor.nothingFor(1500);
  await expect(visitor.status).toContainText('hear each other');
  expect([await agent.phase(), await visitor.phase()]).toEqual(['active', 'active']);
  expect([await connections(agent), await connections(visitor)]).toEqual(before);
  // Registered, it can be reached by who comes anew.
  await agent.page.reload();
  await agent.inChat();
});

const refusals: [what: string, answer: object, says: string][] = [
  ['of another secret', { secret: 'not the one that the server has, but as long' }, 'not let into'],
  ['for another id', { claims: { sub: 'somebody-else' } }, 'not let into'],
];
for (const [what, answer, says] of refusals) {
  test(`a ticket ${what} lets nobody in, which is said, and a press tries again`, async ({
    browser,
    host,
    room,
  }) => {
    const right = host.answer;
    host.answer = { ...right, ...answer };
    const side = await openAt(host, browser, 'visitor', room);
    await expect(side.status).toContainText(says);
    await expect(side.tag('headset-button').locator('button')).toHaveAttribute(
      'aria-disabled',
      'true',
    );
    await side.nothingFor(3000);
    expect(await sockets(side), 'no try by itself').toHaveLength(1);
    host.answer = right;
    await side.page.locator('call-status [part=retry]').click();
    await expect(side.status).toContainText('Anna is not here yet');
    await side.nothingFor(1500);
    await expect(side.page.locator('call-status [part=notice]')).toHaveCount(0);
    const agent = await openAt(host, browser, 'agent', room);
    await Promise.all([agent.inChat(), side.inChat()]);
    expect(side.errors).toEqual([]);
  });
}

const status = (code: number) => (route: Route) => route.fulfill({ status: code, body: '' });
const failures: [
  what: string,
  refuse: (route: Route) => Promise<void>,
  says: string,
  again: boolean,
][] = [
  ['is not to be reached', (route) => route.abort(), 'The chat cannot connect', true],
  ['says 401', status(401), 'You were not let into this chat', false],
  ['says 403', status(403), 'You were not let into this chat', false],
  ['says 404', status(404), 'Something is wrong with this page', true],
  ['says 410', status(410), 'This chat is over', false],
  ['says 503', status(503), 'The chat has to wait for the server', true],
  [
    'answers a page',
    (route) => route.fulfill({ body: '<!doctype html>' }),
    'Something is wrong with this page',
    true,
  ],
  [
    'answers another JSON',
    (route) => route.fulfill({ json: { ok: true } }),
    'Something is wrong with this page',
    true,
  ],
];
for (const [what, refuse, says, again] of failures) {
  test(`a host that ${what}: said in words, and ${again ? 'tried again' : 'left alone'}`, async ({
    browser,
    host,
    room,
  }) => {
    host.refuse = refuse;
    const side = await openAt(host, browser, 'visitor', room);
    await expect(side.status).toContainText(says);
    expect(await sockets(side)).toEqual([]);
    host.refuse = undefined;
    if (again) await expect(side.status).toContainText('Anna is not here yet', { timeout: 20_000 });
    else {
      await side.nothingFor(4000);
      expect(host.asked).toHaveLength(1);
    }
    expect(side.errors).toEqual([]);
  });
}

test('the developer reads which field of the answer is wrong', async ({ browser, host, room }) => {
  host.refuse = (route) => route.fulfill({ json: { ticket: 'a.b.c', peer: 'sam' } });
  const side = await openAt(host, browser, 'visitor', room);
  const line = await side.page.waitForEvent('console', (message) =>
    message.text().startsWith('visavis: no-ticket'),
  );
  expect(line.text()).toContain('`features.voip` has to be true or false');
});

test('the host ends the session in a call: over on both sides, every device off, no more tries', async ({
  host,
  pair,
  room,
}) => {
  const { agent, visitor } = pair;
  await talk(visitor, agent);
  await visitor.press('video-toggle');
  await agent.seesFarPicture();
  await host.nodes[0]?.endSession(room);
  for (const side of [agent, visitor]) {
    await expect(side.status).toContainText('This chat is over');
    await side.reaches('idle');
    await expect.poll(() => side.liveTracks()).toEqual([]);
  }
  await visitor.nothingFor(4000);
  expect([(await sockets(agent)).length, (await sockets(visitor)).length]).toEqual([1, 1]);
});

test.describe('a server for two clients', () => {
  test.use({ settings: { clients: 2 } });

  test('lets a third one wait in words, and in when there is room', async ({
    browser,
    host,
    pair,
  }) => {
    const third = await openAt(host, browser, 'visitor', 'another');
    await expect(third.status).toContainText('The chat has to wait for the server');
    await pair.visitor.page.close();
    await expect(third.status).toContainText('Anna is not here yet', { timeout: 20_000 });
  });
});

test('the same side in another browser: the first one stops and says so, and takes over by a press', async ({
  browser,
  host,
  pair,
  room,
}) => {
  const { agent, visitor } = pair;
  const second = await openAt(host, browser, 'visitor', room);
  await second.inChat();
  await expect(visitor.status).toContainText('This chat is open in another tab');
  const before = (await sockets(visitor)).length;
  await visitor.nothingFor(3000);
  expect(await sockets(visitor), 'it does not come back by itself').toHaveLength(before);
  await second.inChat();
  await visitor.page.getByRole('button', { name: 'Use here' }).click();
  await visitor.inChat();
  await expect(second.status).toContainText('This chat is open in another tab');
  await talk(visitor, agent);
  await Promise.all([agent.hears(), visitor.hears()]);
  await visitor.nothingFor(2000);
  expect(await visitor.phase()).toBe('active');
});
