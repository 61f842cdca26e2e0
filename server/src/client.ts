import { type RawData, WebSocket } from 'ws';
import { Bucket, type Guest, type Guests, type Rate } from './limits.js';
import type { Log } from './log.js';
import type { Metrics } from './metrics.js';
import type { Holder, Presence } from './presence.js';
import type { Settings } from './settings.js';
import { isPeerId, type Place } from './shape.js';
import type { Ticket, TicketOffice } from './tickets.js';
import type { WaitingRoom } from './waiting-room.js';
import { Refusal, type Word, words } from './words.js';
import * as wire from './wire.js';

// Milliseconds until a newcomer hears that it has to wait.
const waitIsSaidAfter = 500;

const strikesAtMost = 3;

// PeerJS sends an offer and its candidates as soon as the socket is there, OPEN or not.
const earlyAtMost = 32;

// Who does not read what it is sent must not fill this server's memory.
const unreadAtMost = 1_048_576;

/** These tell of a guess; an honest client may well be late, or too many. */
const failures: readonly Word[] = [
  'bad-request',
  'ticket-invalid',
  'ticket-not-yet',
  'ticket-wrong-id',
  'ticket-wrong-party',
  'ticket-wrong-session',
];

/** What all clients of a server share. */
export interface House {
  readonly settings: Settings;
  readonly presence: Presence;
  /** Undefined unless it is switched on. */
  readonly waitingRoom: WaitingRoom | undefined;
  readonly tickets: TicketOffice;
  readonly guests: Guests;
  /** What each client may say. */
  readonly messages: Rate;
  readonly log: Log;
  readonly metrics: Metrics;
  /** Those with a socket that are not in yet, or not any more: each is in one set, since sets cost memory. */
  readonly outside: Set<Client>;
  /** Those that are in. */
  readonly inside: Set<Client>;
  /** Ends a session, whoever asks for it. */
  endSession(sid: string): Promise<void>;
  /** The server is about to end. */
  draining: boolean;
  /** The last one has gone. */
  emptied?: () => void;
}

/** What a client asks to be let in by; nothing of it is checked yet. */
export interface Asked {
  readonly id: string | undefined;
  readonly ticket: string | undefined;
  /** The session, from those clients that name it. */
  readonly sid: string | undefined;
}

/** A WebSocket that knows whose it is: handlers are shared, not made for each. */
export class ClientSocket extends WebSocket {
  client: Client | undefined;
}

/** One client, from the first byte of its socket to the last. */
export class Client implements Holder {
  readonly #house: House;
  readonly #socket: ClientSocket;
  readonly #guest: Guest;
  readonly #messages: Bucket;
  // Whole, so that it is no object of its own.
  readonly #since = Math.floor(performance.now());
  #place: Place | undefined;
  #isAgent = false;
  #gone = false;
  #strikes = 0;
  /** What it said before it was in; undefined once it is. */
  #early: wire.Letter[] | undefined = [];

  constructor(house: House, socket: ClientSocket, guest: Guest) {
    this.#house = house;
    this.#socket = socket;
    this.#guest = guest;
    this.#messages = new Bucket(house.messages);
    house.outside.add(this);
    socket.client = this;
    socket.on('message', onMessage);
    socket.on('close', onClose);
    socket.on('error', onError);
  }

  get silentFor(): number {
    return this.#messages.idleFor;
  }

  /** The session that it is in. */
  get sid(): string | undefined {
    return this.#place?.sid;
  }

  /** `address` is for the log: masked. */
  async join({ id, sid, ticket: text }: Asked, address: string): Promise<void> {
    try {
      if (!isPeerId(id) || !text) throw new Refusal('bad-request', 'No id, or no ticket.');
      const ticket = await this.#house.tickets.read(text, id, sid);
      if (this.#gone) return;
      this.#admit(ticket);
      await this.#claim(ticket, address);
    } catch (error) {
      this.#refuse(error, address);
    }
  }

  opened(waiting: readonly string[]): void {
    const early = this.#early;
    if (this.#gone || !early) return;
    this.#early = undefined;
    this.#house.outside.delete(this);
    this.#house.inside.add(this);
    this.#say(wire.open);
    for (const message of waiting) this.#say(message);
    for (const letter of early) this.#route(letter);
  }

  deliver(message: string): void {
    this.#say(message);
  }

  replaced(): void {
    this.#end('replaced');
  }

  ended(others: readonly string[]): void {
    for (const other of others) this.#say(wire.leave(other));
    this.#end('session-ended');
  }

  /** Asks it to register anew within so many milliseconds. */
  move(within: number): void {
    this.#say(wire.move(within));
  }

  drain(): void {
    this.#end('draining');
  }

  /** Without a farewell, for which nobody may be there. */
  cut(): void {
    this.#socket.terminate();
  }

  hear(data: RawData, isBinary: boolean): void {
    const isOneTooMany = !this.#messages.take();
    if (this.#gone) return;
    if (isOneTooMany) return this.#strike('flood');
    // ws gives text frames as one Buffer.
    const letter = isBinary ? undefined : wire.read((data as Buffer).toString());
    if (!letter) return this.#strike('garbage');
    if (letter === 'HEARTBEAT') return this.#say(wire.heartbeat);
    this.#house.metrics.messages.inc({ type: letter.type });
    if (!this.#early) return this.#route(letter);
    if (this.#early.length < earlyAtMost) this.#early.push(letter);
    else this.#strike('early');
  }

  /** It has said something that this server cannot cope with. */
  stumbled(error: unknown): void {
    this.#house.log.trouble('a message could not be dealt with', error);
    this.#end('misbehaved');
  }

  broke(error: Error & { readonly code?: string }): void {
    const tooLong = error.code === 'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH';
    this.#house.metrics.strikes.inc({ reason: tooLong ? 'too-long' : 'broken-frame' });
  }

  closed(code: number): void {
    const { emptied, guests, inside, log, metrics, outside } = this.#house;
    this.#leave();
    outside.delete(this);
    guests.leave(this.#guest, this.#isAgent);
    metrics.closed.inc({ code });
    if (this.#place && !this.#early) {
      const after = Math.round((performance.now() - this.#since) / 1000);
      const { id, sid } = this.#place;
      log.closed({ sid, id, code, after });
    }
    if (inside.size + outside.size === 0) emptied?.();
  }

  #admit({ id, party, sid }: Ticket): void {
    const { draining, guests, inside, presence, settings } = this.#house;
    if (draining) throw new Refusal('draining');
    const comesBack = presence.holds({ id, sid });
    if (!comesBack && inside.size >= settings.clients) throw new Refusal('server-full');
    if (party !== 'agent') return;
    if (!guests.promote(this.#guest)) {
      throw new Refusal('server-full', 'Too many agents of one address.');
    }
    this.#isAgent = true;
  }

  async #claim({ id, jti, party, sid }: Ticket, address: string): Promise<void> {
    const { log, metrics, presence, settings } = this.#house;
    const seat = { sid, id, party };
    this.#place = seat;
    const saying = setTimeout(() => this.#say(wire.wait), waitIsSaidAfter);
    const tooLong = new Refusal('unavailable', 'It has waited too long.');
    const givingUp = setTimeout(() => this.#refuse(tooLong, address), settings.joinSeconds * 1000);
    try {
      await presence.claim(seat, this);
    } finally {
      clearTimeout(saying);
      clearTimeout(givingUp);
    }
    if (this.#gone) {
      // It has gone while it was let in.
      this.#leave();
      return;
    }
    metrics.joined.inc();
    log.joined({ ...seat, jti, address });
  }

  #refuse(error: unknown, address: string): void {
    if (this.#gone) return;
    const { guests, log, metrics } = this.#house;
    if (!(error instanceof Refusal)) log.trouble('a client could not be let in', error);
    const { message: reason, word } =
      error instanceof Refusal ? error : new Refusal('unavailable', 'See the line before.');
    if (failures.includes(word)) guests.failed(this.#guest);
    metrics.refused.inc({ word });
    log.refused({ word, reason, address });
    this.#end(word);
  }

  #route(letter: wire.Letter): void {
    const { log, metrics, presence } = this.#house;
    const place = this.#place;
    if (!place) return;
    presence.route(place, letter.dst, wire.relay(letter, place.id)).then(
      (way) => metrics.routed.inc({ way }),
      (error: unknown) => log.trouble('a message could not be sent on', error),
    );
  }

  #strike(reason: string): void {
    this.#house.metrics.strikes.inc({ reason });
    this.#strikes += 1;
    if (this.#strikes >= strikesAtMost) this.#end('misbehaved');
  }

  /** The word first: PeerJS never hears the code. */
  #end(word: Word): void {
    if (this.#gone) return;
    this.#say(wire.error(word));
    this.#leave();
    this.#socket.close(words[word], word);
  }

  /** Its place is free from now on, however long its socket takes to close. */
  #leave(): void {
    const { inside, log, outside, presence } = this.#house;
    this.#gone = true;
    if (inside.delete(this)) outside.add(this);
    if (!this.#place) return;
    presence.leave(this.#place, this).catch((error: unknown) => {
      log.trouble('a place could not be given up', error);
    });
  }

  #say(message: string): void {
    if (this.#gone || this.#socket.readyState !== WebSocket.OPEN) return;
    if (this.#socket.bufferedAmount > unreadAtMost) return this.cut();
    this.#socket.send(message);
  }
}

function onMessage(this: WebSocket, data: RawData, isBinary: boolean): void {
  const { client } = this as ClientSocket;
  try {
    client?.hear(data, isBinary);
  } catch (error) {
    // One client's message must not end the server of all others.
    client?.stumbled(error);
  }
}

function onClose(this: WebSocket, code: number): void {
  (this as ClientSocket).client?.closed(code);
}

function onError(this: WebSocket, error: Error): void {
  (this as ClientSocket).client?.broke(error);
}
