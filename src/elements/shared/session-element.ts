import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import type { SessionFollower } from '../../context/session-controller.js';
import { Localize } from '../../i18n/localize.js';
import { version } from './version.js';

/** What every element of the kit is: it follows a session, speaks its page's language, marks its states. */
export abstract class SessionElement extends LitElement implements SessionFollower {
  static readonly version: string = version;

  /** Id of the `<chat-session>` to follow, for an element that stands outside it. */
  @property() for: string | undefined;

  protected readonly words = new Localize(this);
  readonly #internals = this.attachInternals();

  /** Shows or hides a custom state, for `:state(name)` in CSS. */
  protected mark(state: string, active: boolean): void {
    const states = this.#internals.states as CustomStateSet | undefined; // absent on a server
    if (active) states?.add(state);
    else states?.delete(state);
  }
}
