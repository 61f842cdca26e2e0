import { randomUUID } from 'node:crypto';
import { Link } from './redis-link.js';
import type { Answer } from './redis-line.js';
import * as scripts from './redis-room-scripts.js';
import type { Script } from './redis-scripts.js';
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

interface Known {
  /** As it is in Redis. */
  readonly text: string;
  readonly at: number;
}

/** The waiting room of all nodes with the same Redis. One that comes back empty is told again what was in it. */
export class RedisWaitingRoom implements WaitingRoom {
  readonly #manners: Manners;
  readonly #link: Link;
  /** Chats that are in use on this node. */
  readonly #chats = new Map<string, Known>();
  /** Since when visitors wait that have asked on this node. */
  readonly #waiting = new Map<string, Known>();

  constructor(url: string, manners: Manners) {
    this.#manners = manners;
    const quiet = () => undefined;
    // Of the presence, on the same Redis, it is logged when it comes and goes.
    this.#link = new Link(url, randomUUID(), 'v:waiting room', {
      up: () => void this.#keep([...this.#chats.keys()]).catch(quiet),
      heard: quiet,
      down: quiet,
    });
  }

  get ready(): boolean {
    return this.#link.isAlive;
  }

  async serve({ id, takes }: Agent): Promise<Desk> {
    const [, waiting, pairs] = await this.#run(scripts.serve, id, String(takes));
    const chats = pairsIn(pairs).map(([sid, text]) => chatIn(sid, text));
    return { chats: chats.sort((a, b) => a.since - b.since), waiting: Number(waiting) };
  }

  async ask({ from, name, visit }: Visitor): Promise<Chat | Turn | Crowded> {
    const { perAddress, queue } = this.#manners;
    this.#sweep();
    const since = this.#waiting.get(visit)?.text ?? '';
    // Before Redis hears of it: who is too late there must be too late here.
    const at = performance.now();
    const answer = await this.#run(
      scripts.ask,
      ...[visit, name, from, String(perAddress), String(queue), randomUUID(), since],
    );
    const [word, first, second, third] = answer as readonly [string, ...string[]];
    this.#waiting.delete(visit);
    if (word === 'chat') return this.#know(first ?? '', second ?? '');
    if (word !== 'place') return word as Crowded;
    this.#waiting.set(visit, { text: third ?? '', at });
    return { place: Number(first), agents: Number(second) };
  }

  async find(sid: string): Promise<Chat | undefined> {
    const [, text] = (await this.#run(scripts.find, sid)) as readonly [string, string];
    return text ? this.#know(sid, text) : undefined;
  }

  async keep(sids: readonly string[]): Promise<void> {
    const at = performance.now();
    for (const sid of sids) {
      const known = this.#chats.get(sid);
      if (known) this.#chats.set(sid, { ...known, at });
    }
    this.#sweep();
    await this.#keep(sids);
  }

  async over(sid: string): Promise<void> {
    this.#chats.delete(sid);
    await this.#run(scripts.overChat, sid);
  }

  async close(): Promise<void> {
    await this.#link.close();
  }

  async #run(script: Script, ...args: string[]): Promise<Answer> {
    const { agentSilence, chatSilence, visitorSilence } = this.#manners;
    const all = [agentSilence, visitorSilence, chatSilence].map(String);
    return this.#link.run(script, [scripts.base], [this.#link.inTime, ...all, ...args]);
  }

  async #keep(sids: readonly string[]): Promise<void> {
    if (sids.length === 0) return;
    const known = sids.flatMap((sid) => [sid, this.#chats.get(sid)?.text ?? '']);
    const [, news] = await this.#run(scripts.keepChats, ...known);
    for (const [sid, text] of pairsIn(news)) this.#know(sid, text);
  }

  #know(sid: string, text: string): Chat {
    this.#chats.set(sid, { text, at: performance.now() });
    return chatIn(sid, text);
  }

  #sweep(): void {
    const { chatSilence, visitorSilence } = this.#manners;
    const now = performance.now();
    for (const [sid, { at }] of this.#chats) if (at < now - chatSilence) this.#chats.delete(sid);
    for (const [visit, { at }] of this.#waiting) {
      if (at < now - visitorSilence) this.#waiting.delete(visit);
    }
  }
}

const pairsIn = (list: unknown): [string, string][] => {
  const all = list as string[];
  return all.flatMap((sid, at) => (at % 2 ? [] : [[sid, all[at + 1] ?? '']]));
};

function chatIn(sid: string, text: string): Chat {
  const chat = JSON.parse(text) as Omit<Chat, 'sid' | 'since'> & { readonly since: string };
  return { ...chat, sid, since: Math.floor(Number(chat.since) / 1000) };
}
