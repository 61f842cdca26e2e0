import { SessionController } from '../../context/session-controller.js';
import { inCall } from '../../session/snapshot.js';
import { attempt } from '../shared/attempt.js';
import { control } from '../shared/control.js';
import { ControlElement } from '../shared/control-element.js';
import { MuteRequestEvent } from '../shared/events.js';
import { FocusHome } from '../shared/focus-relay.js';
import { microphoneIcon, microphoneOffIcon } from '../shared/icons.js';

/**
 * @summary Mutes and unmutes one's own microphone in a call. The microphone stays open while muted,
 * it sends silence.
 * @tag mic-toggle
 * @slot - The name, "Microphone" by default; visible with `show-label`.
 * @slot icon - Replaces the drawing.
 * @event {MuteRequestEvent} mute-request - Before the microphone changes; cancelable.
 * @csspart button - The native button.
 * @csspart label - The name.
 * @csspart reason - The tooltip that says why it cannot be used now.
 * @cssproperty [--visavis-toggle-on-bg] - Fill while one is heard.
 * @cssproperty [--visavis-toggle-on-fg] - Drawing while one is heard.
 * @cssproperty [--visavis-toggle-off-border] - Outline while one is not heard.
 * @cssState on - The far side hears this one.
 */
export class MicToggle extends ControlElement {
  readonly #call = new SessionController(this, ({ call, own }) => ({
    inCall: inCall(call),
    on: inCall(call) && !own.muted && !own.microphonePaused,
    muted: own.muted,
    asking: own.askingMicrophone,
  }));

  constructor() {
    super();
    new FocusHome(this, 'controls', () => this.#call.session);
  }

  protected override willUpdate(): void {
    this.mark('on', this.#call.value.on);
  }

  protected override render(): unknown {
    const { asking, on } = this.#call.value;
    return control({
      icon: on ? microphoneIcon : microphoneOffIcon,
      label: this.words.term('microphone'),
      showLabel: this.showLabel,
      look: 'toggle',
      pressed: on,
      busy: asking ? this.words.term('askingMicrophone') : undefined,
      reason: this.#reason(),
      press: this.#press,
    });
  }

  #reason(): string | undefined {
    const { asking, inCall } = this.#call.value;
    if (this.#call.outside) return this.words.term('noSession');
    return inCall || asking ? undefined : this.words.term('callFirst');
  }

  readonly #press = (): void => {
    if (!this.#call.value.inCall) return;
    const request = new MuteRequestEvent(!this.#call.value.muted);
    if (this.dispatchEvent(request)) attempt(this.#call.session?.setMuted(request.muted));
  };
}
