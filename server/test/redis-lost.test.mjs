import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cluster, figure, negotiate, node } from './cluster.mjs';
import { Network, noRedis, Redis, until } from './redis.mjs';

const agent = { id: 'anna', party: 'agent' };
const visitor = { id: 'sam', party: 'visitor' };
const cross = { ...agent, sid: 'across' };

/** Clients on all nodes: two of one session on each, and one session across two of them. */
async function fill(nodes) {
  const pairs = await Promise.all(
    nodes.map(async (one, index) => {
      const sid = `chat-${index}`;
      const anna = await (await one.enter({ ...agent, sid })).opened();
      const sam = await (await one.enter({ ...visitor, sid })).opened();
      return { anna, sam };
    }),
  );
  const anna = await (await nodes[0].enter(cross)).opened();
  const sam = await (await nodes[1].enter({ ...visitor, sid: cross.sid })).opened();
  return { pairs, anna, sam, all: [...pairs.flatMap((pair) => [pair.anna, pair.sam]), anna, sam] };
}

let calls = 0;

const call = async (caller, callee) =>
  negotiate(caller, callee, { from: 'sam', to: 'anna', connectionId: `mc_${(calls += 1)}` });

/** What holds as long as Redis is away, however it went. */
async function goesOnWithout(nodes, { all, pairs }) {
  for (const { anna, sam } of pairs) assert.equal(await call(sam, anna), true);
  const newcomers = await Promise.all(
    nodes.map((one, index) => one.enter({ ...visitor, id: 'new', sid: `chat-${index}` })),
  );
  await Promise.all(newcomers.map((newcomer) => newcomer.message('WAIT')));
  await Promise.all(nodes.map((one) => one.isNotReady()));
  assert.deepEqual(
    [...all, ...newcomers].filter(({ shut }) => shut),
    [],
  );
  return newcomers;
}

/** What holds once Redis is there, whatever it has forgotten; `since`: when it came. */
async function hasHealed(nodes, { all, anna, sam }, newcomers, since) {
  const times = [];
  const after = () => times.push(performance.now() - since);
  await Promise.all(newcomers.map((newcomer) => newcomer.opened().then(after)));
  await Promise.all(nodes.map((one) => one.isReady()));
  assert.equal(await call(sam, anna), true);
  after();
  assert.deepEqual(
    newcomers.map(({ types }) => types),
    newcomers.map(() => ['WAIT', 'OPEN']),
  );
  // On whichever node, the former socket of a place is known again.
  const again = await (await nodes.at(-1).enter(cross)).opened();
  assert.deepEqual(await anna.closed(), { code: 4409 });
  assert.equal(await call(sam, again), true);
  assert.deepEqual(
    all.filter(({ shut }) => shut),
    [anna],
  );
  return times;
}

test(
  'Redis is killed and comes back empty: nobody is closed, calls go on, newcomers wait, all heals',
  {
    skip: noRedis,
  },
  async (t) => {
    const { nodes, redis } = await cluster(t);
    const clients = await fill(nodes);
    const times = [];
    for (let round = 0; round < 2; round += 1) {
      await redis.kill();
      const newcomers = await goesOnWithout(nodes, clients);
      await redis.start();
      const since = performance.now();
      times.push(...(await hasHealed(nodes, clients, newcomers, since)));
      // The next round begins as this one did.
      for (const newcomer of newcomers) newcomer.drop();
      clients.all.splice(clients.all.indexOf(clients.anna), 1);
      clients.anna = await (await nodes[0].enter(cross)).opened();
      clients.all.push(clients.anna);
    }
    figure(
      'newcomers are in and nodes relay again, ms after Redis is back, empty (goal: worst ≤ 2000)',
      times,
    );
    for (const { lines } of nodes) {
      const told = lines.join('\n').match(/Redis is (there|away)/g);
      assert.ok(told.length >= 5, told);
      // Once each time, not at each try.
      assert.ok(told.every((one, index) => one !== told[index + 1]));
    }
  },
);

test(
  'What is sent to another node while Redis is away arrives when it is back, in order',
  {
    skip: noRedis,
  },
  async (t) => {
    const { nodes, redis } = await cluster(t, 2, { VISAVIS_WAITING_SECONDS: '60' });
    const { anna, sam } = await fill(nodes);
    await redis.kill();
    await nodes[1].isNotReady();
    const negotiated = call(sam, anna);
    await sam.echo('sam');
    await redis.start();
    assert.equal(await negotiated, true);
    assert.deepEqual(new Set(sam.types), new Set(['OPEN', 'CANDIDATE', 'ANSWER']));
  },
);

test(
  'What cannot be sent on while Redis is away expires as always',
  { skip: noRedis },
  async (t) => {
    const { nodes, redis } = await cluster(t, 2, { VISAVIS_WAITING_SECONDS: '1' });
    const { sam } = await fill(nodes);
    await redis.kill();
    await nodes[1].isNotReady();
    sam.offer('anna');
    sam.offer('anna');
    assert.deepEqual(await sam.message('EXPIRE'), { type: 'EXPIRE', src: 'anna' });
    sam.offer('nobody');
    await sam.until(({ heard }) =>
      heard.some(({ type, src }) => type === 'EXPIRE' && src === 'nobody'),
    );
    assert.deepEqual(sam.types, ['OPEN', 'EXPIRE', 'EXPIRE']);
  },
);

for (const [how, forLong] of [
  ['for a moment', false],
  ['for so long that it is given up', true],
]) {
  test(
    `Redis is frozen ${how}: nobody is closed, calls go on, newcomers wait, all heals`,
    {
      skip: noRedis,
    },
    async (t) => {
      const { nodes, redis } = await cluster(t);
      const clients = await fill(nodes);
      redis.freeze();
      const newcomers = await goesOnWithout(nodes, clients);
      if (forLong) {
        for (const { said } of nodes) await until(() => said('Redis is away').length > 0);
      }
      redis.thaw();
      const since = performance.now();
      const times = await hasHealed(nodes, clients, newcomers, since);
      figure(
        `newcomers are in and nodes relay again, ms after Redis was frozen ${how} (goal: worst ≤ 2000)`,
        times,
      );
    },
  );
}

test(
  'A node is cut off from Redis by the network: it goes on alone, the others together, and it makes good for it',
  {
    skip: noRedis,
  },
  async (t) => {
    const redis = await Redis.start(t);
    const network = await Network.to(t, redis.port);
    const [lone, ...others] = await Promise.all(
      [network.url, redis.url, redis.url].map((url) => node(t, url)),
    );
    const nodes = [lone, ...others];
    await Promise.all(nodes.map((one) => one.isReady()));
    const clients = await fill(nodes);
    network.cut();
    const newcomers = await goesOnWithout([lone], clients);
    // The others have a Redis, and there is a place for whoever leaves the lone one.
    const elsewhere = await (await others[1].enter({ ...agent, sid: 'chat-0' })).opened();
    const [stale] = [clients.pairs[0].anna];
    assert.deepEqual([stale.shut, await others[0].readiness()], [undefined, 200]);
    network.mend();
    const since = performance.now();
    await stale.closed();
    assert.deepEqual([stale.word, stale.shut], ['replaced', { code: 4409 }]);
    clients.all.splice(clients.all.indexOf(stale), 1);
    const times = await hasHealed(nodes, clients, newcomers, since);
    assert.equal(await call(clients.pairs[0].sam, elsewhere), true);
    figure(
      'newcomers are in and nodes relay again, ms after the network is back (goal: worst ≤ 2000)',
      times,
    );
  },
);

test(
  'A claim that reaches Redis late, by a network that was away, takes the place from nobody',
  {
    skip: noRedis,
  },
  async (t) => {
    const redis = await Redis.start(t);
    const network = await Network.to(t, redis.port);
    const [lone, other] = await Promise.all([network.url, redis.url].map((url) => node(t, url)));
    await Promise.all([lone.isReady(), other.isReady()]);
    network.cut();
    const early = await lone.enter(agent);
    await early.message('WAIT');
    const anna = await (await other.enter(agent)).opened();
    early.drop();
    // By now it has given up the connection by which it has asked.
    await until(() => lone.said('Redis is away').length > 0);
    network.mend({ late: true });
    await lone.isReady();
    const sam = await (await lone.enter(visitor)).opened();
    assert.equal(await call(sam, anna), true);
    assert.deepEqual(anna.shut, undefined);
  },
);

test(
  'A node that starts before its Redis is not ready, and is once Redis has come',
  {
    skip: noRedis,
  },
  async (t) => {
    const redis = await Redis.start(t);
    await redis.kill();
    const lone = await node(t, redis.url);
    assert.equal(await lone.readiness(), 503);
    const anna = await lone.enter(agent);
    await anna.message('WAIT');
    await redis.start();
    await anna.opened();
    await lone.isReady();
  },
);
