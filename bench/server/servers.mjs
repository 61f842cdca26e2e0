// The servers that are compared, each in a process of its own, started the same way and asked by the same probe.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { fileURLToPath } from 'node:url';
import { freePort, Redis, until } from '../../server/test/redis.mjs';
import { secret } from '../../server/test/serving.mjs';

const fileIn = (path) => fileURLToPath(new URL(path, import.meta.url));
const probe = new URL('probe.mjs', import.meta.url).href;

const ours = (port, env) => ({
  file: '../../server/dist/cli.js',
  args: [`--port=${port}`, '--host=127.0.0.1', '--drain=0'],
  env: { VISAVIS_SECRET: secret, VISAVIS_CLIENTS: '1000000', ...env },
  isReady: async () => (await fetch(`http://127.0.0.1:${port}/readyz`)).status === 200,
});
const listens = (port) => async () => {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  socket.destroy();
  return true;
};

const young = { NODE_OPTIONS: '--max-semi-space-size=1' };

/** By what they are called in the tables. */
export const kinds = {
  'ws echo': (port) => ({ file: 'echo.mjs', args: [port], isReady: listens(port) }),
  'stock peer': (port) => ({
    file: '../../server/test/stock.mjs',
    args: [port, 1_000_000],
    isReady: listens(port),
  }),
  memory: (port) => ours(port),
  Redis: (port, redis) => ours(port, { REDIS_URL: redis.url }),
  // V8's young generation otherwise grows to many times that while many come at once, and stays so.
  'memory, 1 MB young': (port) => ours(port, young),
  'Redis, 1 MB young': (port, redis) => ours(port, { REDIS_URL: redis.url, ...young }),
};
export const needsRedis = (kind) => kind.startsWith('Redis');

/** What has to end with the bench, however it ends. */
const running = [];

/** `more`: limits of visavis-server that a measurement goes beyond; all others are as they come. */
export async function startServer(kind, redis, more = {}) {
  const port = await freePort();
  const { args, env, file, isReady } = kinds[kind](port, redis);
  const child = fork(fileIn(file), args.map(String), {
    env: { PATH: process.env.PATH, ...env, ...more },
    execArgv: ['--expose-gc', '--import', probe],
    // A server logs as it does by default, and nobody has to read it.
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const server = {
    kind,
    port,
    pid: child.pid,
    async ask(ask, argument) {
      child.send({ ask, argument });
      const [{ answer }] = await once(child, 'message');
      return answer;
    },
    async stop() {
      if (child.exitCode !== null || child.signalCode) return;
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
  running.push(server.stop);
  await until(() => isReady().catch(() => false), `${kind} listens`);
  return server;
}

export const startRedis = () => Redis.start({ after: (stop) => running.push(stop) });

/** Milliseconds of processor time that Redis has used. */
export async function cpuOf(redis) {
  const told = await redis.command('INFO', 'cpu');
  const seconds = (name) => Number(new RegExp(`^${name}:([\\d.]+)`, 'm').exec(told)[1]);
  return (seconds('used_cpu_sys') + seconds('used_cpu_user')) * 1000;
}

export const stopAll = () => Promise.all(running.splice(0).map((stop) => stop()));
