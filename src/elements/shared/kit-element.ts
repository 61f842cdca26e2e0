import { LitElement } from 'lit';
import { isServer } from '../../context/served.js';
import { version } from './version.js';

/** What every element of the kit is: of one version, with states for CSS, in a page that a server may have drawn. */
export abstract class KitElement extends LitElement {
  static readonly version: string = version;

  readonly #internals = this.attachInternals();

  constructor() {
    super();
    // Lit makes none there; without it, what is inside asks for its session in vain.
    if (isServer) this.attachShadow((this.constructor as typeof LitElement).shadowRootOptions);
  }

  /** Shows or hides a custom state, for `:state(name)` in CSS. */
  protected mark(state: string, active: boolean): void {
    const { states } = this.#internals;
    if (active) states.add(state);
    else states.delete(state);
  }

  /** Lit without its hydration support draws beside what a server has drawn: so that has to go. */
  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const { observedAttributes } = this.constructor as typeof LitElement;
    if (!isServer && !observedAttributes.includes('defer-hydration'))
      this.shadowRoot?.replaceChildren();
    return super.createRenderRoot();
  }
}
