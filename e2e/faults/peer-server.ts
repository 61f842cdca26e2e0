import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { port as demoPort } from '../port.js';
import type { Side } from '../side.js';

const script = fileURLToPath(new URL('peer-server.mjs', import.meta.url));
const port = demoPort + 200;

/** A PeerServer that a test may kill, stop and start. */
export class KillableServer {
  readonly url = `http://localhost:${port}/`;
  #process: ChildProcess | undefined;

  async start(): Promise<void> {
    this.#process = fork(script, [String(port)], { execArgv: [] });
    await once(this.#process, 'message');
  }

  async kill(): Promise<void> {
    const gone = this.#process && once(this.#process, 'exit');
    this.#process?.kill('SIGKILL');
    await gone;
    this.#process = undefined;
  }

  /** Its sockets stay open, and nobody answers. */
  stop(): void {
    this.#process?.kill('SIGSTOP');
  }

  goOn(): void {
    this.#process?.kill('SIGCONT');
  }

  /** Which ids it knows of. */
  async has(side: Side): Promise<boolean> {
    const id = await side.onSession((session) => session.peerId);
    const answer = await fetch(`${this.url}has/${id}`).catch(() => undefined);
    return answer?.ok === true && ((await answer.json()) as boolean);
  }
}
