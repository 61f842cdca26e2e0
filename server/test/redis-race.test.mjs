import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RedisPresence } from '../dist/redis-presence.js';
import { noRedis, Redis, until } from './redis.mjs';

const tries = 1500;
const patience = { within: 5000, messages: 64, bytes: 262_144 };
const anna = { sid: 'chat', id: 'anna', party: 'agent' };

/** Whether it has the place, as it has been told so far. */
class Holder {
  has = false;
  #isOver = false;
  opened = () => (this.has = !this.#isOver);
  deliver = () => assert.fail('nothing was sent');
  ended = () => assert.fail('nothing has ended');
  replaced = () => {
    this.#isOver = true;
    this.has = false;
  };
}

/** Resolves once a node has heard all that was said to it before. */
async function listeners(one, two) {
  const heard = [];
  const inChurch = (id) => ({ sid: 'church', id, party: 'agent' });
  const quiet = () => undefined;
  const holder = (id) => ({
    ...{ opened: quiet, replaced: quiet, ended: quiet },
    deliver: () => heard[id](),
  });
  await one.claim(inChurch('1'), holder('1'));
  await two.claim(inChurch('2'), holder('2'));
  const ring = (from, by, to) =>
    new Promise((resolve, reject) => {
      heard[to] = resolve;
      from.route(inChurch(by), to, 'ding').catch(reject);
    });
  return () => Promise.all([ring(one, '1', '2'), ring(two, '2', '1')]);
}

test('Two nodes never hold the same id, however they race for it', { skip: noRedis }, async (t) => {
  const redis = await Redis.start(t);
  const nodes = [1, 2].map(() => new RedisPresence(redis.url, patience));
  t.after(() => Promise.all(nodes.map((node) => node.close())));
  await until(() => nodes.every(({ ready }) => ready));
  const haveHeard = await listeners(...nodes);
  const held = { 0: 0, 1: 0, 2: 0 };
  const won = [0, 0];
  for (let round = 0; round < tries; round += 1) {
    const holders = [new Holder(), new Holder()];
    // Neither is always the first to ask.
    const order = round % 2 ? [0, 1] : [1, 0];
    await Promise.all(order.map((index) => nodes[index].claim(anna, holders[index])));
    await haveHeard();
    const winners = holders.filter(({ has }) => has);
    held[winners.length] += 1;
    holders.forEach(({ has }, index) => has && (won[index] += 1));
    assert.deepEqual(
      nodes.map((node) => node.holds(anna)),
      holders.map(({ has }) => has),
    );
  }
  console.log(
    `figure · two nodes claim one id at once, n ${tries}: held by nobody ${held[0]}, by one ${held[1]}, by two ${held[2]} (goal: 0); the first node had it ${won[0]} times, the second ${won[1]}`,
  );
  assert.deepEqual(held, { 0: 0, 1: tries, 2: 0 });
});
