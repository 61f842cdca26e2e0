import { LocalizeController, registerTranslation } from '@shoelace-style/localize';
import { enControls } from './en-controls.js';
import type { Terms } from './terms.js';

// The first one registered is what every other language falls back to.
registerTranslation(enControls);

/** The kit's words in the language of the element: its `lang`, else the page's. */
export class Localize extends LocalizeController<Terms> {
  // A server knows of no page. What it has drawn is first taken over as it is, in the same words.
  #asServed = typeof document === 'undefined' || this.host.shadowRoot !== null;

  override lang(): string {
    return this.#asServed ? (this.host.getAttribute('lang') ?? enControls.$code) : super.lang();
  }

  hostUpdated(): void {
    if (!this.#asServed) return;
    this.#asServed = false;
    this.host.requestUpdate();
  }
}

/** More of English, into the very object that was registered first: what all languages fall back to. */
export function addEnglish(terms: Partial<Terms>): void {
  registerTranslation(Object.assign(enControls, terms));
}

export { registerTranslation };
