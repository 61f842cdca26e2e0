import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { textParts } from '../../../chat/links.js';
import type { Localize } from '../../../i18n/localize.js';

// A longer text, or one of more lines, is cut until it is opened: it would push away what is being read.
const mostCharacters = 960;
const mostLines = 12;
// One to three emoji and nothing else are shown larger: flags, keycaps, pictures with their joiners.
const picture = String.raw`\p{Extended_Pictographic}[\p{EMod}\ufe0f]*`;
const emojiAlone = new RegExp(
  String.raw`^(?:\s*(?:\p{RI}{2}|[\d#*]\ufe0f?\u20e3|${picture}(?:\u200d${picture})*)){1,3}\s*$`,
  'u',
);

export const isLong = (text: string): boolean =>
  text.length > mostCharacters || text.split('\n', mostLines + 1).length > mostLines;

export const isEmoji = (text: string): boolean => text.length <= 40 && emojiAlone.test(text);

/** What somebody wrote, as text and safe links, apart from what runs the other way around it. */
export const written = (text: string): TemplateResult =>
  // An inline element, or the template's own white space would show.
  html`<bdi part="text" class="text">${content(text)}</bdi>`;

function content(text: string): unknown {
  const parts = textParts(text);
  if (parts.length === 1 && !parts[0]?.href) return text;
  return parts.map((part) =>
    part.href === undefined
      ? part.text
      : html`<a
          part="link"
          dir="ltr"
          href=${part.href}
          target="_blank"
          rel="noopener noreferrer nofollow"
          title=${ifDefined(part.host)}
          >${part.text}${part.host ? html`<span class="host"> (${part.host})</span>` : nothing}</a
        >`,
  );
}

/** Opens and closes a long text. */
export const showAll = (open: boolean, words: Localize, press: () => void): TemplateResult =>
  html`<button
    part="show-all"
    class="control small"
    type="button"
    aria-expanded=${open}
    @click=${press}
  >
    <span>${words.term(open ? 'showLess' : 'showAll')}</span>
  </button>`;
