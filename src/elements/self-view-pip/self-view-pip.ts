import '../../i18n/calls.js';
import { type CSSResultGroup, html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { SessionController } from '../../context/session-controller.js';
import { inCall } from '../../session/snapshot.js';
import { leaveFocus } from '../shared/focus-relay.js';
import { moveIcon } from './icons.js';
import { muteVideo } from '../shared/muted-video.js';
import { SessionElement } from '../shared/session-element.js';
import { type Corner, cornerByKey, corners } from './corners.js';
import { CornerDrag } from './corner-drag.js';
import { styles } from './self-view-pip.styles.js';
import { StepAside } from './step-aside.js';

/**
 * @summary One's own picture, small, mirrored, at the bottom right of the stage; movable to each
 * corner by drag, by its menu and by the arrow keys. There only while one's own camera is on.
 * @tag self-view-pip
 * @slot move-icon - Replaces the drawing on the button that moves it.
 * @slot top-left-icon - Replaces a drawing in the menu of corners.
 * @slot top-right-icon - Another.
 * @slot bottom-left-icon - Another.
 * @slot bottom-right-icon - Another.
 * @csspart video - The picture.
 * @csspart label - The word "You", or that the picture is paused.
 * @csspart move - The button that opens the menu of corners.
 * @csspart menu - The menu of corners.
 * @cssproperty [--visavis-self-view-inline-size=108px] - Width.
 * @cssproperty [--visavis-self-view-inset] - Distance from the stage's edges.
 * @cssState shown - The own camera is on.
 * @cssState paused - The system has paused the own camera: dimmed, the far side does not see it.
 */
export class SelfViewPip extends SessionElement {
  static override readonly styles: CSSResultGroup = styles;

  /** The physical corner of the stage where it lies, in every reading direction. */
  @property({ reflect: true }) corner: Corner = 'bottom-right';

  @state() private menuOpen = false;

  readonly #call = new SessionController(this, ({ call, own }) => ({
    picture: inCall(call) ? own.picture : undefined,
    paused: own.cameraPaused,
    held: own.held || own.cameraPaused,
  }));
  readonly #drag = new CornerDrag(this, (corner) => (this.corner = corner));

  constructor() {
    super();
    new StepAside(this);
  }

  protected override willUpdate(): void {
    this.mark('shown', this.#call.value.picture !== undefined);
    this.mark('paused', this.#call.value.paused);
    if (this.#call.value.picture) return;
    this.menuOpen = false;
    this.#drag.stop();
    leaveFocus(this, this.#call.session);
  }

  protected override updated(): void {
    muteVideo(this.renderRoot);
  }

  protected override render(): unknown {
    const { held, picture } = this.#call.value;
    if (!picture) return nothing;
    return html`<video
        part="video"
        class=${held ? 'held' : ''}
        aria-label=${this.words.term('ownPicture')}
        autoplay
        playsinline
        .srcObject=${picture}
        @pointerdown=${this.#drag.start}
      ></video>
      <span part="label" class="you" aria-hidden="true"
        >${this.words.term(held ? 'paused' : 'you')}</span
      >
      <button
        part="move"
        class="move"
        type="button"
        aria-label=${this.words.term('movePicture')}
        aria-expanded=${this.menuOpen}
        @click=${this.#toggleMenu}
        @keydown=${this.#byKey}
      >
        <slot name="move-icon">${moveIcon}</slot>
      </button>
      ${this.menuOpen ? this.#renderMenu() : nothing}`;
  }

  #renderMenu(): unknown {
    const items = Object.entries(corners) as [Corner, (typeof corners)[Corner]][];
    return html`<div
      part="menu"
      class="menu"
      role="group"
      aria-label=${this.words.term('movePicture')}
      @keydown=${this.#byKey}
    >
      ${items.map(
        ([corner, icon]) =>
          html`<button
            type="button"
            aria-label=${this.words.term('corner', corner)}
            aria-pressed=${corner === this.corner}
            @click=${() => this.#choose(corner)}
          >
            <slot name="${corner}-icon">${icon}</slot>
          </button>`,
      )}
    </div>`;
  }

  readonly #toggleMenu = (): void => {
    this.menuOpen = !this.menuOpen;
  };

  #choose(corner: Corner): void {
    this.corner = corner;
    this.#closeMenu();
  }

  #closeMenu(): void {
    this.menuOpen = false;
    this.renderRoot.querySelector<HTMLElement>('.move')?.focus();
  }

  readonly #byKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') this.#closeMenu();
    const corner = cornerByKey(this.corner, event.key);
    if (!corner) return;
    event.preventDefault();
    this.corner = corner;
  };
}
