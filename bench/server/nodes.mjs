// Whole sessions on one, two and three nodes: what each node that is added adds.
import { cpus } from 'node:os';
import { LeanClient } from './lean-client.mjs';
import { candidate, described } from './messages.mjs';
import { forEach, people } from './people.mjs';
import { cpuOf, startServer } from './servers.mjs';
import { hold, noShare } from './share.mjs';

const candidates = 5;
const most = 3;
const atOnce = 16;

// Of a core, for each node: three of them, Redis and who makes the load then have room on two.
export const share = 0.2;

const nameOf = (count) => (count === 1 ? '1 node' : `${count} nodes`);
const together = `${nameOf(most)}, each session at one`;
const clusters = [...Array.from({ length: most }, (_, index) => nameOf(index + 1)), together];

const betweenCores = `Nodes, Redis and who makes the load share ${cpus().length} cores with whatever else runs: what each of them had is above. Not the nodes end it but the machine; in the section after this one the nodes alone are waited for.`;
const betweenNodes =
  'With two nodes every other session has its sides at different ones, with three two of three: what they say costs two nodes and Redis, where at one node it costs one. Of a balancer that keeps the sides of a session together there is a row beside.';

const shape = `an agent and a visitor join by their tickets, each at a node of chance, offer and answer with ${candidates} candidates each, and leave`;

/** What each node adds, as a part of what the first one does. */
const growth = 0.8;
const goals = (between) =>
  [
    [2, nameOf(2)],
    [3, nameOf(3)],
    [3, together],
  ].map(([count, name]) => ({
    against: nameOf(1),
    of: [name],
    least: 1 + growth * (count - 1),
    between,
  }));
const against = ['stock peer', nameOf(1)];
const figures = (between) => [
  { what: 'a second', says: 'sessions a second', unit: '1/s', against, goals: goals(between) },
  { what: 'a core', says: 'sessions a second of processor time of nodes', unit: '1/s', against },
  ...['cores of nodes', 'cores of Redis', 'cores of the load', 'cores left'].map((what) => ({
    what,
    says: what,
    unit: 'cores',
  })),
  { what: 'Redis a session', says: 'time of Redis for a session', unit: 'µs', of: clusters },
];

export const nodes = {
  title: 'Sessions on one, two and three nodes',
  says: (counts) =>
    `Sessions one after another, ${atOnce} for each node at a time, ${counts.sessions} for each node in a round: ${shape}. All nodes have one Redis. Every node may use all that the machine has.`,
  needsRedis: true,
  among: ['stock peer', 'memory', 'Redis'],
  figures: figures(betweenCores),
  measure: (context) => measure(context, 1),
};

export const nodesHeld = {
  title: `The same, each node held to ${share} of a core`,
  says: (counts) =>
    `As before, ${Math.ceil(counts.sessions * share)} sessions for each node in a round, on a machine that has more than they can use.`,
  lacks: noShare,
  needsRedis: true,
  among: ['stock peer', 'memory', 'Redis'],
  figures: figures(betweenNodes),
  measure: (context) => measure(context, share),
};

async function measure({ counts, kinds, record, redis }, part) {
  const sessions = Math.ceil(counts.sessions * part);
  const all = await people(2 * counts.sessions * most);
  const servers = [];
  for (const kind of kinds.filter((one) => one !== 'Redis')) {
    servers.push({ name: kind, nodes: [await startServer(kind)] });
  }
  const cluster = [];
  while (cluster.length < most) cluster.push(await startServer('Redis', redis));
  for (let count = 1; count <= most; count += 1) {
    servers.push({ name: nameOf(count), nodes: cluster.slice(0, count) });
  }
  servers.push({ name: together, nodes: cluster, areTogether: true });
  const everyone = new Set(servers.flatMap((server) => server.nodes));
  // Warm, each of them alike, and none of them held back yet.
  for (const node of everyone) await pass([node], redis, all, counts.sessions);
  const letGo = part < 1 ? [...everyone].map(({ pid }) => hold(pid, part)) : [];
  try {
    for (let round = 0; round < counts.rounds; round += 1) {
      for (const { areTogether = false, name, nodes: some } of servers) {
        const costs = await pass(some, redis, all, sessions * some.length, areTogether);
        for (const [what, value] of Object.entries(costs)) record(what, name, value);
      }
    }
  } finally {
    for (const node of everyone) await node.stop();
    for (const free of letGo) free();
  }
}

/** So many sessions at these nodes: how fast, and who worked how much for it. */
async function pass(some, redis, all, count, areTogether = false) {
  const used = async () => ({
    at: performance.now(),
    nodes: await Promise.all(some.map((node) => node.ask('cpu'))),
    redis: redis ? await cpuOf(redis) : 0,
    load: process.cpuUsage(),
    idle: cpus().reduce((sum, { times }) => sum + times.idle, 0),
  });
  const before = await used();
  const sessions = Array.from({ length: count }, (_, index) => index);
  await forEach(sessions, (index) => session(some, all, index, areTogether), atOnce * some.length);
  const after = await used();
  const lasted = after.at - before.at;
  const busy = after.nodes.reduce((sum, cpu, index) => sum + cpu - before.nodes[index], 0);
  const load = process.cpuUsage(before.load);
  return {
    'a second': (count / lasted) * 1000,
    'a core': (count / busy) * 1000,
    // Cores that were busy with it on average.
    'cores of nodes': busy / lasted,
    'cores of Redis': (after.redis - before.redis) / lasted,
    'cores of the load': (load.user + load.system) / 1000 / lasted,
    'cores left': (after.idle - before.idle) / lasted,
    'Redis a session': ((after.redis - before.redis) / count) * 1000,
  };
}

/** Each pair of nodes in turn, as a plain load balancer gives them; or each node, both sides of a session alike. */
async function session(some, all, index, areTogether) {
  const [agent, visitor] = all.slice((2 * index) % all.length);
  const ports = [index, areTogether ? index : Math.floor(index / some.length)].map(
    (turn) => some[turn % some.length].port,
  );
  const [one, other] = await Promise.all(
    [agent, visitor].map((who, side) => new LeanClient({ ...who, port: ports[side] }).in()),
  );
  const hears = (client, type) =>
    client.until(() => client.count(type) >= 1 && client.count('CANDIDATE') >= candidates);
  say(other, 'OFFER', agent.id);
  await hears(one, 'OFFER');
  say(one, 'ANSWER', visitor.id);
  await hears(other, 'ANSWER');
  await Promise.all([one.leave(), other.leave()]);
}

function say(client, type, dst) {
  client.send(described(type, dst));
  for (let index = 0; index < candidates; index += 1) client.send(candidate(dst));
}
