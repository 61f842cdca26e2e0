import type { ReactiveController } from 'lit';
import type { SessionFollower } from '../../context/session-controller.js';
import { type Corner, corners } from './corners.js';

type View = SessionFollower & { corner: Corner };

/** Takes the self-view off what has the focus on its stage, and brings it back afterwards. */
export class StepAside implements ReactiveController {
  readonly #view: View;
  #listening: AbortController | undefined;
  #focused: Element | undefined;
  #home: Corner | undefined;
  #aside: Corner | undefined;

  constructor(view: View) {
    this.#view = view;
    view.addController(this);
  }

  hostConnected(): void {
    const stage = this.#view.parentElement;
    const { signal } = (this.#listening = new AbortController());
    stage?.addEventListener('focusin', this.#arrived, { signal });
    stage?.addEventListener('focusout', this.#left, { signal });
  }

  hostDisconnected(): void {
    this.#listening?.abort();
  }

  /** The self-view may come while the focus is there already. */
  hostUpdated(): void {
    const { corner } = this.#view;
    const focused = this.#focused;
    if (!focused || !meet(this.#view, focused)) return;
    // Reflected at once, so that each corner can be measured.
    const goTo = (to: Corner): void => this.#view.setAttribute('corner', to);
    const free = (Object.keys(corners) as Corner[]).find((there) => {
      goTo(there);
      return !meet(this.#view, focused);
    });
    goTo(free ?? corner);
    if (!free) return;
    this.#home ??= corner;
    this.#aside = free;
  }

  readonly #arrived = (event: FocusEvent): void => {
    const [focused] = event.composedPath();
    if (event.composedPath().includes(this.#view)) return;
    this.#focused = focused as Element;
    this.hostUpdated();
  };

  readonly #left = (): void => {
    this.#focused = undefined;
    // Unless the person has moved it meanwhile.
    if (this.#home && this.#view.corner === this.#aside) this.#view.corner = this.#home;
    this.#home = undefined;
  };
}

function meet(one: Element, other: Element): boolean {
  const [a, b] = [one.getBoundingClientRect(), other.getBoundingClientRect()];
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
