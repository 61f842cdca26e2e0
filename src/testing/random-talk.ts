import type { Entry } from '../chat/entry.js';
import { ChatLog, type Kept } from '../chat/log.js';
import type { ChatMessage } from '../chat/messages.js';
import type { Party } from '../ports/link.js';
import { dice } from './dice.js';

type LogMessage = Parameters<ChatLog['heard']>[0];

/** One side of a made-up conversation: a log, what it has kept, and what is on its way to it. */
export class TalkingSide {
  readonly party: Party;
  readonly #newId: () => string;
  /** What a store would hold. */
  #kept: { entries: Entry[] } & Omit<Kept, 'entries'> = this.#nothing();
  inbox: LogMessage[] = [];
  far: TalkingSide | undefined;
  open = false;
  log: ChatLog;
  /** Ids of entries that were told as new. */
  readonly told: string[] = [];
  readonly written: string[] = [];
  #soon: (() => void)[] = [];
  readonly #unsent: string[] = [];

  constructor(party: Party, newId: () => string) {
    this.party = party;
    this.#newId = newId;
    this.log = this.#begin();
  }

  write(): void {
    const id = this.#newId();
    this.written.push(id);
    this.#unsent.push(id);
    this.sendUnsent();
  }

  /** As a session does it: what cannot go out yet has no place in the log. */
  sendUnsent(): void {
    while (this.#unsent[0] && this.log.canWrite) {
      const id = this.#unsent.shift() ?? '';
      this.log.write(id, 0, { type: 'text', text: id });
    }
  }

  hear(): void {
    const message = this.inbox.shift();
    if (message) this.log.heard(message);
    this.sendUnsent();
  }

  acknowledge(): void {
    for (const task of this.#soon.splice(0)) task();
  }

  /** Whether the far side has, and keeps, all that this one has: only then may its store be lost. */
  get isSafe(): boolean {
    if (!this.far) return false;
    const kept = this.far.#kept;
    const far = new Set(kept.entries.map(({ id }) => id));
    return this.#kept.chat === kept.chat && this.log.entries.every(({ id }) => far.has(id));
  }

  reload(keeping: 'all' | 'nothing' | 'with holes'): void {
    if (keeping === 'nothing') this.#kept = this.#nothing();
    if (keeping === 'with holes')
      this.#kept.entries = this.#kept.entries.filter((_entry, at) => at % 7 !== 3);
    this.log = this.#begin();
  }

  #nothing(): { entries: Entry[] } & Omit<Kept, 'entries'> {
    return { chat: '', writers: [], read: { agent: 0, visitor: 0 }, entries: [] };
  }

  #begin(): ChatLog {
    this.#soon = [];
    const log = new ChatLog(this.party, {
      send: (message: ChatMessage) => {
        if (this.open) this.far?.inbox.push(structuredClone(message) as LogMessage);
      },
      now: () => 0,
      newId: this.#newId,
      added: (entry, anew) => {
        this.#kept.entries.push(entry);
        if (anew && entry.from !== this.party) this.told.push(entry.id);
      },
      settled: () => {
        const { chat = '', read, writers } = log;
        this.#kept = { chat, read, writers, entries: this.#kept.entries };
      },
      replaced: () => {
        throw new Error('Nobody began another chat.');
      },
      soon: (task) => void this.#soon.push(task),
    });
    if (this.#kept.chat) log.restore(this.#kept);
    return log;
  }
}

/** Two sides talk at random over a path that breaks; at the end it is whole again. The same in every run with the same seed. */
export function talkAtRandom(seed: number, steps: number, { lossy = false } = {}) {
  const roll = dice(seed);
  let ids = 0;
  const newId = (): string => `${(ids += 1)}`.padStart(12, 'x');
  const [a, b] = [new TalkingSide('agent', newId), new TalkingSide('visitor', newId)] as const;
  [a.far, b.far] = [b, a];
  const sides = [a, b] as const;
  const cut = (): void => {
    for (const side of sides) {
      side.open = false;
      side.inbox = [];
      side.log.closed();
    }
  };
  const join = (): void => {
    for (const side of sides) side.open = true;
    for (const side of sides) side.log.opened();
  };
  for (let step = 0; step < steps; step += 1) {
    const side = roll(2) ? b : a;
    const die = roll(1000);
    if (die < 400) side.write();
    else if (die < 900) for (let count = roll(9); count > 0; count -= 1) side.hear();
    else if (die < 960) side.acknowledge();
    else if (die < 975) {
      if (a.open) cut();
      else join();
    } else if (die < 980) {
      cut();
      side.reload('all');
    } else if (die < 985 && side.isSafe) {
      cut();
      side.reload(roll(2) ? 'nothing' : 'with holes');
    } else if (lossy && die < 990) side.inbox.splice(roll(5), 1);
  }
  cut();
  join();
  for (let idle = 0; idle < 3;) {
    const quiet = a.inbox.length + b.inbox.length === 0;
    for (const side of sides) {
      while (side.inbox.length > 0) side.hear();
      side.acknowledge();
    }
    idle = quiet ? idle + 1 : 0;
  }
  return sides;
}

/** What went wrong in a talk: messages that one side lacks, has twice, or reads in another order than they were written. */
export function faultsOf(
  sides: readonly TalkingSide[],
): Record<'lost' | 'doubled' | 'reordered', number> {
  const faults = { lost: 0, doubled: 0, reordered: 0 };
  const read = sides.map(({ log }) => log.entries.map(({ id }) => id));
  for (const ids of read) {
    const seen = new Set(ids);
    faults.doubled += ids.length - seen.size;
    for (const { written } of sides) {
      faults.lost += written.filter((id) => !seen.has(id)).length;
      const own = new Set(written);
      const inOrder = ids.filter((id) => own.has(id));
      faults.reordered += inOrder.filter((id, at) => id !== written[at]).length;
    }
  }
  const [one = [], other = []] = read;
  faults.reordered += one.filter((id, at) => id !== other[at]).length;
  return faults;
}
