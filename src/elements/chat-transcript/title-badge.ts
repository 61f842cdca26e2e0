import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Session } from '../../session/session.js';

interface Asking {
  readonly session: Session;
  readonly unread: number;
}

// Of the whole page: it has one title, and maybe many sessions.
const asking = new Map<object, Asking>();
const most = 99;
let badge = '';
let observer: MutationObserver | undefined;

/** Two transcripts of one session count once. */
const total = (): number =>
  [
    ...new Map([...asking.values()].map(({ session, unread }) => [session, unread])).values(),
  ].reduce((sum, unread) => sum + unread, 0);

/** Puts the number before whatever the host has written, also when it writes something else meanwhile. */
function show(): void {
  const count = total();
  const { title } = document;
  const hosts = badge && title.startsWith(badge) ? title.slice(badge.length) : title;
  badge = count === 0 ? '' : `(${count > most ? `${most}+` : count}) `;
  if (title !== badge + hosts) document.title = badge + hosts;
  if (count === 0) {
    observer?.disconnect();
    observer = undefined;
  } else if (!observer) {
    observer = new MutationObserver(show);
    observer.observe(document.head, { childList: true, subtree: true, characterData: true });
  }
}

/** One who asks for the number of unread messages in the page's title. */
export class TitleBadge implements ReactiveController {
  constructor(host: ReactiveControllerHost) {
    host.addController(this);
  }

  ask(session: Session | undefined, unread: number): void {
    const before = asking.get(this);
    if (before?.session === session && (before?.unread ?? 0) === unread) return;
    if (session && unread > 0) asking.set(this, { session, unread });
    else if (!asking.delete(this)) return;
    show();
  }

  hostDisconnected(): void {
    this.ask(undefined, 0);
  }
}
