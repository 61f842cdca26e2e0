import type { ReactiveController } from 'lit';
import type { SessionFollower } from '../../context/session-controller.js';
import type { Session } from '../../session/session.js';
import { inCall } from '../../session/snapshot.js';
import { typesByTouch } from './types-by-touch.js';

/** Where focus can go when the control that has it goes away. */
type Place = 'chat' | 'start' | 'controls';

const homes = new WeakMap<Session, Map<HTMLElement, Place>>();

/** Offers an element as the place to go on from, as long as it is connected. */
export class FocusHome implements ReactiveController {
  readonly #host: SessionFollower;
  readonly #place: Place;
  readonly #session: () => Session | undefined;
  #offered: Session | undefined;
  #unsubscribe: (() => void) | undefined;

  constructor(host: SessionFollower, place: Place, session: () => Session | undefined) {
    this.#host = host;
    this.#place = place;
    this.#session = session;
    host.addController(this);
  }

  hostUpdate(): void {
    this.#offer(this.#session());
  }

  hostDisconnected(): void {
    this.#offer(undefined);
  }

  #offer(session: Session | undefined): void {
    if (session === this.#offered) return;
    this.#unsubscribe?.();
    if (this.#offered) homes.get(this.#offered)?.delete(this.#host);
    this.#offered = session;
    this.#unsubscribe = session && this.#watch(session);
    if (!session) return;
    const offered = homes.get(session) ?? new Map<HTMLElement, Place>();
    homes.set(session, offered.set(this.#host, this.#place));
  }

  /** Hosts hide the call controls after a call, and some before it: focus must not be lost with them. */
  #watch(session: Session): (() => void) | undefined {
    if (this.#place !== 'controls') return undefined;
    let { phase } = session.snapshot.call;
    // Not in `hostUpdate`: a framework may have removed the host by then.
    return session.subscribe(() => {
      const before = phase;
      ({ phase } = session.snapshot.call);
      if (phase === before) return;
      leaveFocus(this.#host, session, () => phase === 'idle' || !this.#host.checkVisibility());
    });
  }
}

/** For an element about to lose what has the focus in it: hands it on to where the person goes on. */
export function leaveFocus(
  host: HTMLElement,
  session: Session | undefined,
  lost?: () => boolean,
): void {
  if (!session || !host.shadowRoot?.activeElement) return;
  handFocus(session, inCall(session.snapshot.call) ? 'controls' : afterCall(), lost);
}

/** A field that takes the focus brings a keyboard up on a touch screen, over what there is to read. */
const afterCall = (): Place => (typesByTouch() ? 'start' : 'chat');

/**
 * Moves focus to the first element of that place that takes it, in document order; once it is painted,
 * and unless somebody else has moved it by then.
 */
export function handFocus(session: Session, place: Place, lost?: () => boolean): void {
  const before = focused();
  requestAnimationFrame(() => {
    const now = focused();
    if ((now !== before && now !== document.body) || lost?.() === false) return;
    const offered = [...(homes.get(session) ?? [])].sort(([a], [b]) =>
      a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1,
    );
    const there = (wanted: Place): boolean =>
      // Until one takes it: a video toggle may be there and show nothing.
      offered.some(([element, its]) => {
        if (its !== wanted) return false;
        element.focus();
        return element.matches(':focus');
      });
    // A page may have nothing to write in.
    if (!there(place) && place === 'chat') there('start');
  });
}

/** What has the focus, in whatever shadow tree. */
function focused(): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}
