import assert from 'node:assert/strict';
import { once } from 'node:events';
import { test } from 'node:test';
import { signEnd, words } from '../dist/index.js';
import { badTickets } from './forged.mjs';
import { secret, serve, ticketFor } from './serving.mjs';

const refusedBy = (word, client) => {
  assert.deepEqual(client.heard, [{ type: 'ERROR', payload: { msg: word, code: words[word] } }]);
  assert.deepEqual(client.shut, { code: words[word] });
};

test('A ticket that is not good is refused by its word, then its code, and nothing else is said', async (t) => {
  const { join, lines } = await serve(t, { failuresPerMinute: 1000 });
  const taken = [];
  for (const [name, word, token] of await badTickets()) {
    const client = join({ id: 'anna', token });
    await once(client.socket, 'open');
    const since = performance.now();
    await client.refused();
    taken.push(performance.now() - since);
    await t.test(`${name}: ${word}`, () => refusedBy(word, client));
  }
  taken.sort((a, b) => a - b);
  const [p50, worst] = [taken[taken.length >> 1], taken.at(-1)];
  console.log(
    `figure · refused after the socket was open, ms (goal: worst ≤ 50): n ${taken.length}, p50 ${p50.toFixed(1)}, worst ${worst.toFixed(1)}`,
  );
  assert.equal(lines.filter((line) => line.includes('"refused"')).length, taken.length);
});

test('A name that is no peer id is a bad request', async (t) => {
  const { join } = await serve(t);
  for (const id of ['', '-anna', 'a'.repeat(129), '%00', '__proto__']) {
    const client = join({ id, token: await ticketFor() });
    await client.refused();
    refusedBy('bad-request', client);
  }
});

test('A client that names its session as the key needs a ticket for that session', async (t) => {
  const { enter } = await serve(t);
  await (await enter({ key: 'chat' })).opened();
  const other = await enter({ id: 'bob', key: 'another' });
  await other.refused();
  refusedBy('ticket-wrong-session', other);
});

test('An id is not given to the other party', async (t) => {
  const { enter } = await serve(t);
  const anna = await (await enter()).opened();
  const other = await enter({ party: 'visitor' });
  await other.refused();
  refusedBy('ticket-wrong-party', other);
  assert.equal(await anna.echo('anna'), true);
});

test('Who comes again with a new ticket gets OPEN, and the old socket is told before it is closed', async (t) => {
  const { enter } = await serve(t, { agentsPerAddress: 1000 });
  let former = await (await enter()).opened();
  for (let times = 0; times < 100; times += 1) {
    const next = await (await enter()).opened();
    await former.closed();
    assert.deepEqual(former.types, ['OPEN', 'ERROR']);
    assert.equal(former.word, 'replaced');
    assert.deepEqual(former.shut, { code: 4409 });
    former = next;
  }
  assert.equal(await former.echo('anna'), true);
});

test('Who comes again while its old socket leads nowhere gets OPEN, by the very same ticket', async (t) => {
  const { join } = await serve(t, { agentsPerAddress: 1000 });
  for (let times = 0; times < 100; times += 1) {
    const token = await ticketFor();
    const old = await join({ id: 'anna', token }).opened();
    // It neither reads nor answers: half-open, as the server sees it.
    old.socket.pause();
    const next = await join({ id: 'anna', token }).opened();
    assert.equal(await next.echo('anna'), true);
    next.drop();
    old.drop();
  }
});

test('The old socket, closing late, does not take the place from the new one', async (t) => {
  const { enter } = await serve(t);
  const old = await (await enter()).opened();
  const anna = await (await enter()).opened();
  await old.closed();
  const sam = await (await enter({ id: 'sam', party: 'visitor' })).opened();
  sam.offer('anna');
  assert.equal((await anna.message('OFFER')).src, 'sam');
});

test('A ticket is of no use once its session has ended, and who is in it is told', async (t) => {
  const { enter, join, server } = await serve(t);
  const token = await ticketFor();
  const anna = await join({ id: 'anna', token }).opened();
  const sam = await (await enter({ id: 'sam', party: 'visitor' })).opened();
  const elsewhere = await (await enter({ id: 'anna', sid: 'other' })).opened();
  await server.endSession('chat');
  await Promise.all([anna.closed(), sam.closed()]);
  assert.deepEqual(anna.heard.slice(1), [
    { type: 'LEAVE', src: 'sam' },
    { type: 'ERROR', payload: { msg: 'session-ended', code: 4410 } },
  ]);
  assert.deepEqual([anna.shut, sam.shut], [{ code: 4410 }, { code: 4410 }]);
  for (let times = 0; times < 100; times += 1) {
    const replay = join({ id: 'anna', token });
    await replay.refused();
    refusedBy('session-ended', replay);
  }
  assert.equal(await elsewhere.echo('anna'), true);
});

test('The host ends a session by an order of its own; a ticket is none', async (t) => {
  const { enter, http } = await serve(t);
  const anna = await (await enter()).opened();
  const end = async (sid, order) => {
    const headers = { Authorization: `Bearer ${order}` };
    const { status } = await fetch(`${http}/peerjs/sessions/${sid}`, { method: 'DELETE', headers });
    return status;
  };
  assert.equal(await end('chat', await ticketFor()), 403);
  assert.equal(await end('chat', await signEnd('other', secret)), 403);
  assert.equal(await end('chat', await signEnd('chat', 'x'.repeat(32))), 403);
  assert.equal(await anna.echo('anna'), true);
  assert.equal(await end('chat', await signEnd('chat', secret)), 204);
  assert.deepEqual(await anna.closed(), { code: 4410 });
});

test('An order of the host lets nobody in', async (t) => {
  const { join } = await serve(t);
  const client = join({ id: 'anna', token: await signEnd('chat', secret) });
  await client.refused();
  refusedBy('ticket-invalid', client);
});

test('A full server refuses a newcomer in words, and still takes back who is in it', async (t) => {
  const { enter } = await serve(t, { clients: 2 });
  const anna = await (await enter()).opened();
  await (await enter({ id: 'sam', party: 'visitor' })).opened();
  const late = await enter({ id: 'eve', party: 'visitor' });
  await late.refused();
  refusedBy('server-full', late);
  await (await enter()).opened();
  assert.deepEqual(await anna.closed(), { code: 4409 });
});

test('Agents of one address are counted apart from its visitors', async (t) => {
  const { enter } = await serve(t, { socketsPerAddress: 2, agentsPerAddress: 3 });
  for (const id of ['a', 'b', 'c']) await (await enter({ id })).opened();
  const fourth = await enter({ id: 'd' });
  await fourth.refused();
  refusedBy('server-full', fourth);
  for (const id of ['x', 'y']) await (await enter({ id, party: 'visitor' })).opened();
  assert.deepEqual(await (await enter({ id: 'z', party: 'visitor' })).refused(), { status: 429 });
});

test('Who says too much before its place is given is shown out, and nothing of it is kept', async (t) => {
  const never = new Promise(() => undefined);
  const none = async () => undefined;
  const presence = { claim: () => never, leave: none, endSession: none, close: none };
  const { enter } = await serve(
    t,
    {},
    { presence: { ...presence, holds: () => false, ready: true } },
  );
  const client = await enter();
  await once(client.socket, 'open');
  for (let times = 0; times < 32; times += 1) client.offer('sam');
  client.send({ type: 'HEARTBEAT' });
  await client.message('HEARTBEAT');
  for (let times = 0; times < 3; times += 1) client.offer('sam');
  assert.deepEqual(await client.refused(), { code: words.misbehaved });
  assert.equal(client.word, 'misbehaved');
});

test('So many tries a minute and no more, however good each of them is', async (t) => {
  const { enter } = await serve(t, { triesPerMinute: 5 });
  for (let times = 0; times < 5; times += 1) (await (await enter()).opened()).drop();
  assert.deepEqual(await (await enter()).refused(), { status: 429 });
});
