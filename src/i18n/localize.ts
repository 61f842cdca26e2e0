import {
  LocalizeController,
  registerTranslation as register,
  type Translation,
  update,
} from '@shoelace-style/localize';
import { enControls } from './en-controls.js';
import type { Terms } from './terms.js';

const hostsOwn = new Map<string, Partial<Terms>>();
let load: ((lang: string) => void) | undefined;
let observer: MutationObserver | undefined;

// The first one registered is what every other language falls back to. A copy: a host may have
// English otherwise too.
const fallback: Translation & Partial<Terms> = { ...enControls };
register(fallback);

/** More of English, for those who need it. What a host says in its own way stays so. */
export function addEnglish(terms: Partial<Terms>): void {
  register(Object.assign(fallback, terms, hostsOwn.get('en')));
}

/** Adds one of the kit's languages. What a host says in its own way stays so. */
export function addLanguage(terms: Terms): void {
  register({ ...terms, ...hostsOwn.get(terms.$code) });
}

/**
 * Adds a language that the kit has not, or one region's own, such as `de-AT`. Elements that are on
 * the page render anew.
 */
export function registerTranslation(translation: Terms): void {
  overrideTerms(translation.$code, translation);
}

/**
 * Replaces some terms of one language, before or after it is loaded; elements that are on the page
 * render anew. For instance `overrideTerms('de', { endCall: 'Beenden' })`.
 */
export function overrideTerms(code: string, terms: Partial<Omit<Terms, '$code'>>): void {
  const $code = code.toLowerCase();
  const own = { ...hostsOwn.get($code), ...terms, $code } as Terms;
  hostsOwn.set($code, own);
  if ($code === 'en') addEnglish(own);
  else register(own);
}

/** Says how a language is fetched once an element needs it. Its tag may be any, such as `pt-BR`. */
export function loadLanguagesBy(fetch: (lang: string) => void): void {
  load = fetch;
  update();
}

/** The kit's words in the language of an element: that of the nearest `lang` around it. */
export class Localize extends LocalizeController<Terms> {
  // A server knows of no page. What it has drawn is first taken over as it is, in the same words.
  #asServed = typeof document === 'undefined' || this.host.shadowRoot !== null;
  #asked = '';

  override hostConnected(): void {
    super.hostConnected();
    for (const node of upwards(this.host)) {
      // Documents and shadow roots; a server has neither.
      if (node.nodeType > 8) {
        observer ??= new MutationObserver(update);
        observer.observe(node, { attributeFilter: ['lang'], subtree: true });
      }
    }
    this.#asked = '';
    this.host.requestUpdate(); // it may have been moved into another language
  }

  hostUpdate(): void {
    const lang = this.lang();
    if (!load || lang === this.#asked) return;
    this.#asked = lang;
    load(lang);
  }

  hostUpdated(): void {
    if (!this.#asServed) return;
    this.#asServed = false;
    this.host.requestUpdate();
  }

  override lang(): string {
    if (this.#asServed) return this.host.getAttribute('lang') ?? enControls.$code;
    for (const { lang } of upwards(this.host) as Iterable<HTMLElement>) if (lang) return lang;
    return super.lang();
  }
}

/** A node and all around it as it is shown: through slots and out of shadow roots. */
function* upwards(from: Node): Iterable<Node> {
  let node: Node | null | undefined = from;
  while (node) {
    yield node;
    node = (node as Element).assignedSlot ?? node.parentNode ?? (node as Partial<ShadowRoot>).host;
  }
}
