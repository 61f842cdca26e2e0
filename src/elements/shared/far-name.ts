import type { Localize } from '../../i18n/localize.js';
import type { Party } from '../../ports/link.js';

interface Named {
  /** The far side's name; empty when it has none. */
  readonly far: string;
  /** Whose side this is. */
  readonly party: Party;
}

/** What to call the far side in a sentence: its name, or its part when it has none. */
export function farName({ far, party }: Named, words: Localize): string {
  return far || words.term(party === 'agent' ? 'theVisitor' : 'theAgent');
}

/** A sentence may begin with a name that is none, such as "the agent"; "iPhone" stays as it is. */
export const sentence = (text: string): string =>
  text.replace(/^\p{Ll}+(?=\s)/u, (word) => word.charAt(0).toLocaleUpperCase() + word.slice(1));
