import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const bench = fileURLToPath(new URL('run.mjs', import.meta.url));

test('A part of the bench runs by itself, says what it measured, and writes nothing down', async () => {
  const child = spawn(process.execPath, [bench, 'changes'], { stdio: ['ignore', 'pipe', 'pipe'] });
  let [printed, trouble] = ['', ''];
  child.stdout.on('data', (data) => (printed += data));
  child.stderr.on('data', (data) => (trouble += data));
  const [code] = await once(child, 'close');
  assert.equal(code, 0, trouble + printed);
  const row = printed.split('\n').find((line) => line.includes('elements that render'));
  assert.match(row ?? printed, /^7 .* elements .* one session in the page .* yes /);
  assert.match(printed, /FIGURES\.md stays as it is/);
});
