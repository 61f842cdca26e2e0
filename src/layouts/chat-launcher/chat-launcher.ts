import '../../i18n/calls.js';
import { type CSSResultGroup, html, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { ChatSession } from '../../elements/chat-session/chat-session.js';
import {
  type CallChangeEvent,
  LauncherChangeEvent,
  type VisavisEventMap,
} from '../../elements/shared/events.js';
import { farName, type Named, sentence } from '../../elements/shared/far-name.js';
import { KitElement } from '../../elements/shared/kit-element.js';
import { chatIcon, collapseIcon } from './icons.js';
import { Localize } from '../../i18n/localize.js';
import { styles } from './chat-launcher.styles.js';

/**
 * @summary A button that opens and closes the chat inside it. In the page's flow by default; with
 * `floating` it lies in the corner of the window, in the browser's top layer, above any `z-index`.
 * Closing hides the chat and ends nothing; an incoming call opens it, without taking the focus.
 * @tag chat-launcher
 * @slot - The chat, for instance a `<visitor-chat>`.
 * @slot icon - Replaces the drawing on the button.
 * @slot label - Replaces the button's name, “Chat”.
 * @event {LauncherChangeEvent} launcher-change - The panel was opened or closed; `open` says which.
 * @csspart button - The native button.
 * @csspart label - What the button says beside its drawing while a call is on.
 * @csspart badge - How many messages are new, on the closed button.
 * @csspart panel - What holds the chat.
 * @cssproperty [--visavis-button-bg] - Fill of the button.
 * @cssproperty [--visavis-button-fg] - Drawing on the fill; by default black or white, whichever reads on it.
 * @cssproperty [--visavis-launcher-offset] - Distance from the window's edges when floating.
 * @cssState in-call - A call is on, or rings.
 * @cssState unread - There are messages that nobody has seen.
 */
export class ChatLauncher extends KitElement {
  static override readonly styles: CSSResultGroup = styles;

  /** The chat is shown. */
  @property({ type: Boolean, reflect: true }) open = false;
  /** Lies in the corner of the window instead of where it is written. */
  @property({ type: Boolean, reflect: true }) floating = false;

  @state() private call: (Named & { readonly ringing: boolean }) | undefined;

  @state() private unread = 0;

  readonly #words = new Localize(this);

  constructor() {
    super();
    this.addEventListener('call-change', this.#callChanged);
    this.addEventListener('unread-change', this.#unreadChanged);
    this.addEventListener('keydown', this.#escape);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#float();
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('floating')) this.#float();
    if (changed.has('open') && (this.open || changed.get('open')))
      this.dispatchEvent(new LauncherChangeEvent(this.open));
  }

  protected override render(): unknown {
    const says = this.open ? '' : this.#callInWords();
    return html`<div class="launcher" popover=${this.floating ? 'manual' : nothing}>
      <button
        part="button"
        class="control brand ${says ? 'wide' : ''}"
        type="button"
        aria-expanded=${this.open}
        aria-controls="panel"
        @click=${this.#toggle}
      >
        <slot name="icon">${this.open ? collapseIcon : chatIcon}</slot>
        <span class="sr"><slot name="label">${this.#words.term('chat')}</slot></span>
        ${this.unread > 0 && !this.open ? this.#renderUnread() : nothing}
        ${says ? html`<span part="label">${says}</span>` : nothing}
      </button>
      <div id="panel" part="panel" class="panel" ?hidden=${!this.open}><slot></slot></div>
    </div>`;
  }

  /** Its words come with the conversation, which has come before any message of it. */
  #renderUnread(): unknown {
    return html`<span part="badge" class="badge" aria-hidden="true"
        >${this.unread > 99 ? '99+' : this.unread}</span
      ><span class="sr">${this.#words.term('newMessages', this.unread)}</span>`;
  }

  #callInWords(): string {
    if (!this.call) return '';
    const name = farName(this.call, this.#words);
    const term = this.call.ringing ? 'incoming' : 'inCallWith';
    return sentence(this.#words.term(term, name), this.#words);
  }

  /** Into the top layer, where no `z-index` of the page reaches. */
  #float(): void {
    const launcher = this.renderRoot.querySelector<HTMLElement>('.launcher');
    if (launcher?.popover === 'manual') launcher.showPopover();
  }

  readonly #toggle = (): void => {
    this.open = !this.open;
  };

  readonly #escape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented || !this.open || !this.floating) return;
    this.open = false;
    this.renderRoot.querySelector('button')?.focus();
  };

  readonly #unreadChanged = ({ count }: VisavisEventMap['unread-change']): void => {
    this.unread = count;
    this.mark('unread', count > 0);
  };

  readonly #callChanged = (event: CallChangeEvent): void => {
    const { far, party } = (event.composedPath()[0] as ChatSession).session.snapshot;
    const ringing = event.phase === 'incoming';
    const on = event.phase !== 'idle';
    if (ringing) this.open = true;
    this.mark('in-call', on);
    this.call = on ? { far: far.name, party, ringing } : undefined;
  };
}
