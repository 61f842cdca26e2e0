import type { Body, Entry } from '../../chat/entry.js';
import { ChatLog } from '../../chat/log.js';
import type { ChatMessage } from '../../chat/messages.js';
import type { Clock } from '../../ports/clock.js';
import type { Party } from '../../ports/link.js';
import { ChatKeeper } from './chat-keeper.js';
import type { ChatStore } from '../chat-store.js';
import type { ConversationSnapshot, Item } from '../conversation.js';
import { ItemList, unreadOf } from './item-list.js';
import { Outbox, type Unsent } from './outbox.js';

export interface ChatOptions {
  readonly party: Party;
  readonly store: ChatStore;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly say: (message: ChatMessage) => void;
  /** Its view differs. */
  readonly changed: () => void;
  /** An entry is here: said on this side, come from the far side, or kept from before a reload. */
  readonly appeared: (entry: Entry, how: 'said' | 'came' | 'again') => void;
  /** The far side has begun another chat: nothing of this one holds. */
  readonly replaced: () => void;
}

type LogMessage = Parameters<ChatLog['heard']>[0];
export type ChatView = Pick<
  ConversationSnapshot,
  'items' | 'draft' | 'unread' | 'ended' | 'restored' | 'kept'
>;

// Milliseconds.
const acknowledgeAfter = 20;
// As long as a call waits for the path.
const giveUpAfter = 90_000;

/** One chat from its first word to its end: the log, what waits to go out, and what is kept of both. */
export class Chat {
  readonly #options: ChatOptions;
  /** What was kept is here. */
  readonly ready: Promise<void>;
  readonly #keeper: ChatKeeper;
  readonly #log: ChatLog;
  readonly #outbox = new Outbox();
  readonly #items: ItemList;
  #draft = '';
  #kept = true;
  #restored = false;
  /** Since when both were there, in milliseconds since the epoch; 0 before. */
  #begun = 0;
  #end: Entry | undefined;
  /** How long it was when its host ended it. */
  #closed: number | undefined;
  #open = false;
  #endHeard: (() => void) | undefined;

  constructor(options: ChatOptions) {
    this.#options = options;
    const { clock, newId, party, store } = options;
    this.#items = new ItemList(party);
    this.#keeper = new ChatKeeper(store, () => this.notKept());
    this.#log = new ChatLog(party, {
      newId,
      now: () => clock.now(),
      send: (message) => options.say(message),
      soon: (task) => void clock.after(acknowledgeAfter, task),
      settled: () => this.#settled(),
      added: (entry, anew) => this.#added(entry, anew),
      replaced: () => this.#replaced(),
    });
    this.ready = this.#restore();
  }

  /** What elements see of it. */
  get view(): ChatView {
    return {
      items: this.#items.of(this.#log, this.#outbox.all),
      draft: this.#draft,
      unread: unreadOf(this.#log, this.#options.party),
      ended: this.ended,
      restored: this.#restored,
      kept: this.#kept,
    };
  }

  get ended(): ChatView['ended'] {
    const end = this.#end;
    if (this.#closed !== undefined) return { by: 'host', duration: this.#closed };
    return end?.body.type === 'ended' ? { by: end.from, duration: end.body.duration } : undefined;
  }

  itemOf(entry: Entry): Item {
    const { at, body, from, id } = entry;
    return { at, body, from, id, state: this.#items.stateOf(entry, this.#log) };
  }

  bodyOf(id: string): Body | undefined {
    return (this.#outbox.get(id) ?? this.#log.entries.findLast((entry) => entry.id === id))?.body;
  }

  // ── Saying ───────────────────────────────────────────────────────────────

  /** Says it now, or when the far side is back; with `held`, not before `release`. Answers its id. */
  post(body: Body, held = false): string {
    const id = this.#newId();
    this.#queue({ id, at: this.#options.clock.now(), body, is: held ? 'held' : 'ready' });
    return id;
  }

  release(id: string, body: Body): void {
    const one = this.#outbox.get(id);
    if (!one) return;
    this.#outbox.remove(id);
    this.#queue({ ...one, body, is: 'ready' });
  }

  fail(id: string): void {
    this.#outbox.change(id, { is: 'failed' });
    this.#options.changed();
  }

  /** Says what failed once more, as the last. False when nothing failed by this id. */
  retry(id: string, held = false): boolean {
    const one = this.#outbox.get(id);
    if (one?.is !== 'failed') return false;
    this.#outbox.remove(id);
    this.#queue({ ...one, at: this.#options.clock.now(), is: held ? 'held' : 'ready' });
    return true;
  }

  discard(id: string): void {
    this.#outbox.remove(id);
    this.#keeper.remove(`unsent ${id}`);
    this.#options.changed();
  }

  /** Takes back a file that is not in the log yet. False when it is. */
  takeBack(file: string): boolean {
    const one = this.#outbox.all.find(({ body }) => body.type === 'file' && body.file === file);
    if (one) this.discard(one.id);
    return one !== undefined;
  }

  keepDraft(text: string): void {
    if (text === this.#draft) return;
    this.#draft = text;
    if (text) this.#keeper.put({ key: 'draft', is: 'draft', text });
    else this.#keeper.remove('draft');
    this.#options.changed();
  }

  markRead(id: string): void {
    const entry = this.#log.entries.findLast((one) => one.id === id);
    if (!entry) return;
    this.#log.markRead(entry.order);
    this.#options.changed();
  }

  /** Ends it for both; settles when the far side knows, or after `within` milliseconds. */
  end(within: number): Promise<void> {
    const { clock } = this.#options;
    return new Promise((resolve) => {
      this.#endHeard = resolve;
      clock.after(within, resolve);
      this.#log.write(this.#newId(), clock.now(), { type: 'ended', duration: this.#duration });
      this.#failUnsent();
    });
  }

  /** Its host has ended it, for both sides: there is nobody to tell. */
  close(): void {
    this.#closed = this.#duration;
    this.#failUnsent();
  }

  get #duration(): number {
    return this.#begun ? Math.max(0, this.#options.clock.now() - this.#begun) : 0;
  }

  #failUnsent(): void {
    for (const { id } of this.#outbox.all) this.fail(id);
  }

  /** A store had no room, or is none. */
  notKept(): void {
    this.#kept = false;
    this.#options.changed();
  }

  /** Nothing is kept of it any more; what is in the page stays there. */
  forget(): void {
    this.#keeper.forget();
  }

  // ── The path ─────────────────────────────────────────────────────────────

  opened(): void {
    this.#open = true;
    if (this.#restored) this.#log.opened();
  }

  lost(): void {
    this.#open = false;
    this.#log.closed();
  }

  heard(message: LogMessage): void {
    if (!this.#restored) return; // it is told again when this side says what it has
    this.#log.heard(message);
    this.#flush();
    if (this.#end && this.#log.isDelivered(this.#end)) this.#endHeard?.();
    this.#options.changed();
  }

  // ── Inside ───────────────────────────────────────────────────────────────

  #newId(): string {
    return this.#options.newId().slice(0, 16);
  }

  #queue(one: Unsent): void {
    const { clock } = this.#options;
    this.#outbox.add(one);
    if (one.is === 'ready') {
      this.#keeper.put({ key: `unsent ${one.id}`, is: 'unsent', at: one.at, body: one.body });
      const patience = Math.max(0, one.at + giveUpAfter - clock.now());
      clock.after(patience, () => this.#giveUp());
    }
    this.#flush();
    this.#options.changed();
  }

  /** Gives what may go out its place in the log. What is over takes nothing more. */
  #flush(): void {
    if (this.#end) return;
    for (let one = this.#outbox.next(); one && this.#log.canWrite; one = this.#outbox.next()) {
      this.#outbox.remove(one.id);
      this.#log.write(one.id, one.at, one.body);
      this.#keeper.remove(`unsent ${one.id}`);
    }
  }

  #giveUp(): void {
    if (this.#open || !this.#outbox.giveUpBefore(this.#options.clock.now() - giveUpAfter)) return;
    this.#options.changed();
  }

  #added(entry: Entry, anew: boolean): void {
    const { appeared, party } = this.#options;
    this.#keeper.put({ key: `entry ${entry.writer}.${entry.number}`, is: 'entry', entry });
    if (entry.body.type === 'ended') this.#end ??= entry;
    appeared(entry, entry.from === party ? 'said' : anew ? 'came' : 'again');
  }

  #settled(): void {
    const { chat, read, writers } = this.#log;
    if (!chat) return;
    if (!this.#begun) this.#begun = this.#options.clock.now();
    this.#keeper.put({ key: 'chat', is: 'chat', chat, writers, read, begun: this.#begun });
  }

  #replaced(): void {
    this.#keeper.clear();
    this.#begun = 0;
    this.#end = undefined;
    this.#options.replaced();
  }

  async #restore(): Promise<void> {
    const records = await this.#keeper.load();
    const entries = records.flatMap((record) => (record.is === 'entry' ? [record.entry] : []));
    const ids = new Set(entries.map(({ id }) => id));
    for (const record of records) {
      if (record.is === 'chat') {
        this.#begun = record.begun;
        this.#log.restore({ ...record, entries });
      } else if (record.is === 'draft') this.#draft ||= record.text;
      else if (record.is === 'unsent') {
        const id = record.key.replace('unsent ', '');
        const { at, body } = record;
        if (!ids.has(id)) this.#queue({ id, at, body, is: 'ready' });
      }
    }
    for (const entry of this.#log.entries) {
      if (entry.body.type === 'ended') this.#end ??= entry;
      this.#options.appeared(entry, 'again');
    }
    this.#restored = true;
    if (this.#open) this.#log.opened();
    this.#options.changed();
  }
}
