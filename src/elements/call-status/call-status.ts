import { type CSSResultGroup, html, nothing } from 'lit';
import { SessionController } from '../../context/session-controller.js';
import { inCall } from '../../session/snapshot.js';
import { attempt } from '../shared/attempt.js';
import { farName, sentence } from '../shared/far-name.js';
import { leaveFocus } from '../shared/focus-relay.js';
import { cameraOffIcon, microphoneOffIcon } from '../shared/icons.js';
import { alertIcon, retryIcon, speakerIcon } from './icons.js';
import { SessionElement } from '../shared/session-element.js';
import { styles } from './call-status.styles.js';
import { inOneBreath, type Notice, noticeOf } from './notices.js';
import { clockTime, type Said, statusOf } from './sentences.js';
import { Ticker } from './ticker.js';

const noticeIcons = {
  microphone: microphoneOffIcon,
  camera: cameraOffIcon,
  sound: speakerIcon,
  call: alertIcon,
  link: alertIcon,
  setup: alertIcon,
};

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
  #said: Said | undefined;
  #notice: Notice | undefined;

  get #far(): string {
    const { far, party } = this.#call.value;
    return farName({ far: far.name, party }, this.words);
  }

  protected override willUpdate(): void {
    const { session, value } = this.#call;
    this.#notice = value.problem && noticeOf(value.problem, this.#far, this.words);
    this.#said = session
      ? statusOf(value, this.#far, this.words)
      : { tone: 'quiet', title: this.words.term('noSession') };
    if (!this.#notice) leaveFocus(this, session);
    // A notice says how the call ended better than the line does.
    if (this.#notice && value.call.phase === 'idle') this.#said = undefined;
    this.mark('empty', !this.#said && !this.#notice);
    this.mark('problem', this.#notice !== undefined);
  }

  protected override render(): unknown {
    const incoming = this.#call.value.call.phase === 'incoming';
    return html`${this.#renderStatus()} ${this.#renderNotice()}
      <p class="sr" role="alert">
        ${incoming ? sentence(this.words.term('incoming', this.#far), this.words) : nothing}
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
          ${this.#notice && html`<p class="sr">${inOneBreath(this.#notice, this.words)}</p>`}
        </div>
      </div>
    </div>`;
  }

  #renderTime(): unknown {
    const { startedAt } = this.#call.value.call;
    if (startedAt === undefined) return nothing;
    return html`<span part="time" class="time" role="timer"
      >${clockTime(Math.max(0, this.#ticker.now - startedAt))}</span
    >`;
  }

  #renderNotice(): unknown {
    const notice = this.#notice;
    if (!notice) return nothing;
    return html`<section part="notice" class="notice" aria-label=${notice.title}>
      ${noticeIcons[notice.about]}
      <h2>${notice.title}</h2>
      <div>
        <p>${notice.why}</p>
        ${
          notice.steps &&
          html`<ol>
            ${notice.steps.map((step) => html`<li><span>${step}</span></li>`)}
          </ol>`
        }
        ${notice.meanwhile && html`<p>${notice.meanwhile}</p>`}
        <div class="actions">
          ${
            notice.retry &&
            html`<button
              part="retry"
              class="control outlined wide"
              type="button"
              @click=${this.#retry}
            >
              ${retryIcon} ${notice.retry}
            </button>`
          }
          <button part="dismiss" class="control words" type="button" @click=${this.#dismiss}>
            ${this.words.term('keepChatting')}
          </button>
        </div>
      </div>
    </section>`;
  }

  readonly #retry = (): void => attempt(this.#call.session?.retry());
  readonly #dismiss = (): void => this.#call.session?.dismissProblem();
}
