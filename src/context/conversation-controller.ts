import type { ReactiveController } from 'lit';
import {
  type Conversation,
  type ConversationSnapshot,
  emptyConversation,
} from '../session/conversation.js';
import type { Session } from '../session/session.js';
import type { SessionSnapshot } from '../session/snapshot.js';
import { notLoaded, warnOnce } from '../session/warn-once.js';
import { sameShallow } from './same-shallow.js';
import { SessionController, type SessionFollower } from './session-controller.js';

// Milliseconds until it is asked for again.
const retryWait = 4000;

/** What nearly every element of a conversation needs of the session around it. */
interface Around {
  readonly party: SessionSnapshot['party'];
  readonly chat: SessionSnapshot['chat'];
  /** Waits for an agent to be given. */
  readonly queued: boolean;
  readonly own: string;
  readonly far: string;
}

/**
 * Follows one slice of a session's conversation, whose code comes with the first active chat; the host
 * renders only when that slice changes.
 */
export class ConversationController<T extends object> implements ReactiveController {
  readonly #host: SessionFollower;
  readonly #select: (snapshot: ConversationSnapshot) => T;
  readonly #session: SessionController<Around>;
  #asked: Session | undefined;
  #unsubscribe: (() => void) | undefined;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #value: T;
  /** Undefined until the first active chat, and outside a session. */
  conversation: Conversation | undefined;

  constructor(host: SessionFollower, select: (snapshot: ConversationSnapshot) => T) {
    this.#host = host;
    this.#select = select;
    this.#value = select(emptyConversation);
    this.#session = new SessionController(host, ({ chat, far, own, party, queue }) => ({
      chat,
      queued: queue !== undefined,
      party,
      own: own.name,
      far: far.name,
    }));
    host.addController(this);
  }

  /** The slice; of an empty conversation until there is one. */
  get value(): T {
    return this.#value;
  }

  /** Which side this is, the names of both, and how the chat stands. */
  get around(): Around {
    return this.#session.value;
  }

  get session(): Session | undefined {
    return this.#session.session;
  }

  get outside(): boolean {
    return this.#session.outside;
  }

  hostConnected(): void {
    // First it renders without: what a server has drawn is taken over as it is.
    if (this.#host.hasUpdated) this.#follow();
  }

  hostUpdated(): void {
    this.#follow();
  }

  hostDisconnected(): void {
    this.#leave();
  }

  #leave(): void {
    clearTimeout(this.#retry);
    this.#unsubscribe?.();
    this.#unsubscribe = this.#asked = this.conversation = undefined;
  }

  #follow(): void {
    const { session } = this.#session;
    if (session === this.#asked) return;
    this.#leave();
    const coming = session?.conversation();
    if (!coming) return;
    this.#asked = session;
    coming.then(
      (conversation) => {
        if (this.#asked !== session) return;
        this.conversation = conversation;
        this.#unsubscribe = conversation.subscribe(() => this.#read());
        this.#read();
        this.#host.requestUpdate();
      },
      (error: unknown) => {
        warnOnce(`server-unreachable: ${notLoaded(error)}`);
        this.#retry = setTimeout(() => {
          if (this.#asked === session) this.#asked = undefined;
          this.#follow();
        }, retryWait);
      },
    );
  }

  #read(): void {
    const next = this.#select(this.conversation?.snapshot ?? emptyConversation);
    if (sameShallow(next, this.#value)) return;
    this.#value = next;
    this.#host.requestUpdate();
  }
}
