import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { expect } from './fixture.js';

/** Why there is no coturn here; undefined when there is. */
export function noCoturn(): string | undefined {
  try {
    execFileSync('turnserver', ['--version'], { stdio: 'ignore' });
    return undefined;
  } catch (error) {
    // Its exit code says nothing: it has none for a mere question.
    const { code } = error as NodeJS.ErrnoException;
    return code === 'ENOENT' ? 'coturn (turnserver) is not installed' : undefined;
  }
}

/** A TURN server of Debian's on loopback, over UDP and TCP, that relays there alone. */
export class Coturn {
  readonly port: number;
  readonly #process: ChildProcess;

  /** `secret`: for credentials that end by themselves; without, for those of `server()`. */
  static async start(secret?: string): Promise<Coturn> {
    const free = createServer().listen(0, '127.0.0.1');
    await once(free, 'listening');
    const { port } = free.address() as { readonly port: number };
    free.close();
    await once(free, 'close');
    const coturn = new Coturn(port, secret);
    await expect.poll(() => coturn.#answers(), { message: 'coturn listens' }).toBe(true);
    return coturn;
  }

  private constructor(port: number, secret?: string) {
    this.port = port;
    const who = secret
      ? `--use-auth-secret --static-auth-secret=${secret}`
      : '--lt-cred-mech --user=visavis:test';
    const options = [
      `-n --no-tls --no-dtls --no-cli ${who} --realm=visavis`,
      '--listening-ip=127.0.0.1 --relay-ip=127.0.0.1 --allow-loopback-peers --log-file=stdout',
      `--listening-port=${port} --pidfile=/dev/null --no-rfc5780 --simple-log`,
    ];
    this.#process = spawn('turnserver', options.join(' ').split(' '), { stdio: 'ignore' });
  }

  /** For `iceServers`; over UDP at the port that a party knows. */
  server(transport: 'udp' | 'tcp', port = this.port): RTCIceServer {
    const urls = `turn:127.0.0.1:${port}?transport=${transport}`;
    return { urls, username: 'visavis', credential: 'test' };
  }

  async stop(): Promise<void> {
    if (this.#process.exitCode !== null || this.#process.signalCode) return;
    const ended = once(this.#process, 'exit');
    this.#process.kill('SIGKILL');
    await ended;
  }

  #answers(): Promise<boolean> {
    return new Promise((resolve) => {
      const socket = connect(this.port, '127.0.0.1');
      socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
      socket.once('connect', () => socket.destroy());
    });
  }
}
