// What somebody costs who is there and says nothing but that: memory, and the processor time of coming in.
import { enter, people } from './people.mjs';
import { startServer } from './servers.mjs';

// A server that has served nobody yet has not loaded and compiled all that it is made of.
const warmUp = 100;

const kilobytes = (bytes) => bytes / 1000;

const betweenResident =
  'It is not what clients hold: V8 lets its young generation grow, by steps of two, to three spaces of 16 MB while many come at once, and does not give them back; more of what a newcomer needs outlives a collection here than at a server that checks no tickets. `1 MB young` is the same server under `NODE_OPTIONS=--max-semi-space-size=1`, which holds it small: a host decides.';
const betweenHeap =
  'By heap snapshots (bench/server/heap.mjs): a client here has a place, a bucket and an entry for its address, which tickets and limits need, and with Redis an epoch and a time besides; the stock server spends about the same on a handful of closures for each. Tried and kept: a bucket without fractions, no map for what waits until something does, a list for the seats of a session, one set instead of two, and no timer of five seconds for each command to Redis (some 300 bytes a client, and the cause of what the spike could not explain).';

const ours = ['memory', 'Redis', 'memory, 1 MB young', 'Redis, 1 MB young'];
const goals = (between) => [
  { against: 'ws echo', of: ours, most: 1.5, between },
  { against: 'stock peer', of: ours, most: 1, between },
];
const against = ['ws echo', 'stock peer'];

export const idle = {
  title: 'Idle clients',
  says: (counts) =>
    `${counts.clients} clients, each from an address of its own, in at one node and heard twice; memory after a forced collection, less what the process held after ${Math.min(warmUp, counts.clients)} had come and gone. A process of its own each time. \`1 MB young\`: started with NODE_OPTIONS=--max-semi-space-size=1.`,
  figures: [
    {
      what: 'rss',
      says: 'resident memory',
      unit: 'kB a client',
      against,
      goals: goals(betweenResident),
    },
    // What a process held back before it may be filled by clients, and its growth then flatters it.
    { what: 'whole', says: 'resident memory of the whole process', unit: 'MB', against },
    { what: 'heap', says: 'heap', unit: 'kB a client', against, goals: goals(betweenHeap) },
    { what: 'heap and buffers', says: 'heap and buffers', unit: 'kB a client', against },
    { what: 'cpu', says: 'processor time of coming in', unit: 'ms', against },
  ],
  among: ['ws echo', 'stock peer', ...ours],
  async measure({ counts, kinds, record, redis }) {
    const all = await people(counts.clients);
    for (let round = 0; round < counts.rounds; round += 1) {
      for (const kind of kinds) {
        const costs = await costOf(kind, redis, all);
        for (const [what, value] of Object.entries(costs)) record(what, kind, value);
      }
    }
  },
};

async function costOf(kind, redis, all) {
  const server = await startServer(kind, redis);
  const few = await enter(server, all.slice(0, warmUp));
  await Promise.all(few.map((client) => client.leave()));
  const before = { memory: await server.ask('memory'), cpu: await server.ask('cpu') };
  const clients = await enter(server, all);
  const cpu = ((await server.ask('cpu')) - before.cpu) / all.length;
  const memory = await server.ask('memory');
  for (const client of clients) client.drop();
  await server.stop();
  const grown = (...names) =>
    names.reduce((sum, name) => sum + kilobytes(memory[name] - before.memory[name]), 0) /
    all.length;
  return {
    rss: grown('rss'),
    heap: grown('heapUsed'),
    'heap and buffers': grown('heapUsed', 'external'),
    whole: memory.rss / 1e6,
    cpu,
  };
}
