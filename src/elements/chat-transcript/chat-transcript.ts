import '../../i18n/calls.js';
import '../../i18n/conversation.js';
import { type CSSResultGroup, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { guard } from 'lit/directives/guard.js';
import { keyed } from 'lit/directives/keyed.js';
import { repeat } from 'lit/directives/repeat.js';
import { ConversationController } from '../../context/conversation-controller.js';
import type { Conversation } from '../../session/conversation.js';
import { farName } from '../shared/far-name.js';
import { viewOf } from '../shared/message/message-view.js';
import { localeOf, timeOfDay } from '../shared/message/times.js';
import { SessionElement } from '../shared/session-element.js';
import { somebodyTypes, typing, typingOf } from '../shared/typing/typing.js';
import { Announcer, inOneBreath } from './announcer.js';
import { Attention } from './attention.js';
import { styles } from './chat-transcript.styles.js';
import { Drawing } from './drawing.js';
import { InFront } from './in-front.js';
import { News } from './news.js';
import { newest, nothingSaid, notices } from './notices.js';
import { rows } from './page.js';
import { Reading } from './reading.js';
import { Scrolling } from './scrolling.js';

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
  readonly #announcer = new Announcer(this, (last, count) =>
    inOneBreath(last, count, this.#far, this.words),
  );
  readonly #news = new News(this.#announcer, new Attention(this));
  readonly #scrolling = new Scrolling(() => this.renderRoot.querySelector<HTMLElement>('.log'));
  readonly #drawing = new Drawing();
  readonly #acts = {
    conversation: () => this.#talk.conversation,
    toggle: (id: string) => this.#toggle(id),
    root: () => this.renderRoot,
  };
  #conversation: Conversation | undefined;
  #marked: string | undefined;
  #nextSlice: ReturnType<typeof setTimeout> | undefined;

  get #far(): string {
    return farName(this.#talk.around, this.words);
  }

  /** What was kept from before is on its way. */
  get #coming(): boolean {
    return this.#talk.conversation !== undefined && !this.#talk.value.restored;
  }

  get #empty(): boolean {
    return this.#drawing.empty && !this.#coming && !somebodyTypes(this.#talk.value);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#nextSlice);
    this.#nextSlice = undefined;
  }

  protected override firstUpdated(): void {
    // The first message need not wait for what takes longer to make than all else about it.
    setTimeout(() => timeOfDay(0, localeOf(this.words)));
  }

  protected override willUpdate(): void {
    const { files, items, restored } = this.#talk.value;
    if (this.#talk.conversation !== this.#conversation) {
      this.#conversation = this.#talk.conversation;
      this.#marked = undefined;
      this.#news.forget();
    }
    if (restored) this.#hear();
    const { at: divided, count: news } = this.#news.divider;
    const view = viewOf(this.#talk, this.words);
    this.#drawing.follow(items, view, { files, divided, news, open: this.open });
    this.mark('empty', this.#empty);
  }

  protected override update(changed: PropertyValues<this>): void {
    this.#scrolling.keep();
    super.update(changed);
    this.#drawing.done();
  }

  protected override updated(): void {
    this.#scrolling.restore();
    const { items, unread } = this.#talk.value;
    this.#reading.follow(this.renderRoot, items, unread);
    if (!this.#drawing.pending) return;
    this.#nextSlice ??= setTimeout(() => {
      this.#nextSlice = undefined;
      this.requestUpdate();
    });
  }

  /** All of it is in the page. */
  protected override async getUpdateComplete(): Promise<boolean> {
    const complete = await super.getUpdateComplete();
    if (!this.#drawing.pending || !this.isConnected) return complete;
    await new Promise((next) => setTimeout(next));
    return this.getUpdateComplete();
  }

  protected override render(): TemplateResult {
    const { kept } = this.#talk.value;
    const { atEnd, farAway } = this.#scrolling;
    const { missed } = this.#news;
    const hidden = atEnd || (missed === 0 && !farAway);
    return html`<div
        part="log"
        class="log"
        role="log"
        aria-live="off"
        aria-label=${this.words.term('chatWith', this.#far)}
        tabindex="0"
        @scroll=${this.#scrolled}
      >
        <div class="content">
          ${notices({ coming: this.#coming, kept }, this.words)}
          ${this.#empty ? nothingSaid(this.#talk.around, this.#far, this.words) : nothing}
          ${this.#renderPages()} ${typing(this.#talk.value, this.#far, this.words)}
        </div>
      </div>
      ${newest({ hidden, missed }, this.words, this.#toNewest)}
      <div class="sr" aria-live="polite">
        ${keyed(this.#announcer.number, html`<span>${this.#announcer.said}</span>`)}
      </div>`;
  }

  #renderPages(): unknown {
    return repeat(
      this.#drawing.pages,
      ({ page }) => page.index,
      (drawn) =>
        html`<div class="page ${this.#drawing.isNewest(drawn) ? 'newest-page' : ''}">
          ${guard([drawn], () => rows(drawn, this.#acts))}
        </div>`,
    );
  }

  #hear(): void {
    const { items, unread } = this.#talk.value;
    const { party } = this.#talk.around;
    const said = this.#news.follow({
      session: this.#talk.session,
      items,
      unread,
      lastOwn: items.findLast(({ from }) => from === party)?.id ?? '',
      away: !this.#inFront.now,
      atEnd: this.#scrolling.atEnd,
      wanted: this,
    });
    if (said) this.#scrolling.toEnd();
  }

  #read(id: string): void {
    if (!this.#inFront.now || id === this.#marked) return;
    this.#marked = id;
    this.#talk.conversation?.markRead(id);
  }

  #came(inFront: boolean): void {
    if (inFront) this.#reading.look();
    else if (this.#talk.value.unread === 0) this.#news.divider.clear();
    this.requestUpdate();
  }

  #toggle(id: string): void {
    const open = new Set(this.open);
    if (!open.delete(id)) open.add(id);
    this.open = open;
  }

  readonly #scrolled = (): void => {
    const { atEnd, farAway } = this.#scrolling;
    this.#scrolling.moved();
    if (atEnd !== this.#scrolling.atEnd || farAway !== this.#scrolling.farAway)
      this.requestUpdate();
  };

  readonly #toNewest = (): void => {
    this.#scrolling.toEnd();
    this.requestUpdate();
    // The button goes away, and its focus must not be lost with it.
    this.renderRoot.querySelector<HTMLElement>('.log')?.focus({ preventScroll: true });
  };
}
