import '../../i18n/conversation.js';
import { type CSSResultGroup, html, nothing } from 'lit';
import { ConversationController } from '../../context/conversation-controller.js';
import type { ConversationSnapshot } from '../../session/conversation.js';
import { NewChatRequestEvent } from '../shared/conversation-events.js';
import { handFocus } from '../shared/focus-relay.js';
import { SessionElement } from '../shared/session-element.js';
import { styles } from './chat-ended.styles.js';
import { endInWords } from './copy-words.js';
import { focusIn, isStranded } from './lost-focus.js';
import { saveCopy } from './save.js';

/**
 * @summary After the chat: who ended it and how long it was, a copy to save, and for the visitor a new
 * chat, for the agent a place for the host's own form. Shows nothing before.
 * @tag chat-ended
 * @slot note - Replaces the words that this page keeps nothing, for a host that does.
 * @slot wrap-up - On the agent's side, under all that: the host's own form.
 * @event {NewChatRequestEvent} new-chat-request - Before a new chat begins; cancelable.
 * @csspart ended - All of it.
 * @csspart title - Who ended the chat, and how long it was.
 * @csspart save-text - The button that saves a copy as text.
 * @csspart save-page - The button that saves a copy as a web page.
 * @csspart start-anew - The visitor's button for a new chat.
 * @cssproperty [--visavis-color-surface-lowered] - Background.
 * @cssState ended - The chat has ended.
 */
export class ChatEnded extends SessionElement {
  static override readonly styles: CSSResultGroup = styles;

  #seen: ConversationSnapshot['ended'];
  #hadFocus: HTMLElement | undefined;
  readonly #talk = new ConversationController(this, ({ ended }) => ({ ended: this.#look(ended) }));

  /** To the words that say how the chat ended. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('h2')?.focus(options);
  }

  protected override willUpdate(): void {
    this.mark('ended', this.#talk.value.ended !== undefined);
  }

  protected override updated(): void {
    const had = this.#hadFocus;
    this.#hadFocus = undefined;
    // Once the others have rendered what the end makes of them.
    if (had) requestAnimationFrame(() => isStranded(had) && this.focus());
  }

  protected override render(): unknown {
    const { around, value } = this.#talk;
    if (!value.ended) return nothing;
    const visitor = around.party === 'visitor';
    return html`<section part="ended" class="ended" aria-labelledby="title">
      <div>
        <h2 part="title" id="title" tabindex="-1">
          ${endInWords(value.ended, around, this.words)}
        </h2>
        <p class="note"><slot name="note">${this.words.term('keepCopy')}</slot></p>
      </div>
      <div class="actions">
        <button part="save-text" class="control outlined" type="button" @click=${this.#saveText}>
          ${this.words.term('saveText')}
        </button>
        <button part="save-page" class="control outlined" type="button" @click=${this.#savePage}>
          ${this.words.term('savePage')}
        </button>
        ${visitor ? this.#renderStartAnew() : nothing}
      </div>
      ${visitor ? nothing : html`<slot name="wrap-up"></slot>`}
    </section>`;
  }

  #renderStartAnew(): unknown {
    return html`<button
      part="start-anew"
      class="control brand"
      type="button"
      @click=${this.#startAnew}
    >
      ${this.words.term('startAnew')}
    </button>`;
  }

  /** At once: when this renders, the composer may be gone and the focus with it. */
  #look(ended: ConversationSnapshot['ended']): ConversationSnapshot['ended'] {
    if (ended && !this.#seen) this.#hadFocus = focusIn(this.#talk.session);
    return (this.#seen = ended);
  }

  readonly #saveText = (): void => void this.#save('txt');
  readonly #savePage = (): void => void this.#save('html');

  async #save(as: 'txt' | 'html'): Promise<void> {
    const { around, conversation } = this.#talk;
    if (conversation) await saveCopy(conversation.snapshot, around, this.words, as);
  }

  readonly #startAnew = (): void => {
    const { conversation, session } = this.#talk;
    if (!this.dispatchEvent(new NewChatRequestEvent())) return;
    conversation?.startAnew();
    if (session) handFocus(session, 'chat');
  };
}
