import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Party } from '../side.js';

export type Direction = 'agent→visitor' | 'visitor→agent';

/** What a direction does to its packets; what is not named stays as it is. */
export interface Faults {
  readonly cut?: boolean;
  /** Milliseconds. */
  readonly delay?: number;
  /** Up to so many milliseconds more, drawn for each packet. None overtakes another. */
  readonly jitter?: number;
  /** From 0 to 1, as the next three. */
  readonly loss?: number;
  readonly reorder?: number;
  readonly duplicate?: number;
  /** Kilobits a second; 0 is no limit. What would wait longer than 300 ms is dropped. */
  readonly rate?: number;
}

export interface Counts {
  readonly sent: number;
  readonly arrived: number;
  readonly lost: number;
  /** Of what arrived. */
  readonly bytes: number;
  /** Milliseconds: the longest in which nothing arrived since this direction was last given faults. */
  readonly gap: number;
}

interface Answer {
  readonly id: number;
  readonly at: number;
  readonly answer: unknown;
  readonly error?: string;
}

/**
 * The network between two pages: all they send each other passes it, and so do the pages
 * themselves and their signalling. A command answers with its moment, which can be compared with
 * `performance.timeOrigin + performance.now()` in a page.
 */
export class Wire {
  readonly #process: ChildProcess;
  readonly #waiting = new Map<number, (answer: Answer) => void>();
  #asked = 0;
  #doors: Readonly<Record<Party, number>> = { agent: 0, visitor: 0 };

  /** `target`: the port of the server behind it. The same seed draws the same luck. */
  static async open(target: number, seed = 1): Promise<Wire> {
    const wire = new Wire(target, seed);
    wire.#doors = (await wire.#ask('open')).answer as Record<Party, number>;
    return wire;
  }

  private constructor(target: number, seed: number) {
    const path = fileURLToPath(new URL('wire.mjs', import.meta.url));
    // Without the loader that Playwright has its workers use.
    this.#process = fork(path, [String(target), String(seed)], { execArgv: [] });
    this.#process.on('message', (answer: Answer) => {
      this.#waiting.get(answer.id)?.(answer);
      this.#waiting.delete(answer.id);
    });
  }

  /** Where this party opens its page. */
  url(party: Party): string {
    return `http://localhost:${this.#doors[party]}`;
  }

  cut(direction?: Direction): Promise<number> {
    return this.faults({ cut: true }, direction);
  }

  /** Ends a cut; other faults stay. */
  restore(direction?: Direction): Promise<number> {
    return this.faults({ cut: false }, direction);
  }

  async faults(faults: Faults, direction?: Direction): Promise<number> {
    return (await this.#ask('faults', { ...faults, from: direction?.split('→')[0] })).at;
  }

  /** No faults at all. */
  heal(): Promise<number> {
    return this.faults({
      cut: false,
      delay: 0,
      jitter: 0,
      loss: 0,
      rate: 0,
      reorder: 0,
      duplicate: 0,
    });
  }

  /** A NAT forgets this party, or its address changes: the other side sees it at new ports. */
  async rebind(party?: Party): Promise<number> {
    return (await this.#ask('rebind', { party })).at;
  }

  /** Signalling and pages hang: what is open passes nothing, what is new gets no answer. */
  cutSignalling(party?: Party): Promise<number> {
    return this.#signalling('cut', party);
  }

  /** Signalling and pages die: what is open is reset, what is new is refused. */
  killSignalling(party?: Party): Promise<number> {
    return this.#signalling('kill', party);
  }

  restoreSignalling(party?: Party): Promise<number> {
    return this.#signalling('restore', party);
  }

  /** Milliseconds that everything takes from each side to the server, and back. */
  async delaySignalling(delay: number): Promise<void> {
    await this.#ask('delaySignalling', { delay });
  }

  /** All packets since the start, and the longest gap since the last faults. */
  async counts(): Promise<Readonly<Record<Direction, Counts>>> {
    const { agent, visitor } = (await this.#ask('counts')).answer as Record<Party, Counts>;
    return { 'agent→visitor': agent, 'visitor→agent': visitor };
  }

  /** The port of a TURN server's UDP as this party is to know it: on the wire. */
  async wayToRelay(party: Party, target: number): Promise<number> {
    return (await this.#ask('wayToRelay', { party, target })).answer as number;
  }

  /** This party's candidate as the other one may know it: on the wire. Null: not at all. */
  async rewrite(party: Party, candidate: string): Promise<string | null> {
    // candidate:<foundation> <component> <protocol> <priority> <address> <port> typ <type> …
    const fields = candidate.split(' ');
    const [, , protocol = '', , host = '', port = '', , type] = fields;
    // A relay's own: the wire is on the way to the relay, or the test means to go around it.
    if (type === 'relay') return candidate;
    const isIPv4 = /^[\d.]+$/.test(host);
    if (protocol.toLowerCase() !== 'udp' || type !== 'host' || !isIPv4) return null;
    const { answer } = await this.#ask('path', { party, address: { host, port: Number(port) } });
    fields[5] = String(answer);
    return fields.join(' ');
  }

  async close(): Promise<void> {
    if (!this.#process.connected) return;
    const ended = once(this.#process, 'exit');
    this.#process.disconnect();
    await ended;
  }

  async #signalling(act: 'cut' | 'kill' | 'restore', party?: Party): Promise<number> {
    return (await this.#ask('signalling', { act, party })).at;
  }

  async #ask(name: string, given: object = {}): Promise<Answer> {
    const id = (this.#asked += 1);
    const answer = await new Promise<Answer>((resolve) => {
      this.#waiting.set(id, resolve);
      this.#process.send({ id, name, given });
    });
    if (answer.error !== undefined) throw new Error(`The wire: ${answer.error}`);
    return answer;
  }
}
