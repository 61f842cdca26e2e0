import { html, nothing, type TemplateResult } from 'lit';
import type { Localize } from '../../i18n/localize.js';
import type { ChatState } from '../../session/snapshot.js';
import { sentence } from '../shared/far-name.js';
import { downIcon } from './icons.js';

const notice = (words: string): TemplateResult =>
  html`<p part="notice" class="notice">${words}</p>`;

/** What has to be known of the conversation as a whole. */
export function notices(
  { coming, kept }: { readonly coming: boolean; readonly kept: boolean },
  words: Localize,
): unknown {
  if (coming) return notice(words.term('restoring'));
  return kept ? nothing : notice(words.term('notKept'));
}

/** Nothing was said yet: how the chat stands, or what the host says. */
export function nothingSaid(
  { chat, queued }: { readonly chat: ChatState; readonly queued: boolean },
  far: string,
  words: Localize,
): TemplateResult {
  const said = {
    none: () => words.term('noChat'),
    connecting: () => words.term(queued ? 'chatQueued' : 'chatConnecting'),
    waiting: () => words.term('notHere', far),
    open: () => words.term('chatOpen', far),
    lost: () => words.term('chatLost', far),
  }[chat]();
  return html`<slot name="empty"
    ><p part="empty" class="notice">${sentence(said, words)}</p></slot
  >`;
}

/** The way back to the newest message, with the number of those that came meanwhile. */
export const newest = (
  { hidden, missed }: { readonly hidden: boolean; readonly missed: number },
  words: Localize,
  press: () => void,
): TemplateResult =>
  html`<button
    part="newest"
    class="control outlined newest ${missed > 0 ? 'wide' : ''}"
    type="button"
    ?hidden=${hidden}
    @click=${press}
  >
    <slot name="newest-icon">${downIcon}</slot>
    <span class=${missed > 0 ? '' : 'sr'}
      >${missed > 0 ? words.term('newMessages', missed) : words.term('toNewest')}</span
    >
  </button>`;
