import { randomUUID } from 'node:crypto';
import type {
  Agent,
  Chat,
  Crowded,
  Desk,
  Manners,
  Turn,
  Visitor,
  WaitingRoom,
} from './waiting-room.js';

interface Heard {
  heard: number;
}

/** The waiting room of one node, in its own memory. */
export class MemoryWaitingRoom implements WaitingRoom {
  readonly #manners: Manners;
  readonly #agents = new Map<string, Heard & { readonly takes: number }>();
  /** By visit, the first one first. */
  readonly #queue = new Map<string, Heard & { readonly from: string }>();
  readonly #chats = new Map<string, Heard & { readonly chat: Chat }>();
  /** The session of each visit. */
  readonly #visits = new Map<string, string>();

  constructor(manners: Manners) {
    this.#manners = manners;
  }

  async serve({ id, takes }: Agent): Promise<Desk> {
    this.#sweep();
    if (takes > 0) this.#agents.set(id, { takes, heard: performance.now() });
    else this.#agents.delete(id);
    return { chats: this.#of(id), waiting: this.#queue.size };
  }

  async ask(visitor: Visitor): Promise<Chat | Turn | Crowded> {
    this.#sweep();
    const chat = this.#touch(this.#visits.get(visitor.visit) ?? '');
    if (chat) return chat;
    const { from, visit } = visitor;
    const waits = this.#queue.get(visit);
    const crowded = waits ? undefined : this.#crowded(from);
    if (crowded) return crowded;
    this.#queue.set(visit, { from, heard: performance.now() });
    const before = [...this.#queue.keys()].indexOf(visit);
    const rooms = [...this.#agents].map(([id, { takes }]) => ({
      id,
      room: Math.max(0, takes - this.#of(id).length),
    }));
    // Who came before has the first of what is free, and comes for it when it asks again.
    if (before < rooms.reduce((all, { room }) => all + room, 0)) {
      const { id } = rooms.reduce((most, one) => (one.room > most.room ? one : most));
      return this.#begin(visitor, id);
    }
    return { place: before + 1, agents: rooms.length };
  }

  async find(sid: string): Promise<Chat | undefined> {
    this.#sweep();
    return this.#touch(sid);
  }

  async keep(sids: readonly string[]): Promise<void> {
    for (const sid of sids) this.#touch(sid);
    this.#sweep();
  }

  async over(sid: string): Promise<void> {
    const visit = this.#chats.get(sid)?.chat.visit ?? '';
    this.#chats.delete(sid);
    this.#visits.delete(visit);
  }

  async close(): Promise<void> {
    for (const all of [this.#agents, this.#queue, this.#chats, this.#visits]) all.clear();
  }

  #touch(sid: string): Chat | undefined {
    const known = this.#chats.get(sid);
    if (known) known.heard = performance.now();
    return known?.chat;
  }

  #of(agent: string): Chat[] {
    return [...this.#chats.values()].map(({ chat }) => chat).filter((chat) => chat.agent === agent);
  }

  #crowded(from: string): Crowded | undefined {
    const all = [...this.#queue.values(), ...[...this.#chats.values()].map(({ chat }) => chat)];
    if (all.filter((one) => one.from === from).length >= this.#manners.perAddress)
      return 'too-many';
    return this.#queue.size >= this.#manners.queue ? 'full' : undefined;
  }

  #begin(visitor: Visitor, agent: string): Chat {
    const chat = { ...visitor, sid: randomUUID(), agent, since: Date.now() };
    this.#queue.delete(visitor.visit);
    this.#visits.set(visitor.visit, chat.sid);
    this.#chats.set(chat.sid, { chat, heard: performance.now() });
    return chat;
  }

  #sweep(): void {
    const { agentSilence, chatSilence, visitorSilence } = this.#manners;
    const now = performance.now();
    drop(this.#agents, now - agentSilence);
    drop(this.#queue, now - visitorSilence);
    for (const [sid, { heard }] of this.#chats) if (heard < now - chatSilence) void this.over(sid);
  }
}

function drop(all: Map<string, Heard>, before: number): void {
  for (const [key, { heard }] of all) if (heard < before) all.delete(key);
}
