// What an idle client consists of, by kind of object, from two heap snapshots of the server:
// node bench/server/heap.mjs [memory | Redis | 'ws echo' | 'stock peer'] [clients]
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { enter, people } from './people.mjs';
import { startRedis, startServer, stopAll } from './servers.mjs';

const [kind = 'memory', clients = 1000] = process.argv.slice(2);
const all = await people(Number(clients));
const folder = mkdtempSync(join(tmpdir(), 'visavis-heap-'));

/** Bytes and number of objects by what they are. */
async function countedIn(server, name) {
  const file = join(folder, name);
  await server.ask('snapshot', file);
  const { nodes, snapshot, strings } = JSON.parse(readFileSync(file, 'utf8'));
  const { node_fields: fields, node_types: types } = snapshot.meta;
  const [type, named, size] = ['type', 'name', 'self_size'].map((field) => fields.indexOf(field));
  const kinds = new Map();
  for (let index = 0; index < nodes.length; index += fields.length) {
    const sort = types[type][nodes[index + type]];
    // Texts are as many kinds as there are texts.
    const what = /string|number/.test(sort)
      ? `(${sort})`
      : `${sort} ${strings[nodes[index + named]]}`;
    const kind = kinds.get(what) ?? { bytes: 0, count: 0 };
    kinds.set(what, { bytes: kind.bytes + nodes[index + size], count: kind.count + 1 });
  }
  return kinds;
}

try {
  const server = await startServer(kind, kind === 'Redis' ? await startRedis() : undefined);
  for (const client of await enter(server, all.slice(0, 100))) await client.leave();
  const before = await countedIn(server, 'before.heapsnapshot');
  await enter(server, all);
  const after = await countedIn(server, 'after.heapsnapshot');
  const rows = [...after]
    .map(([what, { bytes, count }]) => ({
      what: what.slice(0, 60),
      count: (count - (before.get(what)?.count ?? 0)) / all.length,
      bytes: (bytes - (before.get(what)?.bytes ?? 0)) / all.length,
    }))
    .toSorted((a, b) => b.bytes - a.bytes);
  const sum = rows.reduce((total, { bytes }) => total + bytes, 0);
  console.log(`${kind}: ${Math.round(sum)} bytes a client, of ${all.length}`);
  for (const { bytes, count, what } of rows.slice(0, 40)) {
    console.log(`${bytes.toFixed(0).padStart(6)} bytes ${count.toFixed(2).padStart(8)} × ${what}`);
  }
} finally {
  rmSync(folder, { recursive: true });
  await stopAll();
}
process.exit();
