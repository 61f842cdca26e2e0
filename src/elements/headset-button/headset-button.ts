import { type CSSResultGroup, html } from 'lit';
import type { CallPhase } from '../../call/call-state.js';
import { SessionController } from '../../context/session-controller.js';
import { attempt } from '../shared/attempt.js';
import { control } from '../shared/control.js';
import { ControlElement } from '../shared/control-element.js';
import { AcceptRequestEvent, CallRequestEvent, HangupRequestEvent } from '../shared/events.js';
import { farName, sentence } from '../shared/far-name.js';
import { FocusHome, handFocus } from '../shared/focus-relay.js';
import { headsetIcon } from '../shared/icons.js';
import { styles } from './headset-button.styles.js';

type Face = 'start' | 'calling' | 'accept' | 'in-call';

const faceOf: Record<CallPhase, Face> = {
  idle: 'start',
  calling: 'calling',
  incoming: 'accept',
  connecting: 'in-call',
  active: 'in-call',
  reconnecting: 'in-call',
};

/**
 * @summary The headset: starts an audio call, accepts one that rings, cancels one's own ring, and
 * leads to the call controls while a call is on.
 * @tag headset-button
 * @slot - The name of what it does now; visible with `show-label`.
 * @slot icon - Replaces the drawing.
 * @event {CallRequestEvent} call-request - Before a call starts; cancelable.
 * @event {AcceptRequestEvent} accept-request - Before an incoming call is accepted; cancelable.
 * @event {HangupRequestEvent} hangup-request - Before one's own ring is cancelled; cancelable.
 * @csspart button - The native button.
 * @csspart label - The name.
 * @csspart reason - The tooltip that says why it cannot be used now.
 * @cssproperty [--visavis-button-bg] - Fill, while it starts a call.
 * @cssproperty [--visavis-button-bg-hover] - Fill under the pointer; by default a little away from the drawing.
 * @cssproperty [--visavis-button-bg-pressed] - Fill while pressed; by default a little further.
 * @cssproperty [--visavis-button-fg] - Drawing and name; by default black or white, whichever reads on the fill.
 * @cssState calling - One's own ring is on its way.
 * @cssState incoming - The far side rings: a press accepts.
 * @cssState in-call - A call is on.
 */
export class HeadsetButton extends ControlElement {
  static override readonly styles: CSSResultGroup = styles;

  readonly #call = new SessionController(this, ({ call, chat, far, own, party, policy }) => ({
    phase: call.phase,
    chat,
    far: far.name,
    party,
    voip: policy.voip,
    asking: own.askingMicrophone && call.phase === 'connecting',
  }));

  constructor() {
    super();
    new FocusHome(this, 'start', () => this.#call.session);
  }

  protected override willUpdate(): void {
    const face = faceOf[this.#call.value.phase];
    this.mark('calling', face === 'calling');
    this.mark('incoming', face === 'accept');
    this.mark('in-call', face === 'in-call');
  }

  protected override render(): unknown {
    const { asking, phase } = this.#call.value;
    const face = faceOf[phase];
    return control({
      icon: headsetIcon,
      label: this.#label(face),
      showLabel: this.showLabel,
      look: `${face} ${face === 'start' ? 'brand' : face === 'accept' ? 'go' : ''}`,
      reason: face === 'start' ? this.#reason() : undefined,
      busy: asking ? this.words.term('askingMicrophone') : undefined,
      press: this.#press,
      mark: face === 'in-call' ? html`<span class="dot"></span>` : undefined,
    });
  }

  #label(face: Face): string {
    switch (face) {
      case 'start':
        return this.words.term('startCall');
      case 'calling':
        return this.words.term('callingCancel', this.#far);
      case 'accept':
        return this.words.term('acceptCall');
      case 'in-call':
        return this.words.term('showControls');
    }
  }

  #reason(): string | undefined {
    const { chat, voip } = this.#call.value;
    if (this.#call.outside) return this.words.term('noSession');
    if (!voip) return this.words.term('voipOff');
    switch (chat) {
      case 'none':
        return this.words.term('noChat');
      case 'connecting':
        return this.words.term('chatConnecting');
      case 'waiting':
        return sentence(this.words.term('notHere', this.#far), this.words);
      case 'lost':
        return sentence(this.words.term('chatLost', this.#far), this.words);
      case 'open':
        return undefined;
    }
  }

  get #far(): string {
    return farName(this.#call.value, this.words);
  }

  readonly #press = (): void => {
    const { session, value } = this.#call;
    switch (faceOf[value.phase]) {
      case 'start':
        if (this.dispatchEvent(new CallRequestEvent())) attempt(session?.startCall());
        return;
      case 'calling':
        if (this.dispatchEvent(new HangupRequestEvent())) attempt(session?.hangUp());
        return;
      case 'accept':
        if (this.dispatchEvent(new AcceptRequestEvent())) attempt(session?.acceptCall());
        return;
      case 'in-call':
        if (session) handFocus(session, 'controls');
    }
  };
}
