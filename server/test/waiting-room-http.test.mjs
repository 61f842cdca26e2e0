import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { signAgent, signEnd } from '../dist/index.js';
import { MemoryWaitingRoom } from '../dist/memory-waiting-room.js';
import { manners } from './waiting-room-contract.mjs';
import { until } from './redis.mjs';
import { secret, serve, ticketFor } from './serving.mjs';

const newVisit = () => randomBytes(18).toString('base64url');
const long = { agentSilence: 60_000, visitorSilence: 60_000, chatSilence: 60_000 };

/** A server with a waiting room, and those who ask it. */
async function open(t, settings = {}, options = {}) {
  const served = await serve(t, { waitingRoom: true, ...settings }, options);
  const path = '/peerjs/waiting-room';
  const post = async (body, { url = path, method = 'POST', ...headers } = {}) => {
    const response = await fetch(`${served.http}${url}`, {
      method,
      headers,
      ...(method !== 'GET' && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = response.headers.get('Content-Type') === 'application/json';
    return { status: response.status, response, text, body: isJson ? JSON.parse(text) : undefined };
  };
  return {
    ...served,
    post,
    visitor: (visit, name = 'Sam Okafor', headers = {}) =>
      post({ party: 'visitor', name, visit }, headers),
    async agent(takes = 1, id = 'anna') {
      const order = await signAgent(id, secret);
      return post({ party: 'agent', name: 'Anna', takes }, { Authorization: `Bearer ${order}` });
    },
  };
}

const shapeOf = (answer) => ({ ...answer, ticket: '', expiresAt: 0 });

test('There is no waiting room unless it is switched on', async (t) => {
  const { visitor } = await open(t, { waitingRoom: false });
  assert.equal((await visitor(newVisit())).status, 404);
});

test('A visitor and an agent get tickets for one session, by which they reach each other', async (t) => {
  const { agent, join, visitor } = await open(t);
  assert.deepEqual((await agent()).body, { chats: [], waiting: 0, again: 2 });
  const visit = newVisit();
  const sam = (await visitor(visit)).body;
  const sid = sam.peer.slice('visitor-'.length);
  const features = { voip: true, video: true };
  const peers = { peer: `visitor-${sid}`, remote: `agent-${sid}`, features };
  assert.deepEqual(shapeOf(sam), { ticket: '', expiresAt: 0, ...peers });
  assert.ok(Math.abs(sam.expiresAt - Date.now() / 1000 - 300) < 10);
  const desk = (await agent()).body;
  assert.equal(desk.again, 10, 'there is no room for another one');
  const [anna] = desk.chats;
  const { name, since, tokenUrl, ...rest } = anna;
  assert.equal(name, 'Sam Okafor');
  assert.ok(Math.abs(since - Date.now() / 1000) < 10);
  assert.match(tokenUrl, new RegExp(`^/peerjs/waiting-room/${sid}\\?pass=[\\w-]{43}$`));
  const turned = { peer: peers.remote, remote: peers.peer, features };
  assert.deepEqual(shapeOf(rest), { ticket: '', expiresAt: 0, ...turned });
  const clients = [sam, anna].map(({ peer, ticket }) => join({ id: peer, token: ticket }));
  await Promise.all(clients.map((client) => client.opened()));
  clients[0].offer(sam.remote);
  assert.equal((await clients[1].message('OFFER')).src, sam.peer);
  assert.equal((await visitor(visit)).body.peer, sam.peer, 'asking again is the same chat');
});

test('Who has to wait is told the place, whether somebody is there, and when to ask again', async (t) => {
  const { agent, visitor } = await open(t);
  const [sam, eva] = [newVisit(), newVisit()];
  const first = await visitor(sam);
  assert.equal(first.status, 202);
  assert.deepEqual(first.body, { waiting: { place: 1, agents: 0 }, again: 5 });
  await agent();
  assert.deepEqual((await visitor(eva)).body, { waiting: { place: 2, agents: 1 }, again: 2 });
  assert.equal((await agent()).body.waiting, 2);
  assert.equal((await visitor(sam)).status, 200);
  assert.deepEqual((await visitor(eva)).body, { waiting: { place: 1, agents: 1 }, again: 2 });
  assert.equal((await agent(0)).body.chats.length, 1);
  assert.deepEqual((await visitor(eva)).body, { waiting: { place: 1, agents: 0 }, again: 5 });
});

test('The end of a session, by the host or by its agent, gives the room to the next', async (t) => {
  const { agent, http, join, post, server, visitor } = await open(t);
  await agent();
  const ways = [
    (sid) => server.endSession(sid),
    async (sid) => {
      const headers = { Authorization: `Bearer ${await signEnd(sid, secret)}` };
      await fetch(`${http}/peerjs/sessions/${sid}`, { method: 'DELETE', headers });
    },
    async () => {
      const [{ tokenUrl }] = (await agent()).body.chats;
      assert.equal((await post({}, { url: tokenUrl, method: 'DELETE' })).status, 204);
    },
  ];
  for (const end of ways) {
    const [sam, eva] = [newVisit(), newVisit()];
    const { peer, ticket } = (await visitor(sam)).body;
    const client = await join({ id: peer, token: ticket }).opened();
    assert.equal((await visitor(eva)).status, 202);
    const sid = peer.slice('visitor-'.length);
    await end(sid);
    assert.deepEqual(await client.closed(), { code: 4410 });
    const next = (await visitor(eva)).body.peer;
    assert.notEqual(next, peer);
    await server.endSession(next.slice('visitor-'.length));
  }
});

test('Only whom the host has sent signs in as an agent; guesses are counted', async (t) => {
  const { lines, post } = await open(t, { failuresPerMinute: 7 });
  const orders = [
    await ticketFor(),
    await signEnd('chat', secret),
    await signAgent('anna', 'another secret, and long enough for it'),
    `${await signAgent('anna', secret)}x`,
    'junk',
    '',
  ];
  for (const order of orders) {
    const { status } = await post(
      { party: 'agent', takes: 3 },
      { Authorization: `Bearer ${order}` },
    );
    assert.equal(status, 403, order);
  }
  assert.equal((await post({ party: 'agent', takes: 3 })).status, 403);
  assert.equal((await post({ party: 'agent', takes: 3 })).status, 429);
  assert.equal(lines.filter((line) => line.includes('order-invalid')).length, orders.length + 1);
});

test('An order to sign in opens nothing else', async (t) => {
  const { http, join } = await open(t);
  const order = await signAgent('anna', secret);
  await join({ id: 'anna', token: order }).refused();
  const headers = { Authorization: `Bearer ${order}` };
  const ended = await fetch(`${http}/peerjs/sessions/chat`, { method: 'DELETE', headers });
  assert.equal(ended.status, 403);
});

test('An agent’s page renews its ticket by what it was told of the chat, and by nothing else', async (t) => {
  const { agent, join, post, server, visitor } = await open(t, { failuresPerMinute: 100 });
  await agent(2);
  await visitor(newVisit());
  await visitor(newVisit());
  const [one, two] = (await agent(2)).body.chats;
  const renewed = await post({ party: 'agent' }, { url: one.tokenUrl });
  assert.equal(renewed.body.peer, one.peer);
  await join({ id: one.peer, token: renewed.body.ticket }).opened();
  const [path, pass] = one.tokenUrl.split('?pass=');
  const others = ['', pass.slice(1), `${pass}x`, two.tokenUrl.split('=')[1], 'ж'.repeat(43)];
  for (const other of others) {
    for (const method of ['POST', 'DELETE']) {
      const url = `${path}?pass=${encodeURIComponent(other)}`;
      assert.equal((await post({ party: 'agent' }, { url, method })).status, 403, other);
    }
  }
  const sid = path.split('/').at(-1);
  await server.endSession(sid);
  assert.equal((await post({ party: 'agent' }, { url: one.tokenUrl })).status, 410);
});

test('What is asked has its shape, or is refused by the name of its part', async (t) => {
  const { agent, post } = await open(t);
  const visit = newVisit();
  const wrong = [
    ['junk', 400, /JSON/],
    ['', 400, /JSON/],
    [null, 400, /`party`/],
    [[], 400, /`party`/],
    [{ visit }, 400, /`party`/],
    [{ party: 'admin', visit }, 400, /`party`/],
    [{ party: 'visitor' }, 400, /`visit`/],
    [{ party: 'visitor', visit: 'short' }, 400, /`visit`/],
    [{ party: 'visitor', visit: 'x'.repeat(129) }, 400, /`visit`/],
    [{ party: 'visitor', visit: `${visit} ${visit}` }, 400, /`visit`/],
    [{ party: 'visitor', visit: [visit] }, 400, /`visit`/],
    [{ party: 'visitor', visit, name: 'x'.repeat(201) }, 400, /`name`/],
    [{ party: 'visitor', visit, name: {} }, 400, /`name`/],
    [{ party: 'agent', takes: 51 }, 400, /`takes`/],
    [{ party: 'agent', takes: -1 }, 400, /`takes`/],
    [{ party: 'agent', takes: 1.5 }, 400, /`takes`/],
    [{ party: 'agent', takes: '3' }, 400, /`takes`/],
    [{ party: 'visitor', visit, extra: 'x'.repeat(3000) }, 413, /too long/],
  ];
  for (const [body, status, words] of wrong) {
    const answered = await post(body);
    assert.equal(answered.status, status, JSON.stringify(body));
    assert.match(answered.text, words);
  }
  assert.equal((await post(undefined, { method: 'GET' })).status, 405);
  assert.equal((await agent()).body.waiting, 0, 'nobody waits for that');
});

test('Pages of other origins are turned away, and those that may ask can read the answer', async (t) => {
  const shop = 'https://shop.example';
  const { agent, http, visitor } = await open(t, { origins: [shop] });
  const from = (origin) => visitor(newVisit(), 'Sam', origin && { Origin: origin });
  const allowed = ({ response: { headers } }) => headers.get('Access-Control-Allow-Origin');
  const told = await from(shop);
  assert.deepEqual([told.status, allowed(told)], [202, shop]);
  assert.equal(told.response.headers.get('Access-Control-Expose-Headers'), 'Date');
  for (const origin of ['https://evil.example', undefined]) {
    const other = await from(origin);
    assert.deepEqual([other.status, allowed(other)], [403, null]);
  }
  assert.equal((await agent()).body.waiting, 1, 'an order may come from a back end');
  const asked = await fetch(`${http}/peerjs/waiting-room`, {
    method: 'OPTIONS',
    headers: { Origin: shop, 'Access-Control-Request-Method': 'POST' },
  });
  assert.equal(asked.status, 204);
  assert.equal(asked.headers.get('Access-Control-Allow-Headers'), 'Authorization, Content-Type');
  assert.equal(asked.headers.get('Access-Control-Allow-Origin'), shop);
});

test('So many wait and no more, all together and of one address; both are said', async (t) => {
  const crowded = await open(t, { queue: 2 });
  for (const status of [202, 202, 503]) {
    const { response, text } = await crowded.visitor(newVisit());
    assert.equal(response.status, status);
    if (status === 503) assert.equal(text, 'The waiting room is full.');
    if (status === 503) assert.equal(response.headers.get('Retry-After'), '5');
  }
  const perAddress = await open(t, { socketsPerAddress: 3 });
  const asked = [];
  for (let count = 0; count < 5; count += 1) asked.push(await perAddress.visitor(newVisit()));
  assert.deepEqual(
    asked.map(({ status }) => status),
    [202, 202, 202, 429, 429],
  );
});

test('Who is in a session keeps its room, and nobody else does', async (t) => {
  const kept = [];
  class Room extends MemoryWaitingRoom {
    keep(sids) {
      kept.push(...sids);
      return super.keep(sids);
    }
  }
  const room = new Room({ ...manners, ...long });
  const { agent, join, visitor } = await open(t, {}, { waitingRoom: room });
  await agent(2);
  const { peer, ticket } = (await visitor(newVisit())).body;
  await visitor(newVisit());
  await join({ id: peer, token: ticket }).opened();
  await until(() => kept.length > 0, 'it is kept');
  assert.deepEqual([...new Set(kept)], [peer.slice('visitor-'.length)]);
});

test('Neither the browser’s secret nor an address is kept', async (t) => {
  const kept = [];
  class Room extends MemoryWaitingRoom {
    ask(asked) {
      kept.push(asked);
      return super.ask(asked);
    }
  }
  const { visitor } = await open(t, {}, { waitingRoom: new Room({ ...manners, ...long }) });
  const visit = newVisit();
  await visitor(visit);
  await visitor(visit);
  assert.equal(kept.length, 2);
  assert.deepEqual(kept[0], kept[1], 'the same visitor is known again');
  for (const secret of [visit, '127.0.0.1']) assert.ok(!JSON.stringify(kept).includes(secret));
});

test('While the room is out of reach, whoever asks is told to come again', async (t) => {
  class Away extends MemoryWaitingRoom {
    ask = () => Promise.reject(new Error('away'));
  }
  const room = new Away({ ...manners, ...long });
  const { visitor } = await open(t, {}, { waitingRoom: room });
  const { response, text } = await visitor(newVisit());
  assert.deepEqual([response.status, text], [503, 'Try again later.']);
  assert.equal(response.headers.get('Retry-After'), '5');
});

test('A server that is going takes nobody into its waiting room, and says so', async (t) => {
  const { agent, join, server, visitor } = await open(t);
  await agent();
  const visit = newVisit();
  const { peer, ticket } = (await visitor(visit)).body;
  const sam = await join({ id: peer, token: ticket }).opened();
  const closed = server.close(60_000);
  await sam.message('MOVE');
  for (const asked of [visitor(visit), visitor(newVisit()), agent()]) {
    const { response, status, text } = await asked;
    assert.deepEqual([status, text], [503, 'This server is going.']);
    assert.equal(response.headers.get('Retry-After'), '5');
  }
  sam.drop();
  await closed;
});

test('TURN credentials come with each ticket, for its own peer, where there is TURN', async (t) => {
  const turn = { turnUrls: ['turn:turn.example:3478'], turnSecret: 'north' };
  const { agent, visitor } = await open(t, { ...turn, features: ['voip'] });
  await agent();
  const { features, iceServers, peer } = (await visitor(newVisit())).body;
  assert.deepEqual(features, { voip: true, video: false });
  assert.equal(iceServers.length, 1);
  assert.deepEqual(iceServers[0].urls, turn.turnUrls);
  assert.match(iceServers[0].username, new RegExp(`^\\d+:${peer}$`));
});

test('What is logged of the waiting room is no name, secret, order or address', async (t) => {
  const { agent, lines, post, visitor } = await open(t);
  const visit = newVisit();
  await visitor(visit, 'Sam Okafor');
  await agent(1, 'anna-kovac');
  const { ticket } = (await visitor(visit, 'Sam Okafor')).body;
  const [{ tokenUrl }] = (await agent(1, 'anna-kovac')).body.chats;
  await post({ party: 'agent' }, { url: tokenUrl });
  await post({ party: 'agent' }, { url: `${tokenUrl}x` });
  await post({ party: 'agent', takes: 1 }, { Authorization: 'Bearer private-words' });
  const all = lines.join('');
  for (const about of ['ticket given', 'refused']) assert.ok(all.includes(about), about);
  const secrets = [
    visit,
    'Okafor',
    'kovac',
    ticket,
    tokenUrl.split('=')[1],
    'private',
    '127.0.0.1',
  ];
  for (const one of secrets) assert.equal(all.includes(one), false, `the log holds ${one}`);
});
