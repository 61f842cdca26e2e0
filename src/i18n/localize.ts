import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { enControls } from './en-controls.js';
import type { Language, Terms } from './terms.js';

type Words = Language & Partial<Terms>;
type Given<Term> = Term extends (...args: infer Args) => string ? Args : [];

// By tag, in small letters.
const languages = new Map<string, Words>();
const hostsOwn = new Map<string, Partial<Terms>>();
const speakers = new Set<Localize>();
const watched = new WeakSet<Node>();
let load: ((lang: string) => void) | undefined;
let observer: MutationObserver | undefined;

// What every other language falls back to. A copy: a host may have English otherwise too.
const english: Words = { ...enControls };

/** Everything on the page is said anew. */
function sayAnew(): void {
  for (const speaker of speakers) speaker.sayAnew();
}

function register(terms: Words): void {
  const code = terms.$code.toLowerCase();
  languages.set(code, { ...languages.get(code), ...terms });
  sayAnew();
}

/** More of English, for those who need it. What a host says in its own way stays so. */
export function addEnglish(terms: Partial<Terms>): void {
  Object.assign(english, terms, hostsOwn.get('en'));
  sayAnew();
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
  sayAnew();
}

/** The kit's words in the language of an element: that of the nearest `lang` around it. */
export class Localize implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  // A server knows of no page. What it has drawn is first taken over as it is, in the same words.
  #asServed: boolean;
  #asked = '';
  // Looked up once for all that one rendering says: the way up the page is long.
  #lang = '';
  #spoken: readonly (Partial<Terms> | undefined)[] = [];

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    this.#asServed = typeof document === 'undefined' || host.shadowRoot !== null;
    host.addController(this);
  }

  hostConnected(): void {
    speakers.add(this);
    for (const node of upwards(this.#host)) {
      // Documents and shadow roots; a server has neither.
      if (node.nodeType > 8 && !watched.has(node)) {
        watched.add(node);
        observer ??= new MutationObserver(sayAnew);
        observer.observe(node, { attributeFilter: ['lang'], subtree: true });
      }
    }
    this.#asked = '';
    this.sayAnew(); // it may have been moved into another language
  }

  hostDisconnected(): void {
    speakers.delete(this);
  }

  hostUpdate(): void {
    this.#lang = '';
    const lang = this.lang();
    if (!load || lang === this.#asked) return;
    this.#asked = lang;
    load(lang);
  }

  hostUpdated(): void {
    if (!this.#asServed) return;
    this.#asServed = false;
    this.sayAnew();
  }

  /** Its language may be another, or have other words. */
  sayAnew(): void {
    this.#lang = '';
    this.#host.requestUpdate();
  }

  /** A tag that `Intl` understands. */
  lang(): string {
    if (!this.#lang) this.#listen();
    return this.#lang;
  }

  term<Key extends keyof Terms>(key: Key, ...args: Given<Terms[Key]>): string {
    if (!this.#lang) this.#listen();
    const term = this.#spoken.find((terms) => terms?.[key])?.[key];
    if (term === undefined) {
      console.error(`visavis: no language has the term “${key}”.`);
      return key;
    }
    return typeof term === 'function' ? (term as (...given: unknown[]) => string)(...args) : term;
  }

  #listen(): void {
    const locale = localeOf(this.#nearest());
    const { language, region } = locale;
    this.#lang = String(locale);
    const regions = languages.get(`${language}-${region}`.toLowerCase());
    this.#spoken = [regions, languages.get(language), english];
  }

  #nearest(): string {
    if (this.#asServed) return this.#host.getAttribute('lang') ?? english.$code;
    for (const { lang } of upwards(this.#host) as Iterable<HTMLElement>) if (lang) return lang;
    return navigator.language;
  }
}

/** A page's `lang` may be anything, such as `pt_BR`; what is no language is English. */
function localeOf(lang: string): Intl.Locale {
  try {
    return new Intl.Locale(lang.replaceAll('_', '-'));
  } catch {
    return new Intl.Locale(english.$code);
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
