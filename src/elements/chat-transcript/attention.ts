import type { ReactiveControllerHost } from 'lit';
import type { Item } from '../../session/conversation.js';
import type { Session } from '../../session/session.js';
import { hearMessage } from './message-tone.js';
import { TitleBadge } from './title-badge.js';

interface Wanted {
  readonly sound: boolean;
  readonly titleBadge: boolean;
}

/**
 * Calls somebody back to a page that is not in front, if the host wants that. A session has one link, which one
 * tab alone holds: so no other tab rings for it too, and no lock is needed.
 */
export class Attention {
  readonly #badge: TitleBadge;

  constructor(host: ReactiveControllerHost) {
    this.#badge = new TitleBadge(host);
  }

  follow(
    session: Session | undefined,
    wanted: Wanted,
    { away, come, unread }: { away: boolean; come: readonly Item[]; unread: number },
  ): void {
    this.#badge.ask(session, wanted.titleBadge ? unread : 0);
    if (session && wanted.sound && away && come.length > 0) hearMessage(session);
  }
}
