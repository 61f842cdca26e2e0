import assert from 'node:assert/strict';
import { test } from 'node:test';
import { signEnd } from '../dist/index.js';
import { cluster, node } from './cluster.mjs';
import { Network, noRedis, Redis, until } from './redis.mjs';
import { secret, ticketFor } from './serving.mjs';

const agent = { id: 'anna', party: 'agent' };
const visitor = { id: 'sam', party: 'visitor' };

/** The host's order; resolves to what is answered. */
async function end({ port }, sid = 'chat') {
  const headers = { Authorization: `Bearer ${await signEnd(sid, secret)}` };
  const url = `http://127.0.0.1:${port}/peerjs/sessions/${sid}`;
  return (await fetch(url, { method: 'DELETE', headers })).status;
}

/** How often of so many tries a ticket of the session is refused as it has to be, on these nodes. */
async function refusals(nodes, tries, token) {
  let refused = 0;
  for (let times = 0; times < tries; times += 1) {
    const replay = nodes[times % nodes.length].join({ id: 'anna', token });
    await replay.settled();
    if (replay.word === 'session-ended' && replay.shut.code === 4410) refused += 1;
    replay.drop();
  }
  return refused;
}

test(
  'A session that ends on one node is over on all, also when Redis has forgotten it',
  {
    skip: noRedis,
  },
  async (t) => {
    const { nodes, redis } = await cluster(t);
    const token = await ticketFor(agent);
    const anna = await nodes[0].join({ id: 'anna', token }).opened();
    const sam = await (await nodes[1].enter(visitor)).opened();
    const other = await (await nodes[1].enter({ ...visitor, sid: 'another' })).opened();
    assert.equal(await end(nodes[2]), 204);
    for (const [client, gone] of [
      [anna, 'sam'],
      [sam, 'anna'],
    ]) {
      assert.deepEqual(await client.closed(), { code: 4410 });
      assert.deepEqual(client.heard.slice(1), [
        { type: 'LEAVE', src: gone },
        { type: 'ERROR', payload: { msg: 'session-ended', code: 4410 } },
      ]);
    }
    assert.equal(await refusals(nodes, 150, token), 150);

    await redis.kill();
    await nodes[0].isNotReady();
    assert.equal(await refusals(nodes, 30, token), 30);
    await redis.start();
    await Promise.all(nodes.map((one) => one.isReady()));
    assert.equal(await refusals(nodes, 30, token), 30);
    // One that was not there when it ended has it from what the others have written anew.
    const late = await node(t, redis.url);
    await late.isReady();
    assert.equal(await refusals([late], 30, token), 30);
    assert.equal(await other.echo('sam'), true);
  },
);

test(
  'A session that ends while a node is cut off is over there once it is back',
  {
    skip: noRedis,
  },
  async (t) => {
    const redis = await Redis.start(t);
    const network = await Network.to(t, redis.port);
    const [lone, other] = await Promise.all([network.url, redis.url].map((url) => node(t, url)));
    await Promise.all([lone.isReady(), other.isReady()]);
    const token = await ticketFor(agent);
    const anna = await lone.join({ id: 'anna', token }).opened();
    network.cut();
    await lone.isNotReady();
    assert.equal(await end(other), 204);
    assert.equal(anna.shut, undefined);
    network.mend();
    assert.deepEqual(await anna.closed(), { code: 4410 });
    assert.equal(anna.word, 'session-ended');
    assert.equal(await refusals([lone, other], 20, token), 20);
  },
);

test(
  'An end that cannot be written down is said to be none, holds here, and elsewhere once Redis is back',
  {
    skip: noRedis,
  },
  async (t) => {
    const { nodes, redis } = await cluster(t, 2);
    const token = await ticketFor(agent);
    const anna = await nodes[0].join({ id: 'anna', token }).opened();
    const sam = await (await nodes[1].enter(visitor)).opened();
    await redis.kill();
    await nodes[0].isNotReady();
    assert.equal(await end(nodes[0]), 503);
    assert.deepEqual(await anna.closed(), { code: 4410 });
    assert.equal(sam.shut, undefined);
    await redis.start();
    assert.deepEqual(await sam.closed(), { code: 4410 });
    assert.equal(await refusals(nodes, 20, token), 20);
  },
);

test('Who claims a place while its session ends does not keep it', { skip: noRedis }, async (t) => {
  const { nodes } = await cluster(t);
  for (let times = 0; times < 50; times += 1) {
    const sid = `chat-${times}`;
    const token = await ticketFor({ ...agent, sid });
    const coming = nodes[times % 3].join({ id: 'anna', token });
    const ended = end(nodes[(times + 1) % 3], sid);
    assert.deepEqual(await coming.closed(), { code: 4410 });
    assert.equal(await ended, 204);
  }
  await until(async () => {
    const inside = await Promise.all(nodes.map((one) => one.inside()));
    return inside.every((count) => count === 0);
  });
});
