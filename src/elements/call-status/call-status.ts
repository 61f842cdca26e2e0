import { type CSSResultGroup, html, nothing } from 'lit';
import { SessionController } from '../../context/session-controller.js';
import { inCall } from '../../session/snapshot.js';
import { attempt } from '../shared/attempt.js';
import { farName, sentence } from '../shared/far-name.js';
import { leaveFocus } from '../shared/focus-relay.js';
import { Late } from '../shared/late.js';
import { SessionElement } from '../shared/session-element.js';
import { styles } from './call-status.styles.js';
import { chatOf, type Said } from './chat-words.js';
import type { Notice } from './notices.js';
import { Ticker } from './ticker.js';

// What there is to say of calls comes with a chat, of problems and queues with the first: a page stays light.
const speech = new Late(() => import('./speech.js'));
const trouble = new Late(() => import('./trouble.js'));

/**
 * @summary Who is on, for how long, who sees and hears whom, what just happened, and what went wrong
 * with a way back. The one live region of a session.
 * @tag call-status
 * @slot meta - Beside the timer, for instance the quality of the connection.
 * @slot notice-icon - Replaces the drawing beside a problem.
 * @slot retry-icon - Replaces the drawing on the button that tries again.
 * @csspart status - The line with its sentence.
 * @csspart time - The timer.
 * @csspart broken-for - Since when the path is broken, while reconnecting.
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
  #said: Said | undefined;
  #notice: Notice | undefined;

  get #far(): string {
    const { far, party } = this.#call.value;
    return farName({ far: far.name, party }, this.words);
  }

  /** What only a call has to say, which comes with it. */
  get #network() {
    return this.#call.value.counting ? speech.for(this)?.network.for(this) : undefined;
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    await super.getUpdateComplete();
    await Promise.all([speech.settled, trouble.settled]);
    if (this.#call.value.counting) await speech.for(this)?.network.settled;
    return super.getUpdateComplete();
  }

  protected override willUpdate(): void {
    const { session, value } = this.#call;
    this.#notice =
      value.problem && trouble.for(this)?.noticeOf(value.problem, this.#far, this.words);
    this.#said = this.#say();
    if (!this.#notice) leaveFocus(this, session);
    // A notice says how the call ended better than the line does.
    if (this.#notice && value.call.phase === 'idle') this.#said = undefined;
    this.mark('empty', !this.#said && !this.#notice);
    this.mark('problem', this.#notice !== undefined);
  }

  protected override updated(): void {
    if (this.#notice && this.shadowRoot) trouble.for(this)?.dressNotice(this.shadowRoot);
  }

  protected override render(): unknown {
    const incoming = this.#call.value.call.phase === 'incoming';
    return html`${this.#renderStatus()}
      ${this.#notice && trouble.for(this)?.renderNotice(this.#notice, this.words, this.#presses)}
      <p class="sr" role="alert">
        ${incoming ? sentence(this.words.term('incoming', this.#far), this.words) : nothing}
      </p>`;
  }

  #renderStatus(): unknown {
    const said = this.#said;
    const mark = said && { busy: 'spinner', warn: 'spinner', live: 'dot', quiet: '' }[said.tone];
    return html`<div part="status" class="status ${said?.tone ?? 'nothing'}">
      ${mark && html`<span class=${mark}></span>`}
      <div class="body">
        <span class="meta"
          >${this.#network?.renderTimes(this.#call.value.call, this.#ticker.now, this.words)}<slot
            name="meta"
          ></slot
        ></span>
        <div class="said" role="status">
          ${said && html`<p class="title">${said.title}</p>`}
          ${said?.sentence && html`<p class="quiet">${said.sentence}</p>`}
          ${this.#notice && html`<p class="sr">${speech.for(this)?.inOneBreath(this.#notice, this.words)}</p>`}
        </div>
      </div>
    </div>`;
  }

  #say(): Said | undefined {
    const { outside, value } = this.#call;
    if (outside) return { tone: 'quiet', title: this.words.term('noSession') };
    if (speech.failed || (value.problem && trouble.failed)) {
      return {
        tone: 'warn',
        title: this.words.term('serverUnreachable'),
        sentence: this.words.term('serverUnreachableWhy'),
      };
    }
    const said = value.chat === 'none' && !value.call.lastEnd ? undefined : speech.for(this);
    return said
      ? said.statusOf(
          value,
          this.#far,
          this.words,
          this.#network?.pathSentence(value, this.#far, this.#ticker.now, this.words),
          value.queue && trouble.for(this)?.queueOf(value, this.words),
        )
      : chatOf(value.chat, this.#far, this.words);
  }

  readonly #presses = {
    retry: (): void => attempt(this.#call.session?.retry()),
    dismiss: (): void => this.#call.session?.dismissProblem(),
  };
}
