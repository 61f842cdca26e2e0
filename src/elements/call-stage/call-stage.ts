import '../../i18n/calls.js';
import { type CSSResultGroup, html, nothing } from 'lit';
import { SessionController } from '../../context/session-controller.js';
import { inCall } from '../../session/snapshot.js';
import { farName, sentence } from '../shared/far-name.js';
import { cameraOffIcon } from '../shared/icons.js';
import { Late } from '../shared/late.js';
import { muteVideo } from '../shared/muted-video.js';
import { SessionElement } from '../shared/session-element.js';
import { styles } from './call-stage.styles.js';
import type { Stillness } from './stillness.js';

// Most pictures never stop.
const stillness = new Late(() => import('./stillness.js'));

/**
 * @summary The video area: the far side's picture, or black when it sends none. There only while a
 * camera is on. The self-view is written as its child.
 * @tag call-stage
 * @slot - What lies on the stage: the `<self-view-pip>`.
 * @slot empty - Replaces the words on the black stage while the far side's camera is off.
 * @slot empty-icon - Replaces the drawing above those words.
 * @csspart stage - The area itself.
 * @csspart video - The far side's picture.
 * @csspart empty - The words on the black stage.
 * @csspart paused - The words over a picture that has stopped.
 * @cssproperty [--visavis-stage-bg=#000] - The stage; stays black in every theme.
 * @cssproperty [--visavis-stage-fg=#fff] - Words on it.
 * @cssproperty [--visavis-stage-fg-quiet] - Quieter words on it.
 * @cssproperty [--visavis-stage-ratio=3 / 2] - Width to height.
 * @cssState open - A camera is on, here or there.
 * @cssState far-picture - The far side's picture is shown.
 * @cssState frozen - Reconnecting: the last picture is dimmed.
 * @cssState still - In the call, and no picture comes: the last one is dimmed.
 */
export class CallStage extends SessionElement {
  static override readonly styles: CSSResultGroup = styles;

  readonly #call = new SessionController(this, ({ call, far, own, party }) => ({
    open: inCall(call) && (far.picture !== undefined || own.picture !== undefined),
    frozen: call.phase === 'reconnecting',
    picture: far.picture,
    own: own.picture !== undefined,
    far: far.name,
    party,
  }));

  #stillness: Stillness | undefined;

  get #still(): boolean {
    return this.#stillness?.still === true && !this.#call.value.frozen;
  }

  protected override willUpdate(): void {
    const { frozen, open, picture } = this.#call.value;
    if (picture) this.#stillness ??= stillness.for(this)?.stillnessOf(this);
    this.mark('still', this.#still);
    this.mark('open', open);
    this.mark('far-picture', open && picture !== undefined);
    this.mark('frozen', open && frozen);
  }

  protected override updated(): void {
    muteVideo(this.renderRoot);
  }

  protected override render(): unknown {
    const { frozen, open, picture } = this.#call.value;
    return html`<div part="stage" class="stage" ?hidden=${!open}>
      ${
        open && picture
          ? html`<video
              part="video"
              class=${frozen || this.#still ? 'frozen' : ''}
              aria-label=${this.words.term('farPicture', this.#far)}
              autoplay
              playsinline
              .srcObject=${picture}
            ></video>`
          : nothing
      }
      <div part="empty" class="empty" ?hidden=${picture !== undefined}>${this.#renderEmpty()}</div>
      ${this.#still ? this.#stillness?.render(this.#far, this.words) : nothing}
      <slot></slot>
    </div>`;
  }

  #renderEmpty(): unknown {
    return html`<slot name="empty">
      <slot name="empty-icon">${cameraOffIcon}</slot>
      <p class="strong">${sentence(this.words.term('farCameraOff', this.#far), this.words)}</p>
      ${this.#call.value.own ? html`<p class="quiet">${this.words.term('ownInCorner')}</p>` : nothing}
    </slot>`;
  }

  get #far(): string {
    return farName(this.#call.value, this.words);
  }
}
