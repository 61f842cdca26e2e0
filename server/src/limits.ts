import { counted } from './address.js';

/** So many at once, and so many more each minute. All that have the same one share it. */
export interface Rate {
  readonly size: number;
  readonly perMinute: number;
}

const minute = 60_000;

/**
 * Counts in whole numbers, sixty-thousandths of one and milliseconds: what has a fraction is an object of its own to
 * V8, and every client has one of these.
 */
export class Bucket {
  readonly #rate: Rate;
  #left: number;
  #at = now();

  constructor(rate: Rate) {
    this.#rate = rate;
    this.#left = rate.size * minute;
  }

  /** False when there is none left. */
  take(): boolean {
    if (this.empty) return false;
    this.#left -= minute;
    return true;
  }

  get empty(): boolean {
    return this.#refilled() < minute;
  }

  get full(): boolean {
    return this.#refilled() >= this.#rate.size * minute;
  }

  /** Milliseconds since it was last asked. */
  get idleFor(): number {
    return now() - this.#at;
  }

  #refilled(): number {
    const { perMinute, size } = this.#rate;
    const more = this.idleFor * perMinute;
    this.#left = Math.min(size * minute, this.#left + more);
    this.#at = now();
    return this.#left;
  }
}

function now(): number {
  return Math.floor(performance.now());
}

// Browsers keep a handful open, and a health check one.
const connectionsPerAddress = 200;

export interface AddressLimits {
  readonly socketsPerAddress: number;
  readonly agentsPerAddress: number;
  readonly triesPerMinute: number;
  readonly failuresPerMinute: number;
}

/** What one address has open, and what it may still try. */
export interface Guest {
  /** Those that are not yet, or never will be, WebSockets. */
  connections: number;
  /** All sockets but those of agents: an office of agents may sit behind one address. */
  sockets: number;
  agents: number;
  readonly tries: Bucket;
  /** Once something has failed. */
  failures: Bucket | undefined;
}

/** Why an address is turned away before it is heard; for the metrics. */
export type TurnedAway = 'too-many-sockets' | 'too-many-tries' | 'too-many-failures';

/** The addresses that have something open, or have lately tried to. */
export class Guests {
  readonly #limits: AddressLimits;
  readonly #tries: Rate;
  readonly #failures: Rate;
  readonly #guests = new Map<string, Guest>();
  readonly #sweeping = setInterval(() => this.#sweep(), 60_000).unref();

  constructor(limits: AddressLimits) {
    const { failuresPerMinute: failures, triesPerMinute: tries } = limits;
    this.#limits = limits;
    this.#tries = { size: tries, perMinute: tries };
    this.#failures = { size: failures, perMinute: failures };
  }

  /** Counts a bare connection in, which has to be counted out by hand; undefined when it has to stay outside. */
  connect(address: string): Guest | undefined {
    const guest = this.#guest(counted(address));
    if (guest.connections >= connectionsPerAddress) return undefined;
    guest.connections += 1;
    return guest;
  }

  /** Counts a socket in, which has to be counted out by `leave()`; or says why it has to stay outside. */
  enter(address: string): Guest | TurnedAway {
    const guest = this.#guest(counted(address));
    if (guest.failures?.empty) return 'too-many-failures';
    if (guest.sockets >= this.#limits.socketsPerAddress) return 'too-many-sockets';
    if (!guest.tries.take()) return 'too-many-tries';
    guest.sockets += 1;
    return guest;
  }

  /** It is an agent's, as its ticket says; false when there are too many. */
  promote(guest: Guest): boolean {
    if (guest.agents >= this.#limits.agentsPerAddress) return false;
    guest.sockets -= 1;
    guest.agents += 1;
    return true;
  }

  leave(guest: Guest, asAgent: boolean): void {
    guest[asAgent ? 'agents' : 'sockets'] -= 1;
  }

  /** It has shown a ticket that tells of a guess. */
  failed(guest: Guest): void {
    (guest.failures ??= new Bucket(this.#failures)).take();
  }

  close(): void {
    clearInterval(this.#sweeping);
  }

  #guest(address: string): Guest {
    let guest = this.#guests.get(address);
    if (!guest) {
      const tries = new Bucket(this.#tries);
      guest = { connections: 0, sockets: 0, agents: 0, tries, failures: undefined };
      this.#guests.set(address, guest);
    }
    return guest;
  }

  #sweep(): void {
    for (const [address, { agents, connections, failures, sockets, tries }] of this.#guests) {
      if (agents + connections + sockets === 0 && (failures?.full ?? true) && tries.full)
        this.#guests.delete(address);
    }
  }
}
