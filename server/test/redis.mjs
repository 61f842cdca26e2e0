import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { setTimeout as later } from 'node:timers/promises';

/** Why there is no Redis here, for `test`; false when there is. */
export const noRedis = lacks('redis-server', '--version');

/** What Node's `test` takes as `skip`. */
export function lacks(program, ...harmless) {
  try {
    execFileSync(program, harmless, { stdio: 'ignore' });
  } catch ({ code }) {
    if (code === 'ENOENT') return `${program} is not installed`;
  }
  return false;
}

/** Not one of those that systems give to connections: it has to be free again after a restart. */
export async function freePort() {
  for (;;) {
    const port = 10_000 + Math.floor(Math.random() * 20_000);
    const server = createServer().listen(port, '127.0.0.1');
    try {
      await once(server, 'listening');
    } catch {
      continue;
    }
    server.close();
    await once(server, 'close');
    return port;
  }
}

/** Waits for a condition that nobody tells of. */
export async function until(holds, what = String(holds), patience = 20_000) {
  const since = performance.now();
  for (;;) {
    const held = await holds();
    if (held) return held;
    if (performance.now() - since > patience) throw new Error(`It never came to this: ${what}`);
    await later(5);
  }
}

/** A real Redis of the test's own, which forgets everything whenever it ends. */
export class Redis {
  #options;
  #process;

  constructor(port, options) {
    this.port = port;
    this.url = `redis://127.0.0.1:${port}`;
    this.#options = options;
  }

  /** `options`: more of them, which come last and so prevail. */
  static async start(t, options = () => []) {
    const port = await freePort();
    const redis = new Redis(port, options(port));
    await redis.start();
    t.after(() => redis.kill());
    return redis;
  }

  async start() {
    const options = [
      '--port',
      this.port,
      '--bind',
      '127.0.0.1',
      '--save',
      '',
      '--appendonly',
      'no',
      ...this.#options,
    ];
    const child = spawn('redis-server', options.map(String), {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const kill = () => child.kill('SIGKILL');
    process.once('exit', kill);
    child.once('exit', () => process.off('exit', kill));
    this.#process = child;
    for await (const line of createInterface({ input: child.stdout })) {
      if (line.includes('Ready to accept connections')) {
        child.stdout.resume();
        return;
      }
    }
    throw new Error('Redis does not start.');
  }

  async kill() {
    if (this.#process.exitCode !== null || this.#process.signalCode) return;
    const ended = once(this.#process, 'exit');
    this.#process.kill('SIGKILL');
    await ended;
  }

  freeze() {
    this.#process.kill('SIGSTOP');
  }

  thaw() {
    this.#process.kill('SIGCONT');
  }

  /** One command by hand, such as FLUSHALL; its answer as Redis writes it. */
  async command(...words) {
    const socket = connect(this.port, '127.0.0.1');
    const parts = words.map((word) => `$${Buffer.byteLength(word)}\r\n${word}\r\n`);
    socket.write(`*${words.length}\r\n${parts.join('')}`);
    const [answer] = await once(socket, 'data');
    socket.destroy();
    return answer.toString();
  }
}

/** The network between a node and its Redis, which can be made to swallow everything, as a dead one does. */
export class Network {
  #isCut = false;
  #pairs = new Set();
  #server;

  static async to(t, port) {
    const network = new Network();
    network.#server = createServer({ allowHalfOpen: true }, (near) => network.#join(near, port));
    network.#server.listen(0, '127.0.0.1');
    await once(network.#server, 'listening');
    network.url = `redis://127.0.0.1:${network.#server.address().port}`;
    t.after(() => network.#end());
    return network;
  }

  cut() {
    this.#isCut = true;
  }

  /** Connections that have lost something are no more; what they lost comes late, or never. */
  mend({ late = false } = {}) {
    this.#isCut = false;
    for (const pair of this.#pairs) {
      if (!pair.isBroken) continue;
      this.#pairs.delete(pair);
      pair.near.destroy();
      pair.far.end(late ? Buffer.concat(pair.swallowed) : undefined);
    }
  }

  #join(near, port) {
    const far = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
    const pair = { near, far, isBroken: false, swallowed: [] };
    this.#pairs.add(pair);
    near.on('data', (data) => {
      if (this.#isCut || pair.isBroken) this.#swallow(pair, data);
      else far.write(data);
    });
    far.on('data', (data) => {
      if (this.#isCut || pair.isBroken) this.#swallow(pair);
      else near.write(data);
    });
    for (const [one, other] of [
      [near, far],
      [far, near],
    ]) {
      one.on('error', () => {
        // Its end is told by `close`.
      });
      one.on('end', () => (this.#isCut ? this.#swallow(pair) : other.end()));
      one.on('close', () => {
        if (this.#isCut) return this.#swallow(pair);
        other.destroy();
        this.#pairs.delete(pair);
      });
    }
  }

  #swallow(pair, ...data) {
    pair.isBroken = true;
    pair.swallowed.push(...data);
  }

  #end() {
    this.#server.close();
    for (const { near, far } of this.#pairs) for (const one of [near, far]) one.destroy();
  }
}
