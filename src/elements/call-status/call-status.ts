import { type CSSResultGroup, html, nothing } from 'lit';
import { SessionController } from '../../context/session-controller.js';
import { inCall } from '../../session/snapshot.js';
import { attempt } from '../shared/attempt.js';
import { farName, sentence } from '../shared/far-name.js';
import { leaveFocus } from '../shared/focus-relay.js';
import { SessionElement } from '../shared/session-element.js';
import { styles } from './call-status.styles.js';
import { chatOf, type Said } from './chat-words.js';
import { type Speech, speechFailed, speechFor, speechSettled } from './late-speech.js';
import type { Notice } from './notices.js';
import { Ticker } from './ticker.js';

/**
 * @summary Who is on, for how long, who sees and hears whom, what just happened, and what went wrong
 * with a way back. The one live region of a session.
 * @tag call-status
 * @slot meta - Beside the timer, for instance the quality of the connection.
 * @csspart status - The line with its sentence.
 * @csspart time - The timer.
 * @csspart notice - A problem: what happened, why, what to do.
 * @csspart retry - The button that tries again.
 * @csspart dismiss - The button that puts the problem away.
 * @cssproperty [--visavis-color-live] - The dot of a live call.
 * @cssproperty [--visavis-color-warning-quiet] - Background of a problem.
 * @cssState empty - Nothing is worth saying.
 * @cssState problem - A problem is shown.
 */
export class CallStatus extends SessionElement {
  static override readonly styles: CSSResultGroup = styles;

  readonly #call = new SessionController(this, (snapshot) => ({
    ...snapshot,
    counting: inCall(snapshot.call),
  }));
  readonly #ticker = new Ticker(this, () => this.#call.value.counting);
  #speech: Speech | undefined;
  #said: Said | undefined;
  #notice: Notice | undefined;

  get #far(): string {
    const { far, party } = this.#call.value;
    return farName({ far: far.name, party }, this.words);
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    await super.getUpdateComplete();
    await speechSettled();
    return super.getUpdateComplete();
  }

  protected override willUpdate(): void {
    const { session, value } = this.#call;
    const silent = value.chat === 'none' && !value.problem && !value.call.lastEnd;
    this.#speech = silent ? undefined : speechFor(this);
    this.#notice = value.problem && this.#speech?.noticeOf(value.problem, this.#far, this.words);
    this.#said = this.#say();
    if (!this.#notice) leaveFocus(this, session);
    // A notice says how the call ended better than the line does.
    if (this.#notice && value.call.phase === 'idle') this.#said = undefined;
    this.mark('empty', !this.#said && !this.#notice);
    this.mark('problem', this.#notice !== undefined);
  }

  protected override render(): unknown {
    const incoming = this.#call.value.call.phase === 'incoming';
    return html`${this.#renderStatus()}
      ${this.#notice && this.#speech?.renderNotice(this.#notice, this.words, this.#presses)}
      <p class="sr" role="alert">
        ${incoming ? sentence(this.words.term('incoming', this.#far)) : nothing}
      </p>`;
  }

  #renderStatus(): unknown {
    const said = this.#said;
    const mark = said && { busy: 'spinner', warn: 'spinner', live: 'dot', quiet: '' }[said.tone];
    return html`<div part="status" class="status ${said?.tone ?? 'nothing'}">
      ${mark ? html`<span class=${mark}></span>` : nothing}
      <div class="body">
        <span class="meta">${this.#renderTime()}<slot name="meta"></slot></span>
        <div class="said" role="status">
          ${said && html`<p class="title">${said.title}</p>`}
          ${said?.sentence && html`<p class="quiet">${said.sentence}</p>`}
          ${this.#notice && html`<p class="sr">${this.#notice.title}. ${this.#notice.why} ${this.#notice.meanwhile}</p>`}
        </div>
      </div>
    </div>`;
  }

  #renderTime(): unknown {
    const { startedAt } = this.#call.value.call;
    if (startedAt === undefined || !this.#speech) return nothing;
    const time = this.#speech.clockTime(Math.max(0, this.#ticker.now - startedAt));
    return html`<span part="time" class="time" role="timer">${time}</span>`;
  }

  #say(): Said | undefined {
    const { session, value } = this.#call;
    if (!session) return { tone: 'quiet', title: this.words.term('noSession') };
    if (this.#speech) return this.#speech.statusOf(value, this.#far, this.words);
    if (!speechFailed()) return chatOf(value.chat, this.#far, this.words);
    return {
      tone: 'warn',
      title: this.words.term('serverUnreachable'),
      sentence: this.words.term('serverUnreachableWhy'),
    };
  }

  readonly #presses = {
    retry: (): void => attempt(this.#call.session?.retry()),
    dismiss: (): void => this.#call.session?.dismissProblem(),
  };
}
