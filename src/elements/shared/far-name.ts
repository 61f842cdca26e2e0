import type { Localize } from '../../i18n/localize.js';
import type { Party } from '../../ports/link.js';

export interface Named {
  /** The far side's name; empty when it has none. */
  readonly far: string;
  /** Whose side this is. */
  readonly party: Party;
}

// Letters that run from right to left, Hebrew to Arabic.
const rightToLeft = /[\u0590-\u08ff]/;

/**
 * What to call the far side in a sentence: its name, or its part when it has none. A name that may
 * run the other way than the sentence is kept apart from it (FSI, PDI), or it would garble the rest.
 */
export function farName({ far, party }: Named, words: Localize): string {
  if (!far) return words.term(party === 'agent' ? 'theVisitor' : 'theAgent');
  return words.term('$dir') === 'rtl' || rightToLeft.test(far) ? `\u2068${far}\u2069` : far;
}

/** A sentence may begin with a name that is none, such as "the agent"; "iPhone" stays as it is. */
export const sentence = (text: string, words: Localize): string =>
  text.replace(
    /^\p{Ll}[\p{Ll}’]*(?=\s|$)/u,
    // In its own language: a Turkish i keeps its dot.
    (word) => word.charAt(0).toLocaleUpperCase(words.term('$code')) + word.slice(1),
  );
