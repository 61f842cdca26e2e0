import type { Party } from '../ports/link.js';
import type { Body, Entry } from './entry.js';
import type { ChatMessage, Sync } from './messages.js';
import { bySaid, place } from './order.js';

/** What a log needs from outside, and whom it tells. */
export interface LogPorts {
  send(message: ChatMessage): void;
  /** Milliseconds since the epoch. */
  now(): number;
  newId(): string;
  /** An entry has got its place: to be kept before anything is sent. `anew`: it was unknown here until now. */
  added(entry: Entry, anew: boolean): void;
  /** The chat's name, the writers or how far both have read: to be kept. */
  settled(): void;
  /** Another chat takes the place of this one: nothing of it holds. */
  replaced(): void;
  /** Acknowledges by and by, so that many entries share one message. */
  soon(task: () => void): void;
}

export interface Kept {
  readonly chat: string;
  readonly writers: readonly string[];
  readonly read: Readonly<Record<Party, number>>;
  readonly entries: readonly Entry[];
}

// What may be on its way without an acknowledgement: enough for a long path, far below what a channel holds.
const window = { entries: 256, text: 256_000 };
const acknowledgeAfter = 64;
const mostWriters = 1000;
const leap = 10_000_000;

interface OnItsWay {
  readonly writer: string;
  readonly number: number;
  readonly size: number;
}

/**
 * A conversation that two sides hold in common. Each page load of a side is a writer that counts its own
 * entries without a gap; both sides hold all of them, and whenever a path opens each tells what it has and is
 * sent what it lacks. So nothing is lost, doubled or reordered as long as one of both still has it.
 */
export class ChatLog {
  readonly #party: Party;
  readonly #ports: LogPorts;
  /** This page load. A new name each time: a crash may have lost count of the one before. */
  readonly #self: string;
  /** Earlier page loads of this side, or what may be: what they said comes back from the far side. */
  readonly #believed = new Set<string>();
  readonly #byWriter = new Map<string, Entry[]>();
  readonly #ids = new Set<string>();
  /** All entries, as both sides read them. */
  readonly entries: Entry[] = [];
  #chat: string | undefined;
  #read: Record<Party, number> = { agent: 0, visitor: 0 };
  #order = 0;
  /** Nothing was kept here: what this side itself once said is believed of the far side, if it names it at once. */
  #trusting = true;
  /** Entries of writers that are not believed: counted, so that the far side goes on, and not held. */
  readonly #skipped = new Map<string, number>();

  // The path of the moment
  #synced = false;
  #farHas = new Map<string, number>();
  #sent = new Map<string, number>();
  #onItsWay: OnItsWay[] = [];
  #skew = 0;
  readonly #toAcknowledge = new Set<string>();
  #unacknowledged = 0;
  #askedForGap = false;

  constructor(party: Party, ports: LogPorts) {
    this.#party = party;
    this.#ports = ports;
    this.#self = ports.newId().slice(0, 12);
  }

  get chat(): string | undefined {
    return this.#chat;
  }

  get writers(): readonly string[] {
    return [...this.#believed];
  }

  get read(): Readonly<Record<Party, number>> {
    return this.#read;
  }

  /** The path is open, both know what the other has, and there is room for more on it. */
  get canWrite(): boolean {
    return this.#synced && this.#roomy;
  }

  /** Before anything else: what was kept. */
  restore({ chat, writers, read, entries }: Kept): void {
    this.#chat = chat;
    this.#trusting = false;
    for (const writer of writers) this.#believed.add(writer);
    this.#read = { ...read };
    for (const entry of [...entries].sort((a, b) => a.number - b.number)) {
      // A store may have lost some; the far side has them, and what follows, still.
      if (entry.number === this.#heldOf(entry.writer) + 1) this.#hold(entry);
    }
  }

  /** Gives what this side says its place in the log, and sends it when there is room. */
  write(id: string, at: number, body: Body): Entry {
    const entry: Entry = {
      writer: this.#self,
      number: this.#heldOf(this.#self) + 1,
      id,
      from: this.#party,
      order: this.#order + 1,
      at,
      body,
    };
    if (!this.#believed.has(this.#self)) {
      this.#believed.add(this.#self);
      this.#ports.settled();
    }
    this.#hold(entry);
    this.#ports.added(entry, false);
    this.#pump();
    return entry;
  }

  /** Whether the far side has it. */
  isDelivered({ writer, number }: Entry): boolean {
    return (this.#farHas.get(writer) ?? 0) >= number;
  }

  /** Everything up to `order` was seen on this side. */
  markRead(order: number): void {
    if (order <= this.#read[this.#party]) return;
    this.#read[this.#party] = order;
    this.#ports.settled();
    if (this.#synced) this.#ports.send({ type: 'read', order });
  }

  // ── The path ─────────────────────────────────────────────────────────────

  opened(): void {
    this.closed();
    this.#tellWhatIsHeld(true);
  }

  /** What is acknowledged stays so; what was on its way is told anew. */
  closed(): void {
    this.#synced = false;
    this.#onItsWay = [];
    this.#askedForGap = false;
  }

  heard(message: Extract<ChatMessage, { type: 'sync' | 'said' | 'has' | 'read' }>): void {
    switch (message.type) {
      case 'sync':
        return this.#sync(message);
      case 'said':
        return this.#said(message.entry);
      case 'has':
        return this.#acknowledged(message.writer, message.number);
      case 'read':
        return this.#farRead(message.order);
    }
  }

  get #far(): Party {
    return this.#party === 'agent' ? 'visitor' : 'agent';
  }

  #tellWhatIsHeld(answer: boolean): void {
    const held = new Map([...this.#byWriter].map(([writer, { length }]) => [writer, length]));
    for (const [writer, number] of this.#skipped) held.set(writer, number);
    this.#ports.send({
      type: 'sync',
      ...(this.#chat && { chat: this.#chat }),
      held: [...held].map(([writer, number]) => ({ writer, number })),
      read: this.#read,
      order: this.#order,
      now: this.#ports.now(),
      answer,
    });
  }

  #sync({ answer, chat, held, now, order, read }: Sync): void {
    this.#agreeOn(chat);
    if (answer) this.#tellWhatIsHeld(false);
    const same = this.#chat !== undefined && (chat === undefined || chat === this.#chat);
    // The other's chat is an older one, or it knows of none: it drops that when it hears of ours.
    const theirs = same ? held : [];
    this.#farHas = new Map(theirs.map(({ number, writer }) => [writer, number]));
    this.#sent = new Map(this.#farHas);
    this.#onItsWay = [];
    this.#askedForGap = false;
    this.#synced = this.#chat !== undefined;
    if (chat && same) this.#trust(held);
    this.#skew = this.#ports.now() - now;
    if (same) {
      this.#order = Math.max(this.#order, this.#bounded(order));
      this.#read = {
        agent: Math.max(this.#read.agent, read.agent),
        visitor: Math.max(this.#read.visitor, read.visitor),
      };
    }
    if (this.#synced) this.#ports.settled();
    this.#pump();
  }

  /** The visitor names a chat; who comes without one takes over the other's. */
  #agreeOn(theirs: string | undefined): void {
    if (theirs === this.#chat && theirs !== undefined) return;
    if (!this.#chat && theirs) this.#chat = theirs;
    else if (!this.#chat && this.#party === 'visitor') {
      this.#chat = this.#ports.newId();
      this.#tellWhatIsHeld(false);
    } else if (this.#chat && theirs && this.#party === 'agent') {
      this.#forget();
      this.#chat = theirs;
      this.#ports.replaced();
    }
  }

  #trust(held: Sync['held']): void {
    if (this.#trusting) for (const { writer } of held) this.#believed.add(writer);
    this.#trusting = false;
  }

  #forget(): void {
    this.entries.length = 0;
    for (const one of [this.#byWriter, this.#ids, this.#believed, this.#skipped]) one.clear();
    this.#read = { agent: 0, visitor: 0 };
    this.#trusting = true;
  }

  // ── What the far side says ───────────────────────────────────────────────

  #said(entry: Entry): void {
    if (!this.#synced) return;
    const next = this.#countOf(entry.writer) + 1;
    if (entry.number > next) return this.#askForGap();
    if (entry.number === next) {
      if (this.#believes(entry)) this.#take(entry);
      else if (this.#skipped.size < mostWriters) this.#skipped.set(entry.writer, entry.number);
    }
    this.#toAcknowledge.add(entry.writer);
    if (this.#unacknowledged === 0) this.#ports.soon(() => this.#acknowledge());
    this.#unacknowledged += 1;
    if (this.#unacknowledged >= acknowledgeAfter) this.#acknowledge();
  }

  /** Nobody puts words into this side's mouth: its own come back only to where nothing was kept, or if known. */
  #believes({ from, writer }: Entry): boolean {
    if (this.#skipped.has(writer)) return false;
    if (!this.#byWriter.has(writer) && this.#byWriter.size >= mostWriters) return false;
    return writer !== this.#self && (from === this.#far || this.#believed.has(writer));
  }

  #take(entry: Entry): void {
    const last = this.#byWriter.get(entry.writer)?.at(-1);
    const taken: Entry = {
      ...entry,
      id: this.#ids.has(entry.id) ? `${entry.writer}.${entry.number}` : entry.id,
      at: Math.max(0, entry.at + this.#skew),
      // A writer's own order is how it counts, and nobody leaps ahead, whatever it claims.
      order: Math.max(this.#bounded(entry.order), (last?.order ?? 0) + 1),
    };
    this.#hold(taken);
    this.#ports.added(taken, taken.order > this.#read[this.#party]);
  }

  #bounded(order: number): number {
    return Math.min(order, this.#order + leap);
  }

  #hold(entry: Entry): void {
    const ofWriter = this.#byWriter.get(entry.writer);
    if (ofWriter) ofWriter.push(entry);
    else this.#byWriter.set(entry.writer, [entry]);
    this.#ids.add(entry.id);
    this.#order = Math.max(this.#order, entry.order);
    place(entry, this.entries);
  }

  #heldOf(writer: string): number {
    return this.#byWriter.get(writer)?.length ?? 0;
  }

  #countOf(writer: string): number {
    return this.#skipped.get(writer) ?? this.#heldOf(writer);
  }

  /** Cannot be on an ordered path, unless something on the way was no message: both begin from what they have. */
  #askForGap(): void {
    if (this.#askedForGap) return;
    this.#askedForGap = true;
    this.#tellWhatIsHeld(true);
  }

  #acknowledge(): void {
    for (const writer of this.#toAcknowledge)
      this.#ports.send({ type: 'has', writer, number: this.#countOf(writer) });
    this.#toAcknowledge.clear();
    this.#unacknowledged = 0;
  }

  #acknowledged(writer: string, number: number): void {
    if (number > (this.#sent.get(writer) ?? 0)) return; // more than was ever sent
    this.#farHas.set(writer, Math.max(number, this.#farHas.get(writer) ?? 0));
    this.#onItsWay = this.#onItsWay.filter((it) => it.writer !== writer || it.number > number);
    this.#pump();
  }

  #farRead(order: number): void {
    // No further than what was said.
    const read = Math.min(order, this.#order);
    if (read <= this.#read[this.#far]) return;
    this.#read[this.#far] = read;
    this.#ports.settled();
  }

  // ── What the far side lacks ──────────────────────────────────────────────

  get #roomy(): boolean {
    const waiting = this.#onItsWay;
    if (waiting.length >= window.entries) return false;
    return waiting.reduce((sum, { size }) => sum + size, 0) < window.text;
  }

  #pump(): void {
    if (!this.#synced) return;
    for (let entry = this.#next(); entry && this.#roomy; entry = this.#next()) {
      const { writer, number, body } = entry;
      this.#sent.set(writer, number);
      this.#onItsWay.push({ writer, number, size: body.type === 'text' ? body.text.length : 200 });
      // Sent with the clock as this side has it; the far side sets it right for its own.
      this.#ports.send({ type: 'said', entry });
    }
  }

  /** The oldest entry that is not on its way. */
  #next(): Entry | undefined {
    let oldest: Entry | undefined;
    for (const [writer, entries] of this.#byWriter) {
      const entry = entries[this.#sent.get(writer) ?? 0];
      if (entry && (!oldest || bySaid(entry, oldest) < 0)) oldest = entry;
    }
    return oldest;
  }
}
