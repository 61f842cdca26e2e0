import type { Item } from '../../session/conversation.js';
import type { Session } from '../../session/session.js';
import type { Announcer } from './announcer.js';
import { Arrivals } from './arrivals.js';
import type { Attention } from './attention.js';
import { Divider } from './divider.js';

interface Moment {
  readonly session: Session | undefined;
  readonly items: readonly Item[];
  readonly unread: number;
  /** Id of the last thing that this side said; empty when there is none. */
  readonly lastOwn: string;
  /** Nobody looks at the page. */
  readonly away: boolean;
  /** The reader is at the newest message. */
  readonly atEnd: boolean;
  readonly wanted: { readonly sound: boolean; readonly titleBadge: boolean };
}

/** What has been said since the last look, and who is told of it how. */
export class News {
  readonly divider = new Divider();
  readonly #arrivals = new Arrivals();
  readonly #announcer: Announcer;
  readonly #attention: Attention;
  #lastOwn: string | undefined;
  #count = 0;
  /** Messages that came below what the reader sees. */
  missed = 0;

  constructor(announcer: Announcer, attention: Attention) {
    this.#announcer = announcer;
    this.#attention = attention;
  }

  /** Whether this side has said something itself, which it wants to see. */
  follow({ atEnd, away, items, lastOwn, session, unread, wanted }: Moment): boolean {
    const come = this.#arrivals.take(items, unread);
    this.divider.follow(items, { away, lastOwn, unread });
    this.#announcer.add(come);
    this.#attention.follow(session, wanted, { away, come, unread });
    this.missed = atEnd ? 0 : this.missed + come.length;
    // One that was taken away is no new one.
    const own = this.#lastOwn !== undefined && lastOwn !== this.#lastOwn;
    const said = own && items.length > this.#count;
    this.#lastOwn = lastOwn;
    this.#count = items.length;
    return said;
  }

  /** Another conversation begins. */
  forget(): void {
    this.#arrivals.forget();
    this.divider.forget();
    this.#lastOwn = undefined;
    this.missed = 0;
  }
}
