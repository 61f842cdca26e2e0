import type { Holder, Routed, Seat } from './presence.js';
import { Outbox, type Patience } from './waiting.js';
import { Refusal } from './words.js';
import { expire } from './wire.js';

interface Seated {
  readonly id: string;
  readonly party: Seat['party'];
  readonly holder: Holder;
}

/** One session on one node: who is in it, and what waits for who is not. */
export class Room {
  readonly #patience: Patience;
  /** Two of them, as a rule: a list that is just so long takes less than half of what a Map does. */
  #seats: readonly Seated[] = [];
  /** Most never have anything that waits. */
  #outboxes: Map<string, Outbox> | undefined;

  constructor(patience: Patience) {
    this.#patience = patience;
  }

  /** Nobody is in it, and nothing waits. */
  get empty(): boolean {
    return this.#seats.length === 0 && this.waiting === 0;
  }

  get waiting(): number {
    let all = 0;
    for (const { size } of this.#waitingFrom()) all += size;
    return all;
  }

  has(id: string): boolean {
    return this.#seated(id) !== undefined;
  }

  sit({ id, party }: Seat, holder: Holder): void {
    const former = this.#seated(id);
    if (former && former.party !== party) {
      throw new Refusal('ticket-wrong-party', 'The other party is here under that id.');
    }
    const others = this.#seats.filter((one) => one !== former);
    // Not by spreading, which leaves room for sixteen more.
    this.#seats = others.concat([{ id, party, holder }]);
    if (former && former.holder !== holder) former.holder.replaced();
    holder.opened(this.#waitingFrom().flatMap((outbox) => outbox.take(id)));
  }

  route(from: string, to: string, message: string): Routed {
    const seat = this.#seated(to);
    if (seat) {
      seat.holder.deliver(message);
      return 'delivered';
    }
    this.#outboxes ??= new Map<string, Outbox>();
    let outbox = this.#outboxes.get(from);
    if (!outbox) {
      outbox = new Outbox(this.#patience, (missing) => this.#expire(from, missing));
      this.#outboxes.set(from, outbox);
    }
    return outbox.add(to, message) ? 'waiting' : 'dropped';
  }

  rise(id: string, holder: Holder): void {
    // Somebody who has taken the place in the meantime keeps it.
    this.#seats = this.#seats.filter((one) => one.id !== id || one.holder !== holder);
  }

  end(): void {
    this.clear();
    const seats = this.#seats;
    this.#seats = [];
    for (const { holder, id } of seats) {
      holder.ended(seats.map((other) => other.id).filter((other) => other !== id));
    }
  }

  clear(): void {
    for (const outbox of this.#waitingFrom()) outbox.clear();
    this.#outboxes = undefined;
  }

  #seated(id: string): Seated | undefined {
    return this.#seats.find((one) => one.id === id);
  }

  #waitingFrom(): Outbox[] {
    return [...(this.#outboxes?.values() ?? [])];
  }

  #expire(from: string, missing: string): void {
    this.#seated(from)?.holder.deliver(expire(missing));
  }
}
