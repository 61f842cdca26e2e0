import { randomUUID } from 'node:crypto';
import { setTimeout as later } from 'node:timers/promises';
import type { Log } from './log.js';
import type { Holder, Presence, Routed, Seat } from './presence.js';
import { type Claim, Claims } from './redis-claims.js';
import { Link } from './redis-link.js';
import type { Answer } from './redis-line.js';
import * as scripts from './redis-scripts.js';
import type { Place } from './shape.js';
import { endsAreKept } from './tickets.js';
import { Outbox, type Patience } from './waiting.js';
import { Refusal } from './words.js';
import { expire } from './wire.js';

// Milliseconds. A dead node's places are free after so long; whoever comes with a ticket has them at once.
const placesStay = 60_000;
const keptEvery = 20_000;
const sweepEvery = 1000;

// An end that is not written down by then is, as soon as Redis answers.
const endWithin = 1000;

// The queue outlives its messages at the senders' ends, by which they expire.
const queuesOutlast = 3;

interface Seated {
  readonly seat: Seat;
  readonly holder: Holder;
  /** Of two that claim a place, the higher has it. */
  readonly epoch: number;
  /** In whole milliseconds: what has a fraction is an object of its own. */
  keptAt: number;
}

/** A message on its way, until Redis has said where it went. */
interface Parcel {
  readonly from: Place;
  readonly to: Place;
  readonly message: string;
  /** It may wait: there was room for it among its sender's. */
  readonly mayWait: boolean;
  expired: boolean;
}

interface Ended {
  readonly until: number;
  readonly ids: readonly string[];
}

const nameOf = ({ sid, id }: Place): string => `${sid} ${id}`;

/** Presence of all nodes with the same Redis. Without it each goes on alone, and makes good for it afterwards. */
export class RedisPresence implements Presence {
  readonly #node = randomUUID();
  readonly #all: string;
  readonly #link: Link;
  readonly #patience: Patience;
  readonly #claims = new Claims();
  /** By session; lists that are just so long take less than half of what Maps do. */
  readonly #rooms = new Map<string, readonly Seated[]>();
  readonly #ended = new Map<string, Ended>();
  readonly #outboxes = new Map<string, Outbox>();
  /** By whom they are for. */
  readonly #underWay = new Map<string, Set<Parcel>>();
  /** What Redis was not there for, in order. */
  #unsent: Parcel[] = [];
  readonly #sweeping = setInterval(() => this.#sweep(), sweepEvery).unref();

  constructor(url: string, patience: Patience, log?: Pick<Log, 'redisAway' | 'redisBack'>) {
    this.#patience = patience;
    // Channels are common to all databases of a Redis.
    this.#all = `v:all:${new URL(url).pathname.slice(1) || '0'}`;
    let wasUp = true;
    this.#link = new Link(url, this.#node, this.#all, {
      up: () => {
        wasUp = true;
        log?.redisBack({ places: this.#heal() });
      },
      heard: (words, rest) => this.#hear(words, rest),
      down: (why) => {
        if (wasUp) log?.redisAway(why);
        wasUp = false;
      },
    });
  }

  get ready(): boolean {
    return this.#link.isAlive;
  }

  get waiting(): number {
    let all = 0;
    for (const { size } of this.#outboxes.values()) all += size;
    return all;
  }

  async claim(seat: Seat, holder: Holder): Promise<void> {
    if (this.#ended.has(seat.sid)) throw new Refusal('session-ended');
    const { claim, settled } = this.#claims.begin(seat, holder);
    this.#ask(claim);
    return settled;
  }

  async route(from: Place, id: string, message: string): Promise<Routed> {
    const to = { sid: from.sid, id };
    const seated = this.#seated(to);
    // What was sent before, while its peer was not here yet, comes before it.
    if (seated && !this.#underWay.has(nameOf(to))) {
      seated.holder.deliver(message);
      return 'delivered';
    }
    const mayWait = this.#outboxOf(from).add(id, message);
    return this.#send({ from, to, message, mayWait, expired: false });
  }

  async leave(place: Place, holder: Holder): Promise<void> {
    this.#claims.giveUp(holder);
    const seated = this.#seated(place);
    if (seated?.holder !== holder) return;
    this.#rise(seated);
    this.#giveBack(place, seated.epoch);
  }

  async endSession(sid: string): Promise<void> {
    const known = this.#in(sid).map(({ seat }) => seat.id);
    try {
      const late = later(endWithin, undefined, { ref: false });
      const answer = await Promise.race([this.#writeEnd(sid, known), late]);
      if (!answer) throw new Error('Redis does not answer.');
      this.#over(sid, idsIn(answer[1]));
    } catch (error) {
      // Here it is over at once, elsewhere as soon as Redis is there.
      this.#over(sid, known);
      throw error;
    }
  }

  holds(place: Place): boolean {
    return this.#seated(place) !== undefined;
  }

  async close(): Promise<void> {
    clearInterval(this.#sweeping);
    for (const claim of this.#claims.all) this.#claims.giveUp(claim.holder);
    for (const { epoch, seat } of this.#everybody()) this.#giveBack(seat, epoch);
    for (const outbox of this.#outboxes.values()) outbox.clear();
    this.#outboxes.clear();
    this.#rooms.clear();
    await this.#link.close();
  }

  #seated({ sid, id }: Place): Seated | undefined {
    return this.#in(sid).find(({ seat }) => seat.id === id);
  }

  #in(sid: string): readonly Seated[] {
    return this.#rooms.get(sid) ?? [];
  }

  *#everybody(): Generator<Seated> {
    for (const room of this.#rooms.values()) yield* room;
  }

  #sit(seated: Seated): void {
    const { id, sid } = seated.seat;
    const others = this.#in(sid).filter(({ seat }) => seat.id !== id);
    // Not by spreading, which leaves room for sixteen more.
    this.#rooms.set(sid, others.concat([seated]));
  }

  #rise({ seat: { id, sid } }: Seated): void {
    const others = this.#in(sid).filter(({ seat }) => seat.id !== id);
    if (others.length > 0) this.#rooms.set(sid, others);
    else this.#rooms.delete(sid);
  }

  #ask(claim: Claim): void {
    const { seat } = claim;
    this.#take(scripts.claim, seat).then(
      (answer) => this.#answer(claim, answer),
      // It is asked again when Redis is there.
      () => undefined,
    );
  }

  #take(script: scripts.Script, { id, party, sid }: Seat, ...more: string[]): Promise<Answer> {
    const keys = [scripts.placesKey(sid), scripts.queueKey(sid, id), scripts.endKey(sid)];
    const all = [this.#link.inTime, sid, id, this.#node, party, String(placesStay), ...more];
    return this.#link.run(script, keys, all);
  }

  #answer(claim: Claim, [word, value, queue]: Answer): void {
    const { early, holder, overAfter, resolve, seat } = claim;
    const isWanted = this.#claims.end(claim);
    if (word !== 'given') {
      this.#refuse(claim, word, value);
    } else {
      const epoch = Number(value);
      const former = this.#seated(seat);
      const letters = messagesIn(queue).map((message) => ({ epoch, message }));
      if (isWanted && overAfter <= epoch && epoch > (former?.epoch ?? 0)) {
        this.#sit({ seat, holder, epoch, keptAt: Math.floor(performance.now()) });
        if (former && former.holder !== holder) former.holder.replaced();
        holder.opened(letters.splice(0).map(({ message }) => message));
      } else if (isWanted) holder.replaced();
      else this.#giveBack(seat, epoch);
      early.unshift(...letters);
      resolve();
    }
    for (const letter of early) this.#pass(seat, letter.epoch, letter.message);
  }

  #refuse({ reject, seat: { sid } }: Claim, word: string, ids: unknown): void {
    if (word === 'ended') {
      this.#over(sid, idsIn(ids));
      reject(new Refusal('session-ended'));
    } else reject(new Refusal('ticket-wrong-party', 'The other party has that id.'));
  }

  #giveBack({ sid, id }: Place, epoch: number): void {
    const args = [id, this.#node, String(epoch)];
    // If Redis is away, the place is free when it is not kept any more.
    this.#link.run(scripts.leave, [scripts.placesKey(sid)], args).catch(() => undefined);
  }

  async #send(parcel: Parcel, nobodyUnder = ''): Promise<Routed> {
    const { from, mayWait, message, to } = parcel;
    if (!this.#link.isUp) return this.#hold(parcel);
    const name = nameOf(to);
    const parcels = this.#underWay.get(name) ?? new Set();
    this.#underWay.set(name, parcels.add(parcel));
    let answer: Answer | undefined;
    try {
      answer = await this.#routed(to, message, mayWait, nobodyUnder);
    } catch {
      // Redis has gone.
    } finally {
      parcels.delete(parcel);
      if (parcels.size === 0) this.#underWay.delete(name);
    }
    if (!answer) return this.#hold(parcel);
    const [word, epoch] = answer;
    if (word === 'yours' && !this.#arrive(to, Number(epoch), message)) {
      return this.#send(parcel, String(epoch));
    }
    if (word !== 'sent' && word !== 'yours') return word as Routed;
    this.#outboxes.get(nameOf(from))?.arrived(to.id, message);
    return 'delivered';
  }

  #routed({ id, sid }: Place, message: string, mayWait: boolean, nobodyUnder: string) {
    const keys = [scripts.placesKey(sid), scripts.queueKey(sid, id)];
    const outlast = String(this.#patience.within * queuesOutlast);
    const wait = mayWait ? '1' : '0';
    const { inTime } = this.#link;
    return this.#link.run(scripts.route, keys, [
      ...[inTime, sid, id, this.#node, nobodyUnder, wait, outlast, message],
    ]);
  }

  #hold(parcel: Parcel): Routed {
    if (!parcel.mayWait || parcel.expired) return 'dropped';
    this.#unsent.push(parcel);
    return 'waiting';
  }

  /** To who is here, or else after who has just gone from here; its sender takes it for delivered. */
  #pass(to: Place, epoch: number, message: string): void {
    if (this.#arrive(to, epoch, message)) return;
    this.#routed(to, message, true, String(epoch)).then(
      ([word, other]) => {
        if (word === 'yours') this.#arrive(to, Number(other), message);
      },
      () => undefined,
    );
  }

  /** False when nobody is here that it could be for. */
  #arrive(to: Place, epoch: number, message: string): boolean {
    const seated = this.#seated(to);
    if (!seated || epoch > seated.epoch) {
      const claim = this.#claims.of(to).at(-1);
      if (claim) {
        claim.early.push({ epoch, message });
        return true;
      }
    }
    seated?.holder.deliver(message);
    return seated !== undefined;
  }

  #hear([kind, sid = '', third = '', fourth]: readonly string[], rest: string): void {
    const place = { sid, id: third };
    const epoch = Number(fourth);
    if (kind === 'M') this.#pass(place, epoch, rest);
    if (kind === 'K') this.#lose(place, epoch);
    if (kind === 'E') this.#over(sid, idsIn(third));
  }

  /** Somebody elsewhere has taken the place under that epoch. */
  #lose(place: Place, epoch: number): void {
    for (const claim of this.#claims.of(place)) {
      claim.overAfter = Math.max(claim.overAfter, epoch);
    }
    const seated = this.#seated(place);
    if (!seated || seated.epoch >= epoch) return;
    this.#rise(seated);
    seated.holder.replaced();
  }

  #outboxOf(from: Place): Outbox {
    const name = nameOf(from);
    let outbox = this.#outboxes.get(name);
    if (!outbox) {
      outbox = new Outbox(this.#patience, (missing, messages) => {
        void this.#expire(from, missing, messages);
      });
      this.#outboxes.set(name, outbox);
    }
    return outbox;
  }

  async #expire(from: Place, id: string, messages: readonly string[]): Promise<void> {
    const to = { sid: from.sid, id };
    for (const parcel of [...this.#unsent, ...(this.#underWay.get(nameOf(to)) ?? [])]) {
      const isOneOf = nameOf(parcel.from) === nameOf(from) && nameOf(parcel.to) === nameOf(to);
      if (isOneOf && messages.includes(parcel.message)) parcel.expired = true;
    }
    this.#unsent = this.#unsent.filter(({ expired }) => !expired);
    const queue = [scripts.queueKey(to.sid, id)];
    const answer = await this.#link.run(scripts.expire, queue, messages).catch(() => undefined);
    // What waited in a Redis that is away may have arrived all the same; but most likely it has not.
    if (answer?.[1] !== 0) this.#seated(from)?.holder.deliver(expire(id));
  }

  #writeEnd(sid: string, ids: readonly string[], life = endsAreKept): Promise<Answer> {
    const keys = [scripts.placesKey(sid), scripts.endKey(sid)];
    const args = [this.#all, sid, ids.join(','), String(Math.ceil(life))];
    return this.#link.run(scripts.end, keys, args);
  }

  #over(sid: string, ids: readonly string[]): void {
    if (!this.#ended.has(sid)) this.#ended.set(sid, { until: Date.now() + endsAreKept, ids });
    const room = this.#in(sid);
    this.#rooms.delete(sid);
    for (const { holder, seat } of room) {
      holder.ended(ids.filter((id) => id !== seat.id));
    }
    for (const claim of this.#claims.ofSession(sid)) {
      this.#claims.end(claim);
      claim.reject(new Refusal('session-ended'));
    }
  }

  /** Redis is there, and may have forgotten everything; how many places were written to it. */
  #heal(): number {
    const now = Date.now();
    for (const [sid, { ids, until }] of this.#ended) {
      if (until > now) this.#writeEnd(sid, ids, until - now).catch(() => undefined);
    }
    let places = 0;
    for (const seated of this.#everybody()) {
      places += 1;
      this.#keep(seated);
    }
    for (const claim of this.#claims.all) this.#ask(claim);
    for (const parcel of this.#unsent.splice(0)) void this.#send(parcel);
    return places;
  }

  #keep(seated: Seated): void {
    seated.keptAt = Math.floor(performance.now());
    this.#take(scripts.keep, seated.seat, String(seated.epoch)).then(
      (answer) => this.#kept(seated, answer),
      () => undefined,
    );
  }

  #kept(seated: Seated, [word, value]: Answer): void {
    const { epoch, holder, seat } = seated;
    if (word === 'ended') return this.#over(seat.sid, idsIn(value));
    if (word === 'lost') {
      if (this.#seated(seat)?.holder !== holder) return;
      this.#rise(seated);
      return holder.replaced();
    }
    for (const message of messagesIn(value)) this.#pass(seat, epoch, message);
  }

  #sweep(): void {
    const now = Date.now();
    for (const [sid, { until }] of this.#ended) if (until < now) this.#ended.delete(sid);
    for (const [name, { size }] of this.#outboxes) if (size === 0) this.#outboxes.delete(name);
    if (!this.#link.isUp) return;
    const due = performance.now() - keptEvery;
    for (const seated of this.#everybody()) if (seated.keptAt < due) this.#keep(seated);
  }
}

const idsIn = (text: unknown): string[] => String(text).split(',').filter(Boolean);
const messagesIn = (queue: unknown): string[] => queue as string[];
