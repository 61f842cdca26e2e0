import { type CSSResultGroup, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { guard } from 'lit/directives/guard.js';
import { keyed } from 'lit/directives/keyed.js';
import { repeat } from 'lit/directives/repeat.js';
import { ConversationController } from '../../context/conversation-controller.js';
import { sameShallow } from '../../context/same-shallow.js';
import type { Conversation, Item } from '../../session/conversation.js';
import { farName, sentence } from '../shared/far-name.js';
import { type MessageView, viewOf } from '../shared/message/message-view.js';
import { SessionElement } from '../shared/session-element.js';
import { somebodyTypes, typing, typingOf } from '../shared/typing/typing.js';
import { Announcer } from './announcer.js';
import { Arrivals } from './arrivals.js';
import { Attention } from './attention.js';
import { styles } from './chat-transcript.styles.js';
import { Divider } from './divider.js';
import { downIcon } from './icons.js';
import { InFront } from './in-front.js';
import { rows } from './page.js';
import { type Page, paginate } from './pages.js';
import { Reading } from './reading.js';
import { Scrolling } from './scrolling.js';
import { type DrawnPage, Slices } from './slices.js';

// Characters of a message that a screen reader is told at once; the rest is there to be read.
const longestSaid = 300;

/**
 * @summary The conversation: messages, files and calls in order, with receipts, days and what the far side is
 * typing. Give it a height: it scrolls, and stays at the newest while the reader is there. All messages are in
 * the page, however many, so find-in-page and screen readers reach each of them.
 * @tag chat-transcript
 * @slot empty - Stands in for a conversation in which nothing was said yet.
 * @slot newest-icon - Replaces the drawing on the button that goes to the newest message.
 * @csspart log - What scrolls.
 * @csspart empty - What is said while there is no message.
 * @csspart notice - That the conversation comes back, or cannot be kept.
 * @csspart day - The day, between messages.
 * @csspart divider - Where the new messages begin.
 * @csspart newest - The button that goes to the newest message.
 * @csspart message - A bubble.
 * @csspart own - A bubble of what this side wrote.
 * @csspart far - A bubble of what the far side wrote.
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
 * @csspart typing - The bubble of what the far side is typing.
 * @csspart lost - Where letters were lost on the way.
 * @cssproperty [--visavis-bubble-own-bg] - Fill of what this side wrote.
 * @cssproperty [--visavis-bubble-own-fg] - Words on it.
 * @cssproperty [--visavis-bubble-other-bg] - Fill of what the far side wrote.
 * @cssproperty [--visavis-bubble-other-fg] - Words on it.
 * @cssproperty [--visavis-bubble-radius] - Corners of a bubble.
 * @cssState empty - Nothing was said yet.
 */
export class ChatTranscript extends SessionElement {
  static override readonly styles: CSSResultGroup = styles;

  /** The number of unread messages stands before the page's title. */
  @property({ type: Boolean, attribute: 'title-badge' }) titleBadge = false;

  /** A short sound when messages come while the page is not in front. */
  @property({ type: Boolean }) sound = false;

  @state() private open: ReadonlySet<string> = new Set();

  readonly #talk = new ConversationController(this, (snapshot) => ({
    ...typingOf(snapshot),
    items: snapshot.items,
    files: snapshot.files,
    unread: snapshot.unread,
    restored: snapshot.restored,
    kept: snapshot.kept,
  }));
  readonly #inFront = new InFront(this, (inFront) => this.#came(inFront));
  readonly #reading = new Reading(this, (id) => this.#read(id));
  readonly #announcer = new Announcer(this, (last, count) => this.#announce(last, count));
  readonly #attention = new Attention(this);
  readonly #scrolling = new Scrolling(() => this.renderRoot.querySelector<HTMLElement>('.log'));
  readonly #arrivals = new Arrivals();
  readonly #divider = new Divider();
  readonly #slices = new Slices();
  readonly #acts = {
    conversation: () => this.#talk.conversation,
    toggle: (id: string) => this.#toggle(id),
    root: () => this.renderRoot,
  };
  #conversation: Conversation | undefined;
  #items: readonly Item[] = [];
  #pages: readonly Page[] = [];
  #drawn: readonly DrawnPage[] = [];
  #view: MessageView | undefined;
  #lastOwn: string | undefined;
  #count = 0;
  #marked: string | undefined;
  #missed = 0;
  #nextSlice: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#nextSlice);
    this.#nextSlice = undefined;
  }

  protected override willUpdate(): void {
    const { items, unread } = this.#talk.value;
    if (this.#talk.conversation !== this.#conversation) this.#begin();
    if (items !== this.#items) {
      this.#items = items;
      this.#pages = paginate(items, this.#pages);
    }
    this.#hear(items, unread);
    const { away, ...view } = viewOf(this.#talk, this.words);
    if (!this.#view || !sameShallow(view, this.#view)) this.#view = { ...view, away };
    this.#drawn = this.#slices.take(this.#pages, {
      view: this.#view,
      away,
      files: this.#talk.value.files,
      divided: this.#divider.at,
      news: this.#divider.count,
      open: this.open,
    });
    this.mark('empty', this.#empty);
  }

  protected override update(changed: PropertyValues<this>): void {
    this.#scrolling.keep();
    super.update(changed);
    this.#slices.done();
  }

  protected override updated(): void {
    this.#scrolling.restore();
    const { items, unread } = this.#talk.value;
    this.#reading.follow(this.renderRoot, items, unread);
    if (!this.#slices.pending) return;
    this.#nextSlice ??= setTimeout(() => {
      this.#nextSlice = undefined;
      this.requestUpdate();
    });
  }

  /** All of it is in the page. */
  protected override async getUpdateComplete(): Promise<boolean> {
    const complete = await super.getUpdateComplete();
    if (!this.#slices.pending || !this.isConnected) return complete;
    await new Promise((next) => setTimeout(next));
    return this.getUpdateComplete();
  }

  get #empty(): boolean {
    return this.#pages.length === 0 && !somebodyTypes(this.#talk.value);
  }

  #begin(): void {
    this.#conversation = this.#talk.conversation;
    this.#arrivals.forget();
    this.#divider.forget();
    this.#marked = this.#lastOwn = undefined;
    this.#missed = 0;
  }

  /** Who has said what since the last time. */
  #hear(items: readonly Item[], unread: number): void {
    if (!this.#talk.value.restored) return;
    const { party } = this.#talk.around;
    const lastOwn = items.findLast(({ from }) => from === party)?.id ?? '';
    const come = this.#arrivals.take(items, unread);
    const away = !this.#inFront.now;
    this.#divider.follow(items, { away, lastOwn, unread });
    this.#announcer.add(come);
    this.#attention.follow(this.#talk.session, this, { away, come, unread });
    // What one has written oneself is in view at once.
    const more = items.length > this.#count;
    if (more && lastOwn !== this.#lastOwn && this.#lastOwn !== undefined) this.#scrolling.toEnd();
    this.#lastOwn = lastOwn;
    this.#count = items.length;
    this.#missed = this.#scrolling.atEnd ? 0 : this.#missed + come.length;
  }

  protected override render(): TemplateResult {
    const far = farName(this.#talk.around, this.words);
    return html`<div
        part="log"
        class="log"
        role="log"
        aria-live="off"
        aria-label=${this.words.term('chatWith', far)}
        tabindex="0"
        @scroll=${this.#scrolled}
      >
        <div class="content">
          ${this.#renderNotice()} ${this.#empty ? this.#renderEmpty(far) : nothing}
          ${repeat(
            this.#drawn,
            ({ page }) => page.index,
            (drawn) =>
              html`<div class="page ${this.#isNear(drawn) ? 'near' : ''}">
                ${guard([drawn], () => rows(drawn, this.#acts))}
              </div>`,
          )}
          ${typing(this.#talk.value, far, this.words)}
        </div>
      </div>
      ${this.#renderNewest()}
      <div class="sr" aria-live="polite">
        ${keyed(this.#announcer.number, html`<span>${this.#announcer.said}</span>`)}
      </div>`;
  }

  /** The newest are always laid out: there the reader is. */
  #isNear({ page }: DrawnPage): boolean {
    return page.index >= this.#pages.length - 1;
  }

  #renderNotice(): unknown {
    const { kept, restored } = this.#talk.value;
    if (this.#talk.conversation && !restored) return this.#notice(this.words.term('restoring'));
    return kept ? nothing : this.#notice(this.words.term('notKept'));
  }

  readonly #notice = (words: string): TemplateResult =>
    html`<p part="notice" class="notice">${words}</p>`;

  #renderEmpty(far: string): unknown {
    if (this.#talk.conversation && !this.#talk.value.restored) return nothing;
    const said = {
      none: () => this.words.term('noChat'),
      connecting: () => this.words.term('chatConnecting'),
      waiting: () => this.words.term('notHere', far),
      open: () => this.words.term('chatOpen', far),
      lost: () => this.words.term('chatLost', far),
    }[this.#talk.around.chat]();
    return html`<slot name="empty"
      ><p part="empty" class="notice">${sentence(said, this.words)}</p></slot
    >`;
  }

  #renderNewest(): TemplateResult {
    const { atEnd, farAway } = this.#scrolling;
    const news = this.#missed;
    return html`<button
      part="newest"
      class="control outlined newest ${news > 0 ? 'wide' : ''}"
      type="button"
      ?hidden=${atEnd || (news === 0 && !farAway)}
      @click=${this.#toNewest}
    >
      <slot name="newest-icon">${downIcon}</slot>
      <span class=${news > 0 ? '' : 'sr'}
        >${news > 0 ? this.words.term('newMessages', news) : this.words.term('toNewest')}</span
      >
    </button>`;
  }

  #announce({ body }: Item, count: number): string {
    const far = farName(this.#talk.around, this.words);
    if (count > 1) return this.words.term('newMessagesFrom', count, far);
    const said =
      body.type === 'text'
        ? body.text.slice(0, longestSaid)
        : body.type === 'file'
          ? body.name
          : this.words.term('messageUnknown');
    return this.words.term('says', far, said);
  }

  #read(id: string): void {
    if (!this.#inFront.now || id === this.#marked) return;
    this.#marked = id;
    this.#talk.conversation?.markRead(id);
  }

  #came(inFront: boolean): void {
    if (inFront) this.#reading.look();
    else if (this.#talk.value.unread === 0) this.#divider.clear();
    this.requestUpdate();
  }

  #toggle(id: string): void {
    const open = new Set(this.open);
    if (!open.delete(id)) open.add(id);
    this.open = open;
  }

  readonly #scrolled = (): void => {
    const before = [this.#scrolling.atEnd, this.#scrolling.farAway].join();
    this.#scrolling.moved();
    if (before !== [this.#scrolling.atEnd, this.#scrolling.farAway].join()) this.requestUpdate();
  };

  readonly #toNewest = (): void => {
    this.#scrolling.toEnd();
    this.requestUpdate();
    // The button goes away, and its focus must not be lost with it.
    this.renderRoot.querySelector<HTMLElement>('.log')?.focus({ preventScroll: true });
  };
}
