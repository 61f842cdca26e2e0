import { property } from 'lit/decorators.js';
import type { SessionFollower } from '../../context/session-controller.js';
import { Localize } from '../../i18n/localize.js';
import { KitElement } from './kit-element.js';

/** An element that follows a session and speaks its page's language. */
export abstract class SessionElement extends KitElement implements SessionFollower {
  /** Id of the `<chat-session>` to follow, for an element that stands outside it. */
  @property() for: string | undefined;

  protected readonly words = new Localize(this);
}
