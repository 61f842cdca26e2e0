import type { Holder, Presence, Routed, Seat } from './presence.js';
import { Room } from './room.js';
import type { Place } from './shape.js';
import { endsAreKept } from './tickets.js';
import type { Patience } from './waiting.js';
import { Refusal } from './words.js';

const sweepEvery = 5000;

/** Presence of one node, in its own memory. */
export class MemoryPresence implements Presence {
  readonly ready = true;
  readonly #patience: Patience;
  readonly #rooms = new Map<string, Room>();
  readonly #ended = new Map<string, number>();
  readonly #sweeping = setInterval(() => this.#sweep(), sweepEvery).unref();

  constructor(patience: Patience) {
    this.#patience = patience;
  }

  get waiting(): number {
    let all = 0;
    for (const room of this.#rooms.values()) all += room.waiting;
    return all;
  }

  async claim(seat: Seat, holder: Holder): Promise<void> {
    if (this.#ended.has(seat.sid)) throw new Refusal('session-ended');
    this.#room(seat.sid).sit(seat, holder);
  }

  async route({ sid, id }: Place, to: string, message: string): Promise<Routed> {
    return this.#room(sid).route(id, to, message);
  }

  async leave({ sid, id }: Place, holder: Holder): Promise<void> {
    const room = this.#rooms.get(sid);
    room?.rise(id, holder);
    if (room?.empty) this.#rooms.delete(sid);
  }

  async endSession(sid: string): Promise<void> {
    this.#ended.set(sid, Date.now() + endsAreKept);
    this.#rooms.get(sid)?.end();
    this.#rooms.delete(sid);
  }

  holds({ sid, id }: Place): boolean {
    return this.#rooms.get(sid)?.has(id) ?? false;
  }

  async close(): Promise<void> {
    clearInterval(this.#sweeping);
    for (const room of this.#rooms.values()) room.clear();
    this.#rooms.clear();
  }

  #room(sid: string): Room {
    let room = this.#rooms.get(sid);
    if (!room) {
      room = new Room(this.#patience);
      this.#rooms.set(sid, room);
    }
    return room;
  }

  #sweep(): void {
    for (const [sid, until] of this.#ended) if (until < Date.now()) this.#ended.delete(sid);
    for (const [sid, room] of this.#rooms) if (room.empty) this.#rooms.delete(sid);
  }
}
