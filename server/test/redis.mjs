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

export async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
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
  #process;

  constructor(port) {
    this.port = port;
    this.url = `redis://127.0.0.1:${port}`;
  }

  static async start(t) {
    const redis = new Redis(await freePort());
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
export class Wire {
  #cut = false;
  #pairs = new Set();
  #server;

  static async to(t, port) {
    const wire = new Wire();
    wire.#server = createServer({ allowHalfOpen: true, pauseOnConnect: true }, (near) => {
      wire.#join(near, connect({ port, host: '127.0.0.1', allowHalfOpen: true }));
    });
    wire.#server.listen(0, '127.0.0.1');
    await once(wire.#server, 'listening');
    wire.url = `redis://127.0.0.1:${wire.#server.address().port}`;
    t.after(() => wire.#end());
    return wire;
  }

  cut() {
    this.#cut = true;
  }

  /** What was sent meanwhile is lost, as are the connections by which it was. */
  mend() {
    this.#cut = false;
    for (const pair of this.#pairs) {
      if (pair.lossy) for (const socket of pair.sockets) socket.destroy();
    }
  }

  #join(near, far) {
    const pair = { sockets: [near, far], lossy: this.#cut };
    this.#pairs.add(pair);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ]) {
      from.on('data', (data) => {
        if (this.#cut) pair.lossy = true;
        else to.write(data);
      });
      from.on('end', () => (this.#cut ? (pair.lossy = true) : to.end()));
      from.on('error', () => {
        // Its end is told by `close`.
      });
      from.on('close', () => {
        if (!this.#cut) to.destroy();
        else pair.lossy = true;
        if (near.destroyed && far.destroyed) this.#pairs.delete(pair);
      });
    }
    near.resume();
  }

  #end() {
    this.#server.close();
    for (const { sockets } of this.#pairs) for (const socket of sockets) socket.destroy();
  }
}
