import { importAgain } from '../wire/import-again.js';
import { CallError } from './call-error.js';
import type { Conversation } from './conversation.js';
import type { OpenSession, OwnedSession, SessionOwner, SessionSettings } from './session.js';
import { settled } from './settled.js';
import type { Problem, SessionSnapshot } from './snapshot.js';
import { Store } from './store.js';
import { notLoaded } from './warn-once.js';

// Milliseconds until the code is asked for again.
const retryWait = 4000;

/**
 * A session whose code is loaded when a chat becomes active. Until then it only repeats what the
 * host has set, so a page without a chat carries neither PeerJS nor the call.
 */
export class LateSession implements OwnedSession {
  readonly #owner: SessionOwner;
  readonly #store = new Store();
  #live: OpenSession | undefined;
  #loading: Promise<OpenSession> | undefined;
  #settings: SessionSettings | undefined;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #detail = '';

  constructor(owner: SessionOwner) {
    this.#owner = owner;
  }

  get snapshot(): SessionSnapshot {
    return this.#store.snapshot;
  }

  get dropped(): number {
    return this.#live?.dropped ?? 0;
  }

  subscribe(listener: () => void): () => void {
    return this.#store.subscribe(listener);
  }

  startCall(): Promise<void> {
    return this.#command((live) => live.startCall());
  }

  acceptCall(): Promise<void> {
    return this.#command((live) => live.acceptCall());
  }

  declineCall(): Promise<void> {
    return this.#command((live) => live.declineCall());
  }

  hangUp(): Promise<void> {
    return this.#command((live) => live.hangUp());
  }

  setCamera(on: boolean): Promise<void> {
    return this.#command((live) => live.setCamera(on));
  }

  setMuted(muted: boolean): Promise<void> {
    return this.#command((live) => live.setMuted(muted));
  }

  retry(): Promise<void> {
    return this.#command((live) => live.retry());
  }

  dismissProblem(): void {
    if (this.snapshot.problem) this.#store.set({ problem: undefined });
  }

  conversation(): Promise<Conversation> | undefined {
    if (this.#live || this.snapshot.chat === 'none') return this.#live?.conversation();
    return this.#load().then((live) => live.conversation());
  }

  configure(settings: SessionSettings): void {
    this.#settings = settings;
    if (this.#live) return this.#live.configure(settings);
    const { far } = this.snapshot;
    const { farName, party, remoteId, tokenUrl, video, voip } = settings;
    this.#store.set({
      ...settled(settings, this.snapshot),
      policy: { voip, video: voip && video },
      far: { ...far, name: farName },
    });
    // A party that is none is a mistake, and the code that says so is not here yet.
    if (remoteId || tokenUrl || (party && party !== this.snapshot.party)) this.#loadInTime();
  }

  close(): void {
    this.#settings = undefined;
    clearTimeout(this.#retry);
    this.#live?.close();
  }

  async explain(problem: Problem): Promise<CallError> {
    return this.#live?.explain(problem) ?? new CallError('server-unreachable', this.#detail);
  }

  /** At once when the code is here: a browser grants devices and sound only near the press. */
  #command(give: (live: OwnedSession) => Promise<void>): Promise<void> {
    return this.#live ? give(this.#live) : this.#load().then(give);
  }

  #loadInTime(): void {
    if (this.#loading) return;
    this.#store.set({ chat: 'connecting' });
    if (typeof document === 'undefined') return; // a server, which only draws
    this.#load().catch((error: unknown) => {
      this.#detail = notLoaded(error);
      this.#store.set({ problem: { about: 'link', code: 'server-unreachable' } });
      this.#retry = setTimeout(() => {
        if (this.#settings) this.configure(this.#settings);
      }, retryWait);
    });
  }

  #load(): Promise<OpenSession> {
    this.#loading ??= this.#open().catch((error: unknown) => {
      this.#loading = undefined;
      throw error;
    });
    return this.#loading;
  }

  async #open(): Promise<OpenSession> {
    const { openSession } = await importAgain(() => import('./open-session.js'));
    this.#live = openSession(this.#owner, this.#store);
    this.dismissProblem();
    if (this.#settings) this.#live.configure(this.#settings);
    return this.#live;
  }
}
