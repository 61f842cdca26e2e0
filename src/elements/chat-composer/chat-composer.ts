import '../../i18n/conversation.js';
import { type CSSResultGroup, html, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import { ConversationController } from '../../context/conversation-controller.js';
import { FileRejectedEvent } from '../../session/chat-events.js';
import type { Conversation, Uploader } from '../../session/conversation.js';
import { farName } from '../shared/far-name.js';
import { FocusHome } from '../shared/focus-relay.js';
import { SessionElement } from '../shared/session-element.js';
import { typesByTouch } from '../shared/types-by-touch.js';
import { styles } from './chat-composer.styles.js';
import { Draft } from './draft.js';
import { DropTarget } from './drop-target.js';
import { asksToSend } from './enter.js';
import { grow } from './grow.js';
import { attachIcon, sendIcon } from './icons.js';
import { chosenFiles, tool } from './parts.js';
import { notes } from './notes.js';
import { pastedFiles } from './pasted.js';
import { type Refusal, refusalsInWords } from './refusals.js';
import { send } from './send.js';
import { bytesOf, countOf } from './size-limit.js';
import { type Limits, Tray } from './tray.js';
import { over, tidy } from './written.js';

/**
 * @summary Where a person writes: Enter sends, Shift+Enter breaks the line. Files are attached by a button,
 * pasted, or dropped anywhere on the chat; they are shown before they are sent, and go out before the text.
 * What is written outlives a reload.
 * @tag chat-composer
 * @slot tools - The host's own controls, before the button that attaches.
 * @slot attach-icon - Replaces the drawing on the button that attaches.
 * @slot send-icon - Replaces the drawing on Send.
 * @event {MessageSendEvent} message-send - Before a message, and before each file, is sent; cancelable, then it stays.
 * @event {FileRejectedEvent} file-rejected - A file was not taken; `code` says why.
 * @csspart base - The row of tools, field and Send.
 * @csspart field - The field, a native textarea.
 * @csspart attach - The button that attaches files.
 * @csspart send - The Send button.
 * @csspart note - What is said under the field: who sees it, how much fits.
 * @csspart refused - What is said of files that were not taken.
 * @csspart drop - What covers the chat while files are dragged over it.
 * @cssproperty [--visavis-field-bg] - Background of the field.
 * @cssproperty [--visavis-field-border] - Its border.
 * @cssproperty [--visavis-button-bg] - Fill of Send.
 */
export class ChatComposer extends SessionElement {
  static override readonly styles: CSSResultGroup = styles;

  /** Files that are taken, as in `<input accept>`. Empty: all that do not run or act when they are opened. */
  @property() accept = '';
  /** The largest file that is taken, from either side: `10MB`, `500kB`, or bytes. */
  @property({ attribute: 'max-file-size' }) maxFileSize: string | number = '10MB';
  /** Files at a time; 0 takes none and shows no button. */
  @property({ type: Number, attribute: 'max-files' }) maxFiles = 10;
  /** Real-time text: the far side sees each letter as it is typed. */
  @property({ type: Boolean }) rtt = false;
  /** Stores files at the host's; without one they go to the far side directly. */
  @property({ attribute: false }) uploader: Uploader | undefined;

  @state() private refusals: readonly Refusal[] = [];
  /** Said to those who do not see the note, once Send has been of no use. */
  @state() private told = false;

  readonly #talk = new ConversationController(this, ({ draft, ended, restored }) => ({
    draft,
    restored,
    ended: ended !== undefined,
  }));
  readonly #draft = new Draft();
  readonly #tray = new Tray({
    changed: () => this.requestUpdate(),
    refused: (code, name) => {
      this.refusals = [...this.refusals, { code, name }];
      this.dispatchEvent(new FileRejectedEvent(code, name, 'self'));
    },
  });
  #shut: string | undefined;
  #limited: { readonly conversation: Conversation; readonly bytes: number } | undefined;

  constructor() {
    super();
    new FocusHome(this, 'chat', () => this.#talk.session);
    new DropTarget(this, {
      session: () => this.#talk.session,
      can: () => !this.#closed && this.#limits.maxFiles > 0,
      take: (files) => this.#attach(files),
      cover: () => this.renderRoot.querySelector<HTMLElement>('.drop'),
    });
  }

  /** Focuses the field. */
  override focus(options?: FocusOptions): void {
    this.#field?.focus(options);
  }

  get #field(): HTMLTextAreaElement | null {
    return this.renderRoot.querySelector('textarea');
  }

  get #limits(): Limits {
    const { accept, maxFiles, maxFileSize } = this;
    return { accept, maxSize: bytesOf(maxFileSize), maxFiles: countOf(maxFiles) };
  }

  /** Why nothing can be written now. */
  get #closed(): string | undefined {
    if (this.#talk.outside) return this.words.term('noSession');
    if (this.#talk.value.ended) return this.words.term('chatHasEnded');
    return this.#talk.around.chat === 'none' ? this.words.term('noWritingNow') : undefined;
  }

  /** Why nothing can be sent now. */
  get #unsendable(): string | undefined {
    const closed = this.#closed;
    if (closed) return closed;
    if (!this.#talk.conversation) return this.words.term('noWritingNow');
    const text = tidy(this.#draft.text);
    if (over(text) > 0) return this.words.term('tooLong', over(text));
    const empty = text === '' && this.#tray.files.length === 0;
    return empty ? this.words.term('writeMessage') : undefined;
  }

  // A server writes down what it draws an element from before it draws it.
  protected override willUpdate(): void {
    this.#shut = this.#closed;
  }

  protected override updated(changed: PropertyValues<this>): void {
    const { conversation } = this.#talk;
    if (conversation) {
      const begins = changed.has('rtt') && this.rtt && this.#draft.text !== '';
      if (begins) conversation.write(this.#draft.text, true);
      const there = this.#draft.follow(conversation, this.rtt);
      if (there !== undefined) this.#fill(there);
      this.#tellLimit(conversation);
    }
  }

  #tellLimit(conversation: Conversation): void {
    const bytes = this.#limits.maxSize;
    if (conversation === this.#limited?.conversation && bytes === this.#limited.bytes) return;
    this.#limited = { conversation, bytes };
    conversation.takeFilesUpTo(bytes);
  }

  protected override render(): unknown {
    const closed = this.#shut;
    const { maxFiles } = this.#limits;
    const text = tidy(this.#draft.text);
    return html`${chosenFiles(this.#tray.files, this.words, this.#remove)}
      <div part="refused" class="refused" role="status">${this.#renderRefusals(text)}</div>
      <div part="base" class="base">
        <slot name="tools"></slot>
        ${
          maxFiles > 0
            ? tool({
                name: 'attach',
                label: this.words.term('attach'),
                icon: attachIcon,
                look: '',
                reason: closed,
                press: this.#choose,
              })
            : nothing
        }
        <textarea
          part="field"
          rows="1"
          aria-label=${this.words.term('messageTo', farName(this.#talk.around, this.words))}
          aria-describedby="note"
          aria-invalid=${ifDefined(over(text) > 0 ? 'true' : undefined)}
          placeholder=${closed ?? this.words.term('writeMessage')}
          dir=${ifDefined(text ? 'auto' : undefined)}
          enterkeyhint=${typesByTouch() ? 'enter' : 'send'}
          ?readonly=${closed !== undefined}
          @input=${this.#input}
          @keydown=${this.#keydown}
          @paste=${this.#paste}
          @compositionstart=${this.#compose}
          @compositionend=${this.#compose}
        ></textarea>
        ${tool({
          name: 'send',
          label: this.words.term('send'),
          icon: sendIcon,
          look: 'brand',
          reason: this.#unsendable,
          press: this.#send,
        })}
      </div>
      <div part="note" class="note" id="note">${this.#renderNote(text)}</div>
      <input
        type="file"
        hidden
        accept=${this.accept}
        ?multiple=${maxFiles > 1}
        @change=${this.#chosen}
      />
      <div part="drop" class="drop" popover="manual"><p>${this.words.term('dropHere')}</p></div>`;
  }

  #renderRefusals(text: string): unknown {
    const refusals = refusalsInWords(this.refusals, this.#limits, this.words);
    return [
      ...refusals.map((line) => html`<p>${line}</p>`),
      this.told && over(text) > 0
        ? html`<span class="sr">${this.words.term('tooLong', over(text))}</span>`
        : nothing,
    ];
  }

  #renderNote(text: string): unknown {
    return notes(
      {
        text,
        empty: this.#draft.text === '',
        closed: this.#closed,
        seenBy: this.rtt ? farName(this.#talk.around, this.words) : undefined,
      },
      this.words,
    );
  }

  /** Puts something into the field that nobody typed. */
  #fill(text: string): void {
    const field = this.#field;
    if (!field) return;
    field.value = text;
    grow(field);
    this.requestUpdate();
  }

  /** On a touch screen a field that takes the focus brings a keyboard up: where it was, it still is. */
  #goOn(): void {
    if (!typesByTouch()) this.focus();
  }

  #attach(files: Iterable<File>): void {
    this.refusals = [];
    this.#tray.add(files, this.#limits);
  }

  readonly #input = (event: Event): void => {
    const field = event.target as HTMLTextAreaElement;
    this.told = false;
    this.#draft.typed(field.value, this.#talk.conversation, this.rtt);
    grow(field);
    this.requestUpdate();
  };

  readonly #compose = ({ type }: Event): void => {
    this.#draft.composing = type === 'compositionstart';
  };

  readonly #keydown = (event: KeyboardEvent): void => {
    if (!asksToSend(event)) return;
    event.preventDefault();
    if (!event.repeat) this.#send();
  };

  readonly #paste = (event: ClipboardEvent): void => {
    const files = event.clipboardData ? pastedFiles(event.clipboardData) : [];
    if (files.length === 0 || this.#closed || this.#limits.maxFiles === 0) return;
    event.preventDefault();
    this.#attach(files);
  };

  readonly #choose = (): void => {
    this.renderRoot.querySelector<HTMLInputElement>('input[type=file]')?.click();
  };

  readonly #chosen = ({ currentTarget }: Event): void => {
    const input = currentTarget as HTMLInputElement;
    this.#attach([...(input.files ?? [])]);
    input.value = ''; // the same file may be chosen again
    this.#goOn();
  };

  readonly #remove = (file: File): void => {
    this.#tray.remove(file);
    this.refusals = [];
    this.focus();
  };

  readonly #send = (): void => {
    const { conversation } = this.#talk;
    if (this.#tray.checked) return void this.#tray.checked.then(this.#send);
    this.told = true;
    if (!conversation || this.#unsendable) return;
    this.refusals = [];
    const { uploader } = this;
    const text = tidy(this.#draft.text);
    if (send({ host: this, conversation, tray: this.#tray, text, uploader })) {
      this.#draft.sent(conversation, this.rtt);
      this.#fill('');
    }
    this.#goOn();
  };
}
