import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, parties, type Party } from '../fixture.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const ip = (words: string): void =>
  void execFileSync('ip', words.split(' '), { stdio: ['ignore', 'ignore', 'pipe'] });

/** Why there can be no networks of the tests' own here; undefined when there can. */
export function noNamespaces(): string | undefined {
  if (process.getuid?.() !== 0) return 'network namespaces need root';
  const probe = `visavis-${process.pid}-probe`;
  try {
    ip(`netns add ${probe}`);
    ip(`netns delete ${probe}`);
    return undefined;
  } catch (error) {
    return `no network namespace can be made: ${String((error as Error).message.split('\n')[0])}`;
  }
}

/**
 * A network for two, on a bridge of its own that leads nowhere else: a namespace for each party, one
 * for the server. Each party has two interfaces, of which the first is in use.
 */
export class Network {
  static readonly origin = 'http://10.66.0.1:8000';
  readonly #name = `visavis-${process.pid}`;
  readonly #folder = mkdtempSync(join(tmpdir(), 'visavis-'));
  #server: ChildProcess | undefined;

  static async open(): Promise<Network> {
    const network = new Network();
    network.#build();
    await network.#serve();
    return network;
  }

  /** What a browser of this party's is started by. */
  browser(party: Party, path: string): string {
    const script = join(this.#folder, party);
    writeFileSync(script, `#!/bin/sh\nexec ip netns exec ${this.#space(party)} '${path}' "$@"\n`);
    chmodSync(script, 0o755);
    return script;
  }

  /** Takes a party's interface away, or gives it back. */
  link(party: Party, state: 'up' | 'down', index = 0): number {
    ip(`-n ${this.#space(party)} link set wan${index} ${state}`);
    return performance.timeOrigin + performance.now();
  }

  /** Gives an interface an address, the last of four numbers, in the place of the one it has. */
  address(party: Party, last: number, index = 0): number {
    ip(`-n ${this.#space(party)} addr flush dev wan${index}`);
    ip(`-n ${this.#space(party)} addr add 10.66.0.${last}/24 dev wan${index}`);
    return performance.timeOrigin + performance.now();
  }

  async close(): Promise<void> {
    if (this.#server && this.#server.exitCode === null) {
      const ended = once(this.#server, 'exit');
      this.#server.kill();
      await ended;
    }
    for (const name of ['server', ...parties]) ip(`netns delete ${this.#space(name)}`);
    rmSync(this.#folder, { recursive: true });
  }

  #space(name: string): string {
    return `${this.#name}-${name}`;
  }

  #build(): void {
    const server = this.#space('server');
    ip(`netns add ${server}`);
    ip(`-n ${server} link add bridge type bridge`);
    ip(`-n ${server} addr add 10.66.0.1/24 dev bridge`);
    for (const device of ['bridge', 'lo']) ip(`-n ${server} link set ${device} up`);
    for (const [index, party] of parties.entries()) {
      const space = this.#space(party);
      ip(`netns add ${space}`);
      ip(`-n ${space} link set lo up`);
      for (const second of [0, 1]) {
        const port = `${party}${second}`;
        ip(`-n ${space} link add wan${second} type veth peer name ${port} netns ${server}`);
        ip(`-n ${server} link set ${port} master bridge up`);
        if (second === 0) ip(`-n ${space} link set wan${second} up`);
      }
      this.address(party, 10 + index * 10);
    }
  }

  async #serve(): Promise<void> {
    const words = ['netns', 'exec', this.#space('server'), process.execPath, 'e2e/server.mjs'];
    this.#server = spawn('ip', words, {
      cwd: root,
      env: { ...process.env, PORT: '8000' },
      stdio: 'ignore',
    });
    await expect
      .poll(() => this.#answers(), { timeout: 30_000, message: 'the server in its namespace' })
      .toBe(true);
  }

  #answers(): boolean {
    const ask = `fetch('${Network.origin}/peerjs').then(() => 0, () => 1).then(process.exit)`;
    try {
      const words = ['netns', 'exec', this.#space('server'), process.execPath, '-e', ask];
      execFileSync('ip', words, { stdio: 'ignore' });
      return true;
    } catch {
      return false;
    }
  }
}
