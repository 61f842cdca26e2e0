// What the signalling server costs, beside a bare `ws` server and the stock one, all in one run; prints tables and
// writes bench/server/FIGURES.md. node bench/server.mjs [--quick] [--clients=2000] [--only=idle,relay] …
import { execSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { buildServer } from '../scripts/build-server.mjs';
import { root } from '../scripts/run.mjs';
import { noRedis } from '../server/test/redis.mjs';

const full = { clients: 2000, house: 5000, offers: 1000, sessions: 150, rounds: 3 };
const quick = { clients: 40, house: 60, offers: 20, sessions: 5, rounds: 1 };

// Milliseconds; something hangs.
const atMost = 10 * 60_000;

// For one socket each, at both ends, and what else a process has open.
const filesBeside = 200;

const { values: asked } = parseArgs({
  options: {
    quick: { type: 'boolean' },
    /** server/dist is as the sources are. */
    built: { type: 'boolean' },
    out: { type: 'string', default: fileURLToPath(new URL('server/FIGURES.md', import.meta.url)) },
    only: { type: 'string' },
    ...Object.fromEntries(Object.keys(full).map((name) => [name, { type: 'string' }])),
  },
});
const counts = Object.fromEntries(
  Object.entries(asked.quick ? quick : full).map(([name, count]) => [
    name,
    Number(asked[name] ?? count),
  ]),
);
mayOpen(Math.max(counts.clients, counts.house) + filesBeside);
if (!asked.built) await buildServer();

// Only now: they sign tickets by what has just been built.
const { idle } = await import('./server/idle.mjs');
const { fullHouse } = await import('./server/full-house.mjs');
const { relay } = await import('./server/relay.mjs');
const { nodes, nodesHeld } = await import('./server/nodes.mjs');
const { page, printed, rowsOf } = await import('./server/report.mjs');
const { needsRedis: asksRedis, startRedis, stopAll } = await import('./server/servers.mjs');

const all = { idle, fullHouse, relay, nodes, nodesHeld };
const names = asked.only?.split(',') ?? Object.keys(all);
const late = setTimeout(() => {
  console.error(`It has not ended after ${atMost / 1000} s.`);
  process.exit(1);
}, atMost);
const begun = performance.now();
const redis = noRedis ? undefined : await startRedis();
const sections = [];
try {
  for (const name of names) sections.push(await measured(all[name]));
} finally {
  await stopAll();
}
clearTimeout(late);
writeFileSync(asked.out, `${page(about(), sections)}\n`);
console.log(`\n${asked.out} is written.`);
// Redis has a connection's end that nobody waits for.
process.exit();

async function measured({ among, figures, lacks, measure, needsRedis, says, title }) {
  const section = { title, says: says(counts), rows: [] };
  console.log(`\n${title}: ${section.says}\n`);
  section.lacking = (needsRedis && noRedis) || lacks?.();
  if (section.lacking) {
    console.log(`Skipped: ${section.lacking}.`);
    return section;
  }
  const values = {};
  const record = (what, server, value) => ((values[what] ??= {})[server] ??= []).push(value);
  const some = among.filter((kind) => redis || !asksRedis(kind));
  await measure({ counts, kinds: some, record, redis });
  section.rows = rowsOf({ figures, title }, values);
  console.log(printed(section.rows));
  return section;
}

/** On what, and with what, it was measured. */
function about() {
  const [cpu] = cpus();
  const versionOf = (name) =>
    JSON.parse(readFileSync(`${root}node_modules/${name}/package.json`, 'utf8')).version;
  const packages = ['visavis-server', 'ws', 'peer', 'jose', '@redis/client'];
  const [load] = loadavg();
  return [
    ['date', `${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC`],
    [
      'machine',
      `${cpus().length} cores (${cpu.model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GiB, ${process.platform} ${process.arch}`,
    ],
    [
      'versions',
      [
        `Node ${process.version}`,
        ...packages.map((name) => `${name} ${versionOf(name)}`),
        noRedis || execSync('redis-server --version', { encoding: 'utf8' }).replace(/ sha=.*/s, ''),
      ].join(', '),
    ],
    [
      'counts',
      Object.entries(counts)
        .map((entry) => entry.join(' '))
        .join(', '),
    ],
    [
      'took',
      `${Math.round((performance.now() - begun) / 1000)} s; load average at the end ${load.toFixed(1)}`,
    ],
  ];
}

/** Both ends of a connection are files, of two processes. */
function mayOpen(files) {
  if (process.platform === 'win32') return;
  // Node has raised it as far as it may.
  const limit = execSync('ulimit -n', { encoding: 'utf8', shell: '/bin/sh' }).trim();
  if (limit === 'unlimited' || Number(limit) >= files) return;
  console.error(
    `A process may open ${limit} files here, and ${files} are needed: raise it by \`ulimit -n ${files}\`, or ask for fewer by --clients and --house.`,
  );
  process.exit(1);
}
