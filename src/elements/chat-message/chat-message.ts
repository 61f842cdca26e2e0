import { type CSSResultGroup, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { ConversationController } from '../../context/conversation-controller.js';
import type { Item } from '../../session/conversation.js';
import { isShown } from '../shared/message/lines.js';
import { message } from '../shared/message/message.js';
import { viewOf } from '../shared/message/message-view.js';
import { SessionElement } from '../shared/session-element.js';
import { styles } from './chat-message.styles.js';

/**
 * @summary One message, file or line of the conversation, with its time and how far it has come; for hosts that
 * compose their own transcript. `<chat-transcript>` draws the same without it.
 * @tag chat-message
 * @csspart message - The bubble.
 * @csspart own - The bubble of what this side wrote.
 * @csspart far - The bubble of what the far side wrote.
 * @csspart text - What was written.
 * @csspart link - A link in it.
 * @csspart show-all - The button that opens and closes a long text.
 * @csspart meta - Time and receipt.
 * @csspart again - The button that sends once more what failed.
 * @csspart discard - The button that takes away what failed.
 * @csspart system-line - What happened in between, such as a call.
 * @csspart attachment - A file.
 * @csspart name - Its name.
 * @csspart info - Its size, and where it is on its way.
 * @csspart picture - The button that shows a picture large.
 * @csspart progress - How much of it has come or gone.
 * @csspart action - Accept, Decline, Stop, Save, Send again.
 * @cssproperty [--visavis-bubble-own-bg] - Fill of what this side wrote.
 * @cssproperty [--visavis-bubble-own-fg] - Words on it.
 * @cssproperty [--visavis-bubble-other-bg] - Fill of what the far side wrote.
 * @cssproperty [--visavis-bubble-other-fg] - Words on it.
 * @cssproperty [--visavis-bubble-radius] - Corners of the bubble.
 */
export class ChatMessage extends SessionElement {
  static override readonly styles: CSSResultGroup = styles;

  /** What to show; without it, what `item-id` names. */
  @property({ attribute: false }) item: Item | undefined;

  /** Id of an item of the conversation: it is shown as it is now. */
  @property({ attribute: 'item-id' }) itemId: string | undefined;

  @state() private open = false;

  readonly #talk = new ConversationController(this, ({ files, items }) => ({ files, items }));

  readonly #acts = {
    conversation: () => this.#talk.conversation,
    toggle: () => void (this.open = !this.open),
    root: () => this.renderRoot,
  };

  protected override render(): unknown {
    const { files, items } = this.#talk.value;
    const item = this.item ?? items.find(({ id }) => id === this.itemId);
    if (!item || !isShown(item)) return nothing;
    return message(
      { item, newDay: false, startsRun: true, endsRun: true },
      {
        view: viewOf(this.#talk, this.words),
        acts: this.#acts,
        file: item.body.type === 'file' ? files.get(item.body.file) : undefined,
        open: this.open,
      },
    );
  }
}
