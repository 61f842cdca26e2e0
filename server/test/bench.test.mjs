import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { noRedis } from './redis.mjs';

const bench = fileURLToPath(new URL('../../bench/server.mjs', import.meta.url));

test('The bench measures every server, and writes what it has measured', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'visavis-bench-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const out = join(folder, 'FIGURES.md');
  const child = spawn(process.execPath, [bench, '--quick', '--built', `--out=${out}`], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let trouble = '';
  child.stderr.on('data', (data) => (trouble += data));
  const [code] = await once(child, 'close');
  assert.equal(code, 0, trouble);
  const page = readFileSync(out, 'utf8');
  const rows = page
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .map((line) => line.split(' | '));
  const measured = (what, server) => {
    const row = rows.find((cells) => cells[0] === `| ${what}` && cells[2] === server);
    assert.ok(row, `${what} of ${server} is missing`);
    return Number(row[4]);
  };
  for (const server of ['ws echo', 'stock peer', 'memory', ...(noRedis ? [] : ['Redis'])]) {
    // Of so few clients, what they hold is lost among what else comes and goes.
    assert.ok(Number.isFinite(measured('heap', server)));
    assert.ok(measured('resident memory of the whole process', server) > 10);
    assert.equal(measured('clients in at once', server), 60);
  }
  assert.ok(measured('an offer on its way, p50', 'memory') > 0);
  if (noRedis) return assert.match(page, /Skipped: redis-server is not installed/);
  assert.ok(measured('an offer on its way, p99', 'Redis, two nodes') > 0);
  assert.ok(measured('sessions a second', '3 nodes') > 0);
});
