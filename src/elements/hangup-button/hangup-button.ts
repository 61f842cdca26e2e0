import type { CSSResultGroup } from 'lit';
import { SessionController } from '../../context/session-controller.js';
import { attempt } from '../shared/attempt.js';
import { control } from '../shared/control.js';
import { ControlElement } from '../shared/control-element.js';
import { HangupRequestEvent } from '../shared/events.js';
import { FocusHome } from '../shared/focus-relay.js';
import { hangupIcon } from '../shared/icons.js';
import { styles } from './hangup-button.styles.js';

/**
 * @summary The telephone: ends audio and video for both sides, or cancels one's own ring. The chat
 * goes on.
 * @tag hangup-button
 * @slot - The name, "End call" or "Cancel call"; visible with `show-label`.
 * @slot icon - Replaces the drawing.
 * @event {HangupRequestEvent} hangup-request - Before the call ends; cancelable.
 * @csspart button - The native button.
 * @csspart label - The name.
 * @csspart reason - The tooltip that says why it cannot be used now.
 * @cssproperty [--visavis-hangup-bg] - Fill.
 * @cssproperty [--visavis-hangup-bg-hover] - Fill under the pointer; by default a little away from the drawing.
 * @cssproperty [--visavis-hangup-bg-pressed] - Fill while pressed; by default a little further.
 * @cssproperty [--visavis-hangup-fg] - Drawing and name; by default black or white, whichever reads on the fill.
 * @cssState live - There is a call to end.
 */
export class HangupButton extends ControlElement {
  static override readonly styles: CSSResultGroup = styles;

  readonly #call = new SessionController(this, ({ call }) => ({ phase: call.phase }));

  constructor() {
    super();
    new FocusHome(this, 'controls', () => this.#call.session);
  }

  get #live(): boolean {
    return this.#call.value.phase !== 'idle' && this.#call.value.phase !== 'incoming';
  }

  protected override willUpdate(): void {
    this.mark('live', this.#live);
  }

  protected override render(): unknown {
    const { phase } = this.#call.value;
    return control({
      icon: hangupIcon,
      label: this.words.term(phase === 'calling' ? 'cancelCall' : 'endCall'),
      showLabel: this.showLabel,
      look: this.#live ? 'danger' : '',
      reason: this.#reason(),
      press: this.#press,
    });
  }

  #reason(): string | undefined {
    if (this.#call.outside) return this.words.term('noSession');
    return this.#live ? undefined : this.words.term('noCallNow');
  }

  readonly #press = (): void => {
    if (this.dispatchEvent(new HangupRequestEvent())) attempt(this.#call.session?.hangUp());
  };
}
