import '../../i18n/calls.js';
import { type CSSResultGroup, html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { SessionController } from '../../context/session-controller.js';
import { attempt } from '../shared/attempt.js';
import { AcceptRequestEvent, DeclineRequestEvent } from '../shared/events.js';
import { farName, sentence } from '../shared/far-name.js';
import { leaveFocus } from '../shared/focus-relay.js';
import { cameraOffIcon, headsetIcon, microphoneIcon } from '../shared/icons.js';
import { bellOffIcon } from './icons.js';
import { SessionElement } from '../shared/session-element.js';
import { styles } from './call-prompt.styles.js';
import { RingTone } from './ring-tone.js';

/**
 * @summary The far side rings: says who it is and what accepting does, with Accept and Decline. In
 * the panel, never over the page; takes no focus. Nothing is captured before Accept is pressed.
 * @tag call-prompt
 * @slot avatar - A picture of the one who calls.
 * @slot microphone-icon - Replaces the drawing beside what accepting does.
 * @slot camera-icon - Replaces the drawing beside “Your camera stays off”.
 * @slot silence-icon - Replaces the drawing on the button that stops the sound.
 * @slot accept-icon - Replaces the drawing on Accept.
 * @event {AcceptRequestEvent} accept-request - Before the call is accepted; cancelable.
 * @event {DeclineRequestEvent} decline-request - Before the call is declined; cancelable.
 * @csspart prompt - The whole prompt.
 * @csspart accept - The Accept button.
 * @csspart decline - The Decline button.
 * @csspart silence - The button that stops the ringing sound.
 * @cssproperty [--visavis-color-surface-raised] - Background.
 * @cssproperty [--visavis-color-live] - Fill of Accept.
 * @cssState ringing - The far side rings.
 * @cssState asking - Accepted: the browser asks for the microphone.
 */
export class CallPrompt extends SessionElement {
  static override readonly styles: CSSResultGroup = styles;

  /** Rings without a sound. */
  @property({ type: Boolean }) silent = false;

  @state() private silenced = false;

  readonly #tone = new RingTone();
  readonly #call = new SessionController(this, ({ call, far, party }) => ({
    ringing: call.phase === 'incoming',
    asking: call.phase === 'connecting',
    far: far.name,
    party,
  }));
  #shown = false;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#tone.stop();
  }

  protected override willUpdate(): void {
    const { asking, ringing } = this.#call.value;
    this.mark('ringing', ringing);
    this.mark('asking', asking);
    if (!ringing) this.silenced = false;
    this.#tone.ring(ringing && !this.silent && !this.silenced);
    const shown = ringing || asking;
    if (!shown) leaveFocus(this, this.#call.session);
    this.#shown = shown;
  }

  protected override render(): unknown {
    if (!this.#shown) return nothing;
    const title = sentence(
      this.words.term('incoming', farName(this.#call.value, this.words)),
      this.words,
    );
    return html`<section part="prompt" class="prompt" tabindex="-1" aria-label=${title}>
      <div class="who">
        <slot name="avatar"></slot>
        <div>
          <h2>${title}</h2>
          <p class="quiet small">${this.words.term('audioCall')}</p>
        </div>
        ${this.#renderSilence()}
      </div>
      ${this.#renderFacts()} ${this.#renderAnswers()}
    </section>`;
  }

  #renderSilence(): unknown {
    if (!this.#tone.ringing) return nothing;
    return html`<button
      part="silence"
      class="control"
      type="button"
      aria-label=${this.words.term('silence')}
      @click=${this.#silence}
    >
      <slot name="silence-icon">${bellOffIcon}</slot>
    </button>`;
  }

  #renderFacts(): unknown {
    const { asking } = this.#call.value;
    const asked = asking
      ? this.words.term('browserAsksNow', farName(this.#call.value, this.words))
      : this.words.term('ifYouAccept');
    return html`<ul class="facts">
      <li><slot name="microphone-icon">${microphoneIcon}</slot><span>${asked}</span></li>
      <li>
        <slot name="camera-icon">${cameraOffIcon}</slot
        ><span>${this.words.term('cameraStaysOff')}</span>
      </li>
    </ul>`;
  }

  #renderAnswers(): unknown {
    const { asking } = this.#call.value;
    return html`<div class="answers">
      <button part="decline" class="control outlined decline" type="button" @click=${this.#decline}>
        ${this.words.term('decline')}
      </button>
      <button
        part="accept"
        class="control wide go"
        type="button"
        aria-busy=${asking}
        @click=${this.#accept}
      >
        <slot name="accept-icon">${headsetIcon}</slot>
        <span>${this.words.term(asking ? 'waitingForBrowser' : 'accept')}</span>
      </button>
    </div>`;
  }

  readonly #silence = (): void => {
    this.silenced = true;
    // Its button goes away; neither answer may lie under the next press.
    this.renderRoot.querySelector<HTMLElement>('.prompt')?.focus();
  };

  readonly #accept = (): void => {
    if (this.#call.value.asking) return;
    if (this.dispatchEvent(new AcceptRequestEvent())) attempt(this.#call.session?.acceptCall());
  };

  readonly #decline = (): void => {
    if (this.dispatchEvent(new DeclineRequestEvent())) attempt(this.#call.session?.declineCall());
  };
}
