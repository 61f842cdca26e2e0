import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { Addresses, masked } from './address.js';
import type { House } from './client.js';
import type { Guest } from './limits.js';

/** Somebody who stays outside, before a word is said: by a bare status of HTTP. */
export interface Outside {
  readonly status: 403 | 429 | 503;
  readonly reason: string;
}

export interface Inside {
  /** Counted in: has to be counted out. */
  readonly guest: Guest;
  /** For the log: masked. */
  readonly address: string;
}

/** Whom a bare connection is counted for, until it closes or has become a WebSocket. */
const bare = new WeakMap<Socket, Guest>();

function uncount(socket: Socket): void {
  const guest = bare.get(socket);
  if (guest) guest.connections -= 1;
  bare.delete(socket);
}

function onClose(this: Socket): void {
  uncount(this);
}

/** Sockets that a server of so many clients holds: who is refused needs one for a moment too. */
export const socketsFor = (clients: number): number => Math.ceil(clients * 1.1) + 100;

/** What is decided before the upgrade, by where somebody comes from alone: it has to be cheap. */
export class Door {
  readonly #house: House;
  readonly #addresses: Addresses;
  readonly #origins: ReadonlySet<string>;
  readonly #sockets: number;
  /** Those that the log knows of: a flood is one line a minute. */
  readonly #noted = new Set<string>();
  readonly #forgetting = setInterval(() => this.#noted.clear(), 60_000).unref();

  constructor(house: House) {
    const { addressHeader, clients, origins, trustedProxies } = house.settings;
    this.#house = house;
    this.#addresses = new Addresses(addressHeader, trustedProxies);
    this.#origins = new Set(origins);
    this.#sockets = socketsFor(clients);
  }

  addressOf(request: IncomingMessage): string {
    return this.#addresses.of(request);
  }

  /** Whether pages of that origin may connect. */
  lets(origin: string | undefined): boolean {
    return this.#origins.size === 0 || this.#origins.has(origin ?? '');
  }

  /** Counts connections, which may never say what they want. */
  connected(socket: Socket): void {
    const address = socket.remoteAddress ?? '';
    if (this.#addresses.isProxy(address)) return;
    const guest = this.#house.guests.connect(address);
    if (!guest) {
      this.#turnAway(address, 'too-many-connections');
      return void socket.destroy();
    }
    bare.set(socket, guest);
    socket.once('close', onClose);
  }

  enter(request: IncomingMessage): Inside | Outside {
    const address = this.#addresses.of(request);
    const { socket } = request;
    uncount(socket);
    socket.off('close', onClose);
    const { origin } = request.headers;
    if (!this.lets(origin)) {
      return this.#turnAway(address, 'wrong-origin', 403);
    }
    const { inside, outside } = this.#house;
    if (inside.size + outside.size >= this.#sockets) return this.#turnAway(address, 'full', 503);
    const guest = this.#house.guests.enter(address);
    if (typeof guest === 'string') return this.#turnAway(address, guest, 429);
    return { guest, address: masked(address) };
  }

  close(): void {
    clearInterval(this.#forgetting);
  }

  #turnAway(address: string, reason: string, status: Outside['status'] = 429): Outside {
    this.#house.metrics.turnedAway.inc({ reason });
    const about = { reason, address: masked(address) };
    const note = `${about.reason} ${about.address}`;
    if (!this.#noted.has(note)) {
      this.#noted.add(note);
      this.#house.log.turnedAway(about);
    }
    return { status, reason };
  }
}
