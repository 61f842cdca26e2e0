import { before, test } from 'node:test';
import { RedisPresence } from '../dist/redis-presence.js';
import { patience, presenceContract } from './presence-contract.mjs';
import { noRedis, Redis, until } from './redis.mjs';

if (noRedis) test('Presence in Redis', { skip: noRedis });
else {
  let redis;
  before(async (t) => {
    redis = await Redis.start(t);
  });

  presenceContract('in Redis, on two nodes', async () => {
    await redis.command('FLUSHALL');
    const nodes = [1, 2].map(() => new RedisPresence(redis.url, patience));
    await until(() => nodes.every(({ ready }) => ready));
    return nodes;
  });
}
