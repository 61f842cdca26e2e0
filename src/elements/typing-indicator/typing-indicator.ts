import type { CSSResultGroup } from 'lit';
import { ConversationController } from '../../context/conversation-controller.js';
import { farName } from '../shared/far-name.js';
import { SessionElement } from '../shared/session-element.js';
import { somebodyTypes, typing, typingOf } from '../shared/typing/typing.js';
import { styles } from './typing-indicator.styles.js';

/**
 * @summary Shows that the far side types, or, with real-time text, what it types, letter by letter. Nothing
 * while nobody types. `<chat-transcript>` has it at its end already.
 * @tag typing-indicator
 * @csspart typing - The bubble.
 * @csspart text - What is being typed.
 * @csspart lost - Where letters were lost on the way.
 * @csspart meta - Who types; that letters were lost.
 * @cssproperty [--visavis-bubble-other-bg] - Fill of the bubble.
 * @cssproperty [--visavis-bubble-other-fg] - Words on it.
 * @cssState typing - The far side types.
 */
export class TypingIndicator extends SessionElement {
  static override readonly styles: CSSResultGroup = styles;

  readonly #talk = new ConversationController(this, typingOf);

  protected override willUpdate(): void {
    this.mark('typing', somebodyTypes(this.#talk.value));
  }

  protected override render(): unknown {
    return typing(this.#talk.value, farName(this.#talk.around, this.words), this.words);
  }
}
