import { LocalizeController, registerTranslation } from '@shoelace-style/localize';
import { en } from './en.js';
import type { Terms } from './terms.js';

// The first one registered is what every other language falls back to.
registerTranslation(en);

/** The kit's words in the language of the element: its `lang`, else the page's. */
export class Localize extends LocalizeController<Terms> {
  // A server knows of no page. What it has drawn is first taken over as it is, in the same words.
  #asServed = typeof document === 'undefined' || this.host.shadowRoot !== null;

  override lang(): string {
    return this.#asServed ? (this.host.getAttribute('lang') ?? en.$code) : super.lang();
  }

  hostUpdated(): void {
    if (!this.#asServed) return;
    this.#asServed = false;
    this.host.requestUpdate();
  }
}

export { registerTranslation };
