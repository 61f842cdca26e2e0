import { type CSSResultGroup, nothing } from 'lit';
import { SessionController } from '../../context/session-controller.js';
import { inCall } from '../../session/snapshot.js';
import { attempt } from '../shared/attempt.js';
import { control } from '../shared/control.js';
import { ControlElement } from '../shared/control-element.js';
import { CameraRequestEvent } from '../shared/events.js';
import { FocusHome, leaveFocus } from '../shared/focus-relay.js';
import { cameraIcon, cameraOffIcon } from '../shared/icons.js';
import { styles } from './video-toggle.styles.js';

/**
 * @summary Turns one's own camera on and off in a call. Not there at all when the administrator's
 * `video` switch is off.
 * @tag video-toggle
 * @slot - The name, "Camera" by default; visible with `show-label`.
 * @slot icon - Replaces the drawing.
 * @event {CameraRequestEvent} camera-request - Before the camera changes; cancelable.
 * @csspart button - The native button.
 * @csspart label - The name.
 * @csspart reason - The tooltip that says why it cannot be used now.
 * @cssproperty [--visavis-toggle-on-bg] - Fill while the picture is sent.
 * @cssproperty [--visavis-toggle-on-fg] - Drawing while the picture is sent.
 * @cssproperty [--visavis-toggle-off-border] - Outline while nothing is sent.
 * @cssState on - The camera is on and its picture is sent.
 * @cssState blocked - The browser, the person or the page refused the camera.
 * @cssState absent - Not shown: video is switched off.
 */
export class VideoToggle extends ControlElement {
  static override readonly styles: CSSResultGroup = styles;

  readonly #call = new SessionController(this, ({ call, own, policy }) => ({
    inCall: inCall(call),
    allowed: policy.video,
    on: own.picture !== undefined,
    held: own.held || own.cameraPaused,
    asking: own.askingCamera,
    camera: own.camera,
  }));

  constructor() {
    super();
    new FocusHome(this, 'controls', () => this.#call.session);
  }

  protected override willUpdate(): void {
    const { allowed, camera, held, on } = this.#call.value;
    this.mark('on', on && !held);
    this.mark('blocked', camera === 'denied' || camera === 'blocked-by-page');
    const absent = !this.#call.outside && !allowed;
    this.mark('absent', absent);
    if (absent) leaveFocus(this, this.#call.session);
  }

  protected override render(): unknown {
    const { allowed, asking, held, on } = this.#call.value;
    if (!this.#call.outside && !allowed) return nothing;
    return control({
      icon: on ? cameraIcon : cameraOffIcon,
      label: this.words.term('camera'),
      showLabel: this.showLabel,
      look: held ? 'outlined' : 'toggle',
      pressed: on,
      busy: asking ? this.words.term('startingCamera') : undefined,
      reason: this.#reason(),
      press: this.#press,
    });
  }

  #reason(): string | undefined {
    const { camera, inCall } = this.#call.value;
    if (this.#call.outside) return this.words.term('noSession');
    if (!inCall) return this.words.term('callFirst');
    return camera === 'missing' ? this.words.term('cameraMissing') : undefined;
  }

  readonly #press = (): void => {
    const { asking, on } = this.#call.value;
    // Pressed again while the camera starts, it is not wanted any more.
    const request = new CameraRequestEvent(!on && !asking);
    if (this.dispatchEvent(request)) attempt(this.#call.session?.setCamera(request.on));
  };
}
