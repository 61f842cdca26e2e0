import type { ReactiveController } from 'lit';
import type { SessionFollower } from '../../context/session-controller.js';
import type { Session } from '../../session/session.js';

/** Where focus can go when the control that has it goes away. */
type Place = 'start' | 'controls';

const homes = new WeakMap<Session, Map<HTMLElement, Place>>();

/** Offers an element as the place to go on from, as long as it is connected. */
export class FocusHome implements ReactiveController {
  readonly #host: SessionFollower;
  readonly #place: Place;
  readonly #session: () => Session | undefined;
  #offered: Session | undefined;
  #live = false;

  constructor(host: SessionFollower, place: Place, session: () => Session | undefined) {
    this.#host = host;
    this.#place = place;
    this.#session = session;
    host.addController(this);
  }

  hostUpdate(): void {
    const session = this.#session();
    this.#offer(session);
    const live = session !== undefined && session.snapshot.call.phase !== 'idle';
    // Hosts hide the call controls after a call: focus must not be lost with them.
    if (session && this.#live && !live && this.#host.matches(':focus-within'))
      handFocus(session, 'start');
    this.#live = live;
  }

  hostDisconnected(): void {
    this.#offer(undefined);
  }

  #offer(session: Session | undefined): void {
    if (session === this.#offered) return;
    if (this.#offered) homes.get(this.#offered)?.delete(this.#host);
    this.#offered = session;
    if (!session) return;
    const offered = homes.get(session) ?? new Map<HTMLElement, Place>();
    homes.set(session, offered.set(this.#host, this.#place));
  }
}

/** Moves focus to the first visible element of that place, in document order; once it is painted. */
export function handFocus(session: Session, place: Place): void {
  requestAnimationFrame(() => {
    const there = [...(homes.get(session) ?? [])]
      .filter(([, its]) => its === place)
      .map(([element]) => element);
    there.sort((a, b) =>
      a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1,
    );
    there.find((element) => element.checkVisibility())?.focus();
  });
}
