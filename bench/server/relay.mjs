// How long an offer is on its way from one client of a session to the other, by one node and by two.
import { LeanClient } from './lean-client.mjs';
import { described } from './messages.mjs';
import { people } from './people.mjs';
import { startServer } from './servers.mjs';
import { at } from './statistics.mjs';

// One client says here what many do otherwise.
const limits = { VISAVIS_MESSAGES_PER_SECOND: '1000000' };

const against = ['stock peer'];

export const relay = {
  title: 'Relaying an offer',
  says: (counts) =>
    `Offers of 3 kB from one client to another, one after the other, ${counts.offers} a round; processor time is that of all nodes together.`,
  figures: [
    { what: 'p50', says: 'an offer on its way, p50', unit: 'ms', against },
    { what: 'p99', says: 'an offer on its way, p99', unit: 'ms', against },
    { what: 'cpu', says: 'processor time of an offer', unit: 'µs', against },
  ],
  among: ['stock peer', 'memory', 'Redis'],
  async measure({ counts, kinds, record, redis }) {
    const [agent, visitor] = await people(2);
    const ways = [];
    for (const kind of kinds) {
      const node = await startServer(kind, redis, limits);
      ways.push({ name: kind, nodes: [node, node] });
      if (kind === 'Redis') {
        ways.push({
          name: 'Redis, two nodes',
          nodes: [node, await startServer(kind, redis, limits)],
        });
      }
    }
    for (let round = -1; round < counts.rounds; round += 1) {
      for (const { name, nodes } of ways) {
        const costs = await costOf(nodes, agent, visitor, counts.offers);
        // The first time they are all still being compiled.
        if (round < 0) continue;
        for (const [what, value] of Object.entries(costs)) record(what, name, value);
      }
    }
    for (const node of new Set(ways.flatMap(({ nodes }) => nodes))) await node.stop();
  },
};

async function costOf([near, far], agent, visitor, count) {
  const callee = await new LeanClient({ ...agent, port: near.port }).in();
  const caller = await new LeanClient({ ...visitor, port: far.port }).in();
  const offer = described('OFFER', agent.id);
  const nodes = [...new Set([near, far])];
  const used = async () => {
    let all = 0;
    for (const node of nodes) all += await node.ask('cpu');
    return all;
  };
  const before = await used();
  const times = [];
  for (let index = 1; index <= count; index += 1) {
    const since = performance.now();
    caller.send(offer);
    await callee.until(() => callee.count('OFFER') >= index);
    times.push(performance.now() - since);
  }
  const cpu = (((await used()) - before) / count) * 1000;
  await Promise.all([caller.leave(), callee.leave()]);
  return { p50: at(times, 0.5), p99: at(times, 0.99), cpu };
}
