import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { counted, masked } from './address.js';
import { answer, orderOf } from './answer.js';
import type { House } from './client.js';
import type { Door } from './door.js';
import type { Guest } from './limits.js';
import { type Asked, BadRequest, read } from './reception-request.js';
import { isSessionId, type Party } from './shape.js';
import { signTicket } from './tickets.js';
import { turnCredentials } from './turn.js';
import type { Chat, WaitingRoom } from './waiting-room.js';

// Seconds.
const ticketLife = 300;
const agentsComeAgain = 10;
const nextComesAgain = 2;
// Those that have long to wait need not know at once; but who is silent for too long loses the place.
const othersComeAgain = 5;
const soon = 10;

/** What pages ask of the waiting room, by plain requests, and are answered: a ticket, or a place in the queue. */
export class Reception {
  readonly #house: House;
  readonly #door: Door;
  readonly #room: WaitingRoom;
  readonly #path: string;

  constructor(house: House, door: Door, room: WaitingRoom) {
    this.#house = house;
    this.#door = door;
    this.#room = room;
    this.#path = `${house.settings.path}/waiting-room`;
  }

  /** False when the request is for somebody else. */
  handle(request: IncomingMessage, response: ServerResponse, pathname: string): boolean {
    const sid = pathname.slice(this.#path.length + 1);
    if (pathname !== this.#path && pathname !== `${this.#path}/${sid}`) return false;
    const { origin } = request.headers;
    response.setHeader('Vary', 'Origin');
    if (origin && this.#door.lets(origin)) {
      response.setHeader('Access-Control-Allow-Origin', origin);
      // By it a ticket's life is counted.
      response.setHeader('Access-Control-Expose-Headers', 'Date');
    }
    const isOfChat = sid !== '';
    if (request.method === 'OPTIONS') preflight(response);
    else if (request.method === 'POST') void this.#receive(request, response, sid);
    else if (request.method === 'DELETE' && isOfChat) void this.#receive(request, response, sid);
    else answer(response, 405, 'Ask by POST.');
    return true;
  }

  async #receive(request: IncomingMessage, response: ServerResponse, sid: string): Promise<void> {
    const { draining, guests, log } = this.#house;
    const address = this.#door.addressOf(request);
    const guest = guests.enter(address);
    if (typeof guest === 'string') return void later(response, 429, 'Too many tries.');
    try {
      if (draining) return void later(response, 503, 'This server is going.');
      if (sid) {
        await this.#ofChat(request, response, sid, guest);
        return;
      }
      const asked = await read(request);
      if (asked.party === 'agent') await this.#serve(request, response, asked, guest);
      else await this.#ask(request, response, asked, address);
    } catch (error) {
      if (error instanceof BadRequest) return void answer(response, error.status, error.message);
      log.trouble('the waiting room has no answer', error);
      later(response, 503, 'Try again later.');
    } finally {
      guests.leave(guest, false);
    }
  }

  /** An agent signs in or out, or hears which chats it has. */
  async #serve(
    request: IncomingMessage,
    response: ServerResponse,
    { takes }: Extract<Asked, { party: 'agent' }>,
    guest: Guest,
  ): Promise<void> {
    const id = await this.#house.tickets.agentBy(orderOf(request));
    if (id === undefined) return void this.#refuse(request, response, guest, 'sign-in');
    const { chats, waiting } = await this.#room.serve({ id, takes });
    const all = chats.map(async (chat) => ({
      ...(await this.#ticketFor(chat, 'agent')),
      name: chat.name,
      since: Math.floor(chat.since / 1000),
      tokenUrl: `${this.#path}/${chat.sid}?pass=${this.#passOf(chat.sid)}`,
    }));
    this.#say(response, 200, 'desk', {
      chats: await Promise.all(all),
      waiting,
      // Whoever has room may be given a visitor at any moment, who waits for the agent's page to know.
      again: chats.length < takes ? nextComesAgain : agentsComeAgain,
    });
  }

  /** A visitor is given a chat, or a place. */
  async #ask(
    request: IncomingMessage,
    response: ServerResponse,
    { name, visit }: Extract<Asked, { party: 'visitor' }>,
    address: string,
  ): Promise<void> {
    if (!this.#door.lets(request.headers.origin)) {
      return void answer(response, 403, 'Not from this page.');
    }
    const found = await this.#room.ask({
      name,
      // Neither the browser's secret nor an address is kept.
      visit: createHash('sha256').update(visit).digest('base64url'),
      from: this.#sealed(`from ${counted(address)}`).slice(0, 16),
    });
    const { metrics } = this.#house;
    if (typeof found === 'string') {
      metrics.waitingRoom.inc({ answer: found });
      if (found === 'full') return void later(response, 503, 'The waiting room is full.');
      return void later(response, 429, 'Too many visitors of one address.');
    }
    if ('place' in found) {
      const { agents, place } = found;
      const again = agents > 0 && place <= soon ? nextComesAgain : othersComeAgain;
      return void this.#say(response, 202, 'place', { waiting: { place, agents }, again });
    }
    this.#house.log.ticketGiven({ sid: found.sid });
    this.#say(response, 200, 'chat', await this.#ticketFor(found, 'visitor'));
  }

  /** The next ticket of an agent's page, by what it was told of that chat; or the end of that chat. */
  async #ofChat(
    request: IncomingMessage,
    response: ServerResponse,
    sid: string,
    guest: Guest,
  ): Promise<void> {
    const pass = new URLSearchParams(request.url?.split('?', 2)[1]).get('pass') ?? '';
    const [given, right] = [pass, this.#passOf(sid)].map((one) => Buffer.from(one)) as [
      Buffer,
      Buffer,
    ];
    if (!isSessionId(sid) || given.length !== right.length || !timingSafeEqual(given, right)) {
      return void this.#refuse(request, response, guest, 'pass');
    }
    if (request.method === 'DELETE') {
      await this.#house.endSession(sid);
      return void response.writeHead(204).end();
    }
    const chat = await this.#room.find(sid);
    if (!chat) return void answer(response, 410, 'That chat is over.');
    this.#say(response, 200, 'ticket', await this.#ticketFor(chat, 'agent'));
  }

  async #ticketFor({ sid }: Chat, party: Party) {
    const { features: allowed, secret, turnSecret, turnUrls } = this.#house.settings;
    // Named by the session: a conversation is kept under these, and the next one is another.
    const ids = { agent: `agent-${sid}`, visitor: `visitor-${sid}` };
    const [peer, remote] = [ids[party], ids[party === 'agent' ? 'visitor' : 'agent']];
    const features = { voip: allowed.includes('voip'), video: allowed.includes('video') };
    const claims = { sub: peer, sid, party, features, ttl: ticketLife };
    const ice = { secret: turnSecret, peer, ttl: 2 * ticketLife, urls: turnUrls };
    return {
      ticket: await signTicket(claims, secret),
      peer,
      remote,
      ...(turnUrls.length > 0 && { iceServers: [turnCredentials(ice)] }),
      features,
      expiresAt: Math.floor(Date.now() / 1000) + ticketLife,
    };
  }

  /** For one chat alone, and for as long as it is there. */
  #passOf(sid: string): string {
    return this.#sealed(`pass ${sid}`);
  }

  #sealed(text: string): string {
    const { secret } = this.#house.settings;
    return createHmac('sha256', secret).update(`visavis waiting room ${text}`).digest('base64url');
  }

  /** A guess counts like a refused ticket. */
  #refuse(request: IncomingMessage, response: ServerResponse, guest: Guest, reason: string): true {
    this.#house.guests.failed(guest);
    const address = masked(this.#door.addressOf(request));
    this.#house.log.refused({ word: 'order-invalid', reason, address });
    return answer(response, 403, 'Only whom the host has sent.');
  }

  #say(response: ServerResponse, status: number, what: string, body: object): true {
    this.#house.metrics.waitingRoom.inc({ answer: what });
    return answer(response, status, JSON.stringify(body), 'application/json');
  }
}

function later(response: ServerResponse, status: number, text: string): true {
  response.setHeader('Retry-After', String(othersComeAgain));
  return answer(response, status, text);
}

function preflight(response: ServerResponse): void {
  response
    .writeHead(204, {
      'Access-Control-Allow-Methods': 'POST, DELETE',
      'Access-Control-Allow-Headers': 'Authorization, Content-Type',
      'Access-Control-Max-Age': '600',
    })
    .end();
}
