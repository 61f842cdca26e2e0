import '../../i18n/conversation.js';
import { type CSSResultGroup, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { ConversationController } from '../../context/conversation-controller.js';
import { attempt } from '../shared/attempt.js';
import { control } from '../shared/control.js';
import { ControlElement } from '../shared/control-element.js';
import { EndChatRequestEvent } from '../shared/conversation-events.js';
import { farName } from '../shared/far-name.js';
import { styles } from './end-chat-button.styles.js';
import { endChatIcon } from './icons.js';
import { Question } from './question.js';

/**
 * @summary Ends the chat for both sides, and a call in it. On the agent's side, and with `confirm`, it
 * asks first, beside the button.
 * @tag end-chat-button
 * @slot - The name, "End chat"; visible with `show-label`.
 * @slot icon - Replaces the drawing.
 * @event {EndChatRequestEvent} end-chat-request - Before the chat ends, after any question; cancelable.
 * @csspart button - The native button.
 * @csspart label - The name.
 * @csspart reason - The tooltip that says why it cannot be used now.
 * @csspart question - What is asked first.
 * @csspart keep - The answer that goes back.
 * @csspart end - The answer that ends the chat.
 * @cssproperty [--visavis-color-danger] - Fill of the answer that ends the chat.
 * @cssState live - There is a chat to end.
 * @cssState asking - The question is shown.
 */
export class EndChatButton extends ControlElement {
  static override readonly styles: CSSResultGroup = styles;

  /** Asks first on the visitor's side too; on the agent's it always does. */
  @property({ type: Boolean }) confirm = false;

  readonly #talk = new ConversationController(this, ({ ended }) => ({ ended }));
  readonly #question = new Question(this, (shown) => this.mark('asking', shown));

  get #live(): boolean {
    return this.#reason() === undefined;
  }

  protected override willUpdate(): void {
    this.mark('live', this.#live);
  }

  protected override render(): unknown {
    return html`${control({
      icon: endChatIcon,
      label: this.words.term('endChat'),
      showLabel: this.showLabel,
      // Alone, its drawing is quiet beside the headset.
      look: this.showLabel ? 'outlined' : '',
      reason: this.#reason(),
      press: this.#press,
    })}
    ${this.#live && this.#asksFirst ? this.#renderQuestion() : nothing}`;
  }

  get #asksFirst(): boolean {
    return this.confirm || this.#talk.around.party === 'agent';
  }

  #renderQuestion(): TemplateResult {
    const far = farName(this.#talk.around, this.words);
    return html`<div
      part="question"
      class="question"
      popover="auto"
      role="dialog"
      aria-labelledby="ask"
      aria-describedby="means"
      @toggle=${this.#question.toggled}
      @keydown=${this.#question.byKey}
    >
      <p id="ask" class="ask">${this.words.term('endChatAsk', far)}</p>
      <p id="means" class="means">${this.words.term('endChatMeans')}</p>
      <div class="answers">
        <button part="keep" class="control outlined" type="button" @click=${this.#question.close}>
          ${this.words.term('goOnChatting')}
        </button>
        <button part="end" class="control danger" type="button" @click=${this.#end}>
          ${this.words.term('endChat')}
        </button>
      </div>
    </div>`;
  }

  #reason(): string | undefined {
    const { around, conversation, outside, value } = this.#talk;
    if (outside) return this.words.term('noSession');
    if (value.ended) return this.words.term('chatHasEnded');
    if (around.chat === 'none') return this.words.term('noChat');
    return conversation ? undefined : this.words.term('chatConnecting');
  }

  readonly #press = (): void => {
    if (this.#asksFirst) this.#question.open();
    else this.#end();
  };

  readonly #end = (): void => {
    this.#question.close();
    const { conversation } = this.#talk;
    if (this.dispatchEvent(new EndChatRequestEvent())) attempt(conversation?.end());
  };
}
