import { counted } from './address.js';

/** So many at once, and so many more each second. */
export class Bucket {
  readonly #size: number;
  readonly #perSecond: number;
  #left: number;
  #at = performance.now();

  constructor(size: number, perSecond: number) {
    this.#size = size;
    this.#perSecond = perSecond;
    this.#left = size;
  }

  /** False when there is none left. */
  take(): boolean {
    if (this.#now() < 1) return false;
    this.#left -= 1;
    return true;
  }

  get empty(): boolean {
    return this.#now() < 1;
  }

  get full(): boolean {
    return this.#now() >= this.#size;
  }

  #now(): number {
    const now = performance.now();
    this.#left = Math.min(this.#size, this.#left + ((now - this.#at) / 1000) * this.#perSecond);
    this.#at = now;
    return this.#left;
  }
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
  readonly failures: Bucket;
}

/** Why an address is turned away before it is heard; for the metrics. */
export type TurnedAway = 'too-many-sockets' | 'too-many-tries' | 'too-many-failures';

/** The addresses that have something open, or have lately tried to. */
export class Guests {
  readonly #limits: AddressLimits;
  readonly #guests = new Map<string, Guest>();
  readonly #sweeping = setInterval(() => this.#sweep(), 60_000).unref();

  constructor(limits: AddressLimits) {
    this.#limits = limits;
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
    if (guest.failures.empty) return 'too-many-failures';
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

  close(): void {
    clearInterval(this.#sweeping);
  }

  #guest(address: string): Guest {
    let guest = this.#guests.get(address);
    if (!guest) {
      const { failuresPerMinute: failures, triesPerMinute: tries } = this.#limits;
      guest = {
        connections: 0,
        sockets: 0,
        agents: 0,
        tries: new Bucket(tries, tries / 60),
        failures: new Bucket(failures, failures / 60),
      };
      this.#guests.set(address, guest);
    }
    return guest;
  }

  #sweep(): void {
    for (const [address, { agents, connections, failures, sockets, tries }] of this.#guests) {
      if (agents + connections + sockets === 0 && failures.full && tries.full)
        this.#guests.delete(address);
    }
  }
}
