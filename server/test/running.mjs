import { fork } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { signTicket } from '../dist/index.js';
import { RawClient } from './raw-client.mjs';
import { secret } from './serving.mjs';

const fileIn = (path) => fileURLToPath(new URL(path, import.meta.url));

/** Starts a program that logs in lines of JSON, and waits until it listens. It ends with the tests. */
export async function start(path, { args = [], env = {} } = {}) {
  const child = fork(fileIn(path), args, {
    // Nothing of whoever runs the tests, such as a VISAVIS_PORT of theirs.
    env: { PATH: process.env.PATH, ...env },
    silent: true,
  });
  const lines = [];
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  child.once('exit', () => process.off('exit', kill));
  const port = await new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`ended with ${code}: ${lines.join('\n')}`)));
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on('line', (line) => {
        lines.push(line);
        if (line.includes('"listening"')) resolve(JSON.parse(line).port);
      });
    }
  });
  const ended = new Promise((resolve) => child.once('exit', (code) => resolve(code)));
  return {
    port,
    lines,
    pid: child.pid,
    ended,
    signal: (name) => child.kill(name),
    stop() {
      child.kill('SIGKILL');
      return ended;
    },
  };
}

/** This package's server, with its limits as they come, and clients with tickets. */
export async function startOurs(env = {}) {
  const server = await start('../dist/cli.js', {
    args: ['--port=0', '--host=127.0.0.1', '--drain=0'],
    env: { VISAVIS_SECRET: secret, ...env },
  });
  const url = `ws://127.0.0.1:${server.port}/peerjs`;
  return {
    ...server,
    name: 'ours',
    join: (asked) => new RawClient(url, asked),
    async enter({ id, sid = 'chat', party = 'visitor', ...others }) {
      return this.join({ id, token: await signTicket({ sub: id, sid, party }, secret), ...others });
    },
  };
}

/** The stock server knows no sessions and no tickets: whatever is given as a token is one. */
export async function startStock() {
  const server = await start('stock.mjs');
  const url = `ws://127.0.0.1:${server.port}/peerjs`;
  return {
    ...server,
    name: 'stock',
    join: (asked) => new RawClient(url, { ...asked, token: asked.token || 'x' }),
    async enter({ id, sid = 'chat', ...others }) {
      return this.join({ id, token: `${sid}-${id}`, ...others });
    },
  };
}
