import { html, nothing } from 'lit';
import type { Localize } from '../../i18n/localize.js';
import { left, over } from './written.js';

interface About {
  /** As it would be sent. */
  readonly text: string;
  readonly empty: boolean;
  /** Why nothing can be written. */
  readonly closed: string | undefined;
  /** Whoever sees each letter; undefined when nobody does. */
  readonly seenBy: string | undefined;
}

/** What is said under the field: why it is closed, how much fits, who sees it. */
export function notes({ closed, empty, seenBy, text }: About, words: Localize): unknown {
  const tooMany = over(text);
  const rest = left(text);
  return [
    // An empty field says so itself.
    closed && !empty ? html`<p>${closed}</p>` : nothing,
    tooMany > 0 ? html`<p class="bad">${words.term('tooLong', tooMany)}</p>` : nothing,
    rest === undefined ? nothing : html`<p>${words.term('charactersLeft', rest)}</p>`,
    seenBy && !closed ? html`<p>${words.term('farSeesTyping', seenBy)}</p>` : nothing,
  ];
}
