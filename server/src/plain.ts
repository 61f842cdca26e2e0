import type { IncomingMessage, ServerResponse } from 'node:http';
import { isIn, masked, networks } from './address.js';
import { answer, orderOf } from './answer.js';
import type { House } from './client.js';
import type { Door } from './door.js';
import { Reception } from './reception.js';
import { isSessionId } from './shape.js';

/** What is answered to plain requests: health, metrics, the waiting room, and the host's order to end a session. */
export class Plain {
  readonly #house: House;
  readonly #door: Door;
  readonly #measurers: ReturnType<typeof networks>;
  readonly #reception: Reception | undefined;

  constructor(house: House, door: Door) {
    this.#house = house;
    this.#door = door;
    this.#measurers = networks(house.settings.metricsFrom);
    const { waitingRoom } = house;
    this.#reception = waitingRoom && new Reception(house, door, waitingRoom);
  }

  /** False when the request is for somebody else. */
  handle(request: IncomingMessage, response: ServerResponse): boolean {
    const { path } = this.#house.settings;
    const [pathname = ''] = (request.url ?? '').split('?', 1);
    const sessions = `${path}/sessions/`;
    if (request.method === 'DELETE' && pathname.startsWith(sessions)) {
      void this.#end(request, response, pathname.slice(sessions.length));
      return true;
    }
    if (this.#reception?.handle(request, response, pathname)) return true;
    if (request.method !== 'GET' && request.method !== 'HEAD') return false;
    switch (pathname) {
      case '/healthz':
        return answer(response, 200, 'ok');
      case '/readyz':
        return this.#readiness(response);
      case '/metrics':
        if (!isIn(this.#measurers, this.#door.addressOf(request))) return false;
        void this.#measure(response);
        return true;
      case path:
      case `${path}/`:
        return answer(response, 200, 'visavis-server: connect by WebSocket, with a ticket.');
      default:
        return false;
    }
  }

  #readiness(response: ServerResponse): true {
    if (this.#house.draining) return answer(response, 503, 'draining');
    return this.#house.presence.ready
      ? answer(response, 200, 'ready')
      : answer(response, 503, 'not ready');
  }

  async #measure(response: ServerResponse): Promise<void> {
    const { registry } = this.#house.metrics;
    answer(response, 200, await registry.metrics(), registry.contentType);
  }

  /** A guess counts like a refused ticket. */
  async #end(request: IncomingMessage, response: ServerResponse, sid: string): Promise<void> {
    const { guests, log, tickets } = this.#house;
    const address = this.#door.addressOf(request);
    const guest = guests.enter(address);
    if (typeof guest === 'string') return void answer(response, 429, 'Too many tries.');
    try {
      const order = orderOf(request);
      if (!isSessionId(sid) || !(await tickets.ends(order, sid))) {
        guests.failed(guest);
        log.refused({ word: 'order-invalid', reason: 'end-session', address: masked(address) });
        return void answer(response, 403, 'Only the host ends a session.');
      }
      await this.#house.endSession(sid);
      response.writeHead(204).end();
    } catch (error) {
      log.trouble('a session could not be ended', error);
      answer(response, 503, 'Try again later.');
    } finally {
      guests.leave(guest, false);
    }
  }
}
