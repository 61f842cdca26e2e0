// Very many clients at one node, and how long a word takes there and back among them.
import { candidate } from './messages.mjs';
import { enter, people } from './people.mjs';
import { startServer } from './servers.mjs';
import { at } from './statistics.mjs';

const words = 300;
const against = ['ws echo', 'stock peer'];

export const fullHouse = {
  title: 'A full house',
  says: (counts) =>
    `${counts.house} clients in at one node at once, once each; then ${words} words to oneself, one after the other.`,
  figures: [
    { what: 'held', says: 'clients in at once', unit: 'clients', against },
    { what: 'rss', says: 'the whole process', unit: 'MB', against },
    { what: 'p50', says: 'a word to oneself, p50', unit: 'ms', against },
    { what: 'p99', says: 'a word to oneself, p99', unit: 'ms', against },
  ],
  among: ['ws echo', 'stock peer', 'memory', 'Redis'],
  async measure({ counts, kinds, record, redis }) {
    const all = await people(counts.house);
    for (const kind of kinds) {
      const server = await startServer(kind, redis);
      const clients = await enter(server, all);
      const times = [];
      for (let word = 0; word < words; word += 1) {
        times.push(await thereAndBack(clients[(word * 7919) % clients.length]));
      }
      record('held', kind, clients.filter(({ isIn }) => isIn).length);
      record('rss', kind, (await server.ask('memory')).rss / 1e6);
      record('p50', kind, at(times, 0.5));
      record('p99', kind, at(times, 0.99));
      for (const client of clients) client.drop();
      await server.stop();
    }
  },
};

async function thereAndBack(client) {
  const heard = client.count('CANDIDATE');
  const since = performance.now();
  client.send(candidate(client.id));
  await client.until(() => client.count('CANDIDATE') > heard);
  return performance.now() - since;
}
