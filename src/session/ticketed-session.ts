import type { LinkFailure } from '../ports/link.js';
import { importAgain } from '../wire/import-again.js';
import { CallError } from './call-error.js';
import { LiveSession } from './live-session.js';
import type { SessionPorts } from './session-ports.js';
import type { SessionSettings } from './session.js';
import type { Problem, QueuePlace } from './snapshot.js';
import { solved } from './solved.js';
import type { Store } from './store.js';
import type { Tickets } from './tickets/tickets.js';
import { notLoaded } from './warn-once.js';

// Milliseconds until the code is asked for again.
const retryWait = 4000;

/** A session whose host may give tickets: what they say stands in for what its page says. */
export class TicketedSession extends LiveSession {
  readonly #ports: SessionPorts;
  readonly #store: Store;
  #settings: SessionSettings | undefined;
  #tickets: Tickets | undefined;
  #coming: Promise<void> | undefined;
  /** What the next ticket is waited for to do: to join again, or to take over from another page. */
  #joins: 'again' | 'over' | undefined;
  #why: { readonly code: LinkFailure; readonly detail: string } | undefined;

  constructor(ports: SessionPorts, store: Store) {
    super(ports, store);
    this.#ports = ports;
    this.#store = store;
  }

  override configure(settings: SessionSettings): void {
    this.#settings = settings;
    if (settings.tokenUrl) {
      if (this.#tickets) this.#tickets.configure(settings);
      else this.#coming ??= this.#bring();
    } else {
      this.#letGo();
      super.configure(settings);
    }
  }

  /** By a new ticket, and once there is one. */
  override async rejoin(steal = false): Promise<void> {
    if (!this.#tickets) return super.rejoin(steal);
    this.#joins = steal ? 'over' : 'again';
    this.#store.set({ chat: 'connecting' });
    await this.#tickets.now();
  }

  override leave(): void {
    super.leave();
    this.#tickets?.left();
  }

  override close(): void {
    this.#settings = undefined;
    this.#letGo();
    super.close();
  }

  override linkFailed(failure: LinkFailure, detail = ''): void {
    if (failure === 'not-let-in') this.#why = { code: failure, detail };
    super.linkFailed(failure);
  }

  ticketExpired(): boolean {
    this.#tickets?.expired();
    return this.#tickets !== undefined;
  }

  override async explain(problem: Problem): Promise<CallError> {
    const error = await super.explain(problem);
    const why = this.#why;
    if (why?.code !== problem.code) return error;
    return new CallError(error.code, `${error.message} (${why.detail})`);
  }

  #letGo(): void {
    this.#tickets?.close();
    this.#tickets = undefined;
    if (this.snapshot.queue) this.#store.set({ queue: undefined });
  }

  async #bring(): Promise<void> {
    try {
      const { Tickets } = await importAgain(() => import('./tickets/tickets.js'));
      this.#coming = undefined;
      if (!this.#settings?.tokenUrl) return;
      this.#tickets = new Tickets(
        {
          use: (settings, fresh) => this.#use(settings, fresh),
          connecting: () => this.#store.set({ chat: 'connecting' }),
          waiting: (queue) => this.#queue(queue),
          failed: (failure, detail) => this.#failed(failure, detail),
          inChat: () => this.snapshot.chat !== 'none',
        },
        this.#ports.clock,
      );
      this.#tickets.configure(this.#settings);
    } catch (error) {
      this.#failed('server-unreachable', notLoaded(error));
      this.#ports.clock.after(retryWait, () => {
        this.#coming = undefined;
        if (this.#settings) this.configure(this.#settings);
      });
    }
  }

  #use(settings: SessionSettings, fresh: boolean): void {
    const before = this.chatName;
    if (fresh && this.snapshot.queue) this.#store.set({ queue: undefined });
    super.configure(settings);
    if (!fresh) return;
    const joins = this.#joins;
    this.#joins = undefined;
    // Unless another chat, or the first one, has begun with it.
    if (joins && this.chatName === before) void super.rejoin(joins === 'over');
  }

  #queue(queue: QueuePlace): void {
    const { chat } = this.snapshot;
    if (chat !== 'none' && chat !== 'connecting') return;
    solved(this.#store, 'link');
    this.#store.set({ chat: 'connecting', queue });
  }

  /** A ticket is for joining: while the chat is open, nobody misses it. */
  #failed(code: LinkFailure, detail: string): void {
    const { chat, queue } = this.snapshot;
    if (chat === 'open') return;
    this.#why = { code, detail };
    const over = code === 'not-let-in' || code === 'session-ended';
    this.#store.set({
      problem: { about: 'link', code },
      queue: over ? undefined : queue,
      chat: over && chat === 'connecting' ? 'none' : chat,
    });
  }
}
