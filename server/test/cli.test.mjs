import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { startOurs } from './running.mjs';
import { secret } from './serving.mjs';

const cli = fileURLToPath(new URL('../dist/cli.js', import.meta.url));

const run = (args, env = {}) =>
  new Promise((resolve) => {
    const options = { env: { PATH: process.env.PATH, ...env } };
    execFile(process.execPath, [cli, ...args], options, (error, out, words) => {
      resolve({ code: error?.code ?? 0, out, words });
    });
  });

test('--help and --version need no settings', async () => {
  const { code, out } = await run(['--help']);
  assert.equal(code, 0);
  assert.match(out, /--port, VISAVIS_PORT\n.*\n.*default: 9000/);
  assert.match((await run(['--version'])).out, /^\d+\.\d+\.\d+\n$/);
});

test('What is wrong is one sentence and no stack', async (t) => {
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  t.after(() => taken.close());
  const { port } = taken.address();
  const withSecret = { VISAVIS_SECRET: secret };
  const wrong = [
    [[], {}, 'Tickets cannot be checked: set VISAVIS_SECRET, or --jwks.\n'],
    [['--port=x'], withSecret, /^--port=x is not allowed: it has to be a whole number.*\n$/],
    [['--jwks=/nowhere.json'], {}, /^jwks cannot be read: ENOENT.*\n$/],
    [['--cert=/nowhere', '--key=/nowhere'], withSecret, /^cert cannot be read: ENOENT.*\n$/],
    [
      ['--host=127.0.0.1', `--port=${port}`],
      withSecret,
      `Port ${port} is already in use: choose another by --port.\n`,
    ],
  ];
  for (const [args, env, expected] of wrong) {
    const { code, words } = await run(args, env);
    assert.equal(code, 1, String(expected));
    if (expected instanceof RegExp) assert.match(words, expected);
    else assert.equal(words, expected);
  }
});

test('SIGTERM moves the clients on and ends the process; its log is lines of JSON without a ticket', async () => {
  const server = await startOurs();
  const anna = await (await server.enter({ id: 'anna' })).opened();
  const metrics = await (await fetch(`http://127.0.0.1:${server.port}/metrics`)).text();
  assert.match(metrics, /^process_resident_memory_bytes \d+/m);
  server.signal('SIGTERM');
  assert.deepEqual(await anna.closed(), { code: 1012 });
  assert.deepEqual(anna.types, ['OPEN', 'MOVE', 'ERROR']);
  assert.equal(await server.ended, 0);
  const said = server.lines.map((line) => JSON.parse(line).msg);
  // On its way out, pino has been seen to write the last two in the other order than it was told them.
  const [closed, drained] = said.slice(-2).sort();
  assert.deepEqual(
    [...said.slice(0, -2), closed, drained],
    ['listening', 'joined', 'draining', 'closed', 'drained'],
  );
  assert.equal(server.lines.join('').includes('eyJ'), false);
});
