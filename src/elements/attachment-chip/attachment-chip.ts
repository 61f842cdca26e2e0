import '../../i18n/conversation.js';
import { type CSSResultGroup, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { ConversationController } from '../../context/conversation-controller.js';
import type { FileBody } from '../../chat/entry.js';
import {
  type ConversationSnapshot,
  emptyConversation,
  type FileState,
  type Item,
} from '../../session/conversation.js';
import {
  type Attachment,
  attachment,
  type AttachmentPresses,
  slotted,
} from '../shared/attachment/attachment.js';
import { showLarge } from '../shared/attachment/large-picture.js';
import { farName } from '../shared/far-name.js';
import { SessionElement } from '../shared/session-element.js';
import { styles } from './attachment-chip.styles.js';

interface Found {
  readonly item: Item | undefined;
  readonly state: FileState | undefined;
}

/**
 * @summary One file of the conversation, wherever a host wants it: its name, where it is on its way, and
 * what can be done about it. A picture is shown; pressing it shows it large.
 * @tag attachment-chip
 * @slot file-icon - Replaces the drawing of a document.
 * @slot picture-icon - Replaces the drawing of a picture that is not there yet.
 * @slot save-icon - Replaces the drawing on Save.
 * @slot stop-icon - Replaces the drawing on Stop.
 * @slot again-icon - Replaces the drawing on Send again.
 * @csspart attachment - The whole chip.
 * @csspart picture - The picture, which is a button.
 * @csspart name - The file's name.
 * @csspart info - Size and state in words.
 * @csspart progress - How much has come or gone.
 * @csspart action - A button or link: Accept, Decline, Stop, Send again, Save.
 * @cssproperty [--visavis-color-surface-raised] - Background.
 * @cssproperty [--visavis-radius-m] - Corners.
 */
export class AttachmentChip extends SessionElement {
  static override readonly styles: CSSResultGroup = styles;

  /** Which file: the `file` of its item's body. */
  @property() file = '';

  readonly #talk = new ConversationController(this, (snapshot) => this.#find(snapshot));

  protected override render(): unknown {
    const shown = this.#attachment();
    return shown ? attachment(shown, this.words, this.#presses(shown), slotted) : nothing;
  }

  // Not the controller's slice: that is of the `file` before.
  get #found(): Found {
    return this.#find(this.#talk.conversation?.snapshot ?? emptyConversation);
  }

  #find({ files, items }: ConversationSnapshot): Found {
    const { file } = this;
    return {
      item: items.findLast(({ body }) => body.type === 'file' && body.file === file),
      state: files.get(file),
    };
  }

  #attachment(): Attachment | undefined {
    const { item, state } = this.#found;
    if (!item || !state) return undefined;
    const { name, size, url } = item.body as FileBody;
    const { party } = this.#talk.around;
    return {
      name,
      size,
      url,
      state,
      own: item.from === party,
      far: farName(this.#talk.around, this.words),
      itemState: item.state,
    };
  }

  #presses(shown: Attachment): AttachmentPresses {
    const { conversation } = this.#talk;
    const { item } = this.#found;
    return {
      take: () => conversation?.getFile(this.file),
      refuse: () => conversation?.stopFile(this.file),
      stop: () => conversation?.stopFile(this.file),
      again: () => item && conversation?.retry(item.id),
      show: () => showLarge(shown, this.words, this.renderRoot),
    };
  }
}
