import { ContextConsumer, ContextEvent } from '@lit/context';
import type { LitElement, ReactiveController } from 'lit';
import type { Session } from '../session/session.js';
import { emptySnapshot, type SessionSnapshot } from '../session/snapshot.js';
import { warnOnce } from '../session/warn-once.js';
import { sameShallow } from './same-shallow.js';
import { isServer, serve, servedSnapshot } from './served.js';
import { watchSessionById } from './session-by-id.js';
import { sessionContext } from './session-context.js';

// Milliseconds. Later than any framework takes to put the session in its place.
const lonelyAfter = 3000;

/** An element that follows a session: the one around it, or the one that `for` names. */
export interface SessionFollower extends LitElement {
  readonly for: string | undefined;
}

/** Follows one slice of a session; the host renders only when that slice changes. */
export class SessionController<T extends object> implements ReactiveController {
  readonly #host: SessionFollower;
  readonly #select: (snapshot: SessionSnapshot) => T;
  #around: Session | undefined;
  #named: Session | undefined;
  #for: string | undefined;
  #stopLooking: (() => void) | undefined;
  #unsubscribe: (() => void) | undefined;
  #lonely: ReturnType<typeof setTimeout> | undefined;
  #served: SessionSnapshot | undefined;
  #taken = false;
  #value: T;
  /** Undefined outside a session, and on a server. */
  session: Session | undefined;

  constructor(host: SessionFollower, select: (snapshot: SessionSnapshot) => T) {
    this.#host = host;
    this.#select = select;
    this.#served = servedSnapshot(host);
    this.#value = select(this.#served ?? emptySnapshot);
    if (isServer) return;
    new ContextConsumer(host, {
      context: sessionContext,
      subscribe: true,
      callback: (session) => {
        this.#around = session;
        this.#follow();
      },
    });
    host.addController(this);
  }

  /** The slice; of an empty snapshot outside a session. */
  get value(): T {
    if (isServer && !this.#served) this.#serve();
    return this.#value;
  }

  /** No session is around. False while one may still come to where a server has drawn the host. */
  get outside(): boolean {
    return !isServer && !this.session && !this.#served;
  }

  hostConnected(): void {
    this.#lookFor(this.#host.for);
    this.#follow();
    this.#lonely = setTimeout(() => {
      if (this.session) return;
      this.#served = undefined;
      this.#read();
      this.#host.requestUpdate();
      warnOnce('this element is in no <chat-session>, and its `for` names none:', this.#host);
    }, lonelyAfter);
  }

  // Not in `hostUpdate`: the host has computed from the old session by then.
  hostUpdated(): void {
    // What a server has drawn is first taken over as it is: Lit does not look at the page for what differs.
    this.#taken = true;
    if (this.#host.for !== this.#for) this.#lookFor(this.#host.for);
    this.#follow();
  }

  hostDisconnected(): void {
    clearTimeout(this.#lonely);
    this.#lookFor(undefined);
    this.#around = undefined;
    this.#follow();
  }

  #lookFor(id: string | undefined): void {
    this.#stopLooking?.();
    this.#stopLooking = this.#named = undefined;
    this.#for = id;
    if (!id || !this.#host.isConnected) return;
    this.#stopLooking = watchSessionById(this.#host, id, (session) => {
      this.#named = session;
      this.#follow();
    });
  }

  #follow(): void {
    const session = this.#for ? this.#named : this.#around;
    if (session === this.session || (this.#served && !this.#taken)) return;
    this.#served = undefined;
    this.#unsubscribe?.();
    this.session = session;
    this.#unsubscribe = session?.subscribe(() => this.#read());
    this.#read();
    this.#host.requestUpdate();
  }

  #read(): void {
    const next = this.#select(this.session?.snapshot ?? emptySnapshot);
    if (sameShallow(next, this.#value)) return;
    this.#value = next;
    this.#host.requestUpdate();
  }

  /** A server connects nothing: the first look at the slice asks for the session. */
  #serve(): void {
    const found = (session: Session): void => void (this.#around = session);
    if (!this.#host.for)
      this.#host.dispatchEvent(new ContextEvent(sessionContext, this.#host, found));
    this.#served = serve(this.#host, this.#around?.snapshot);
    this.#value = this.#select(this.#served);
  }
}
