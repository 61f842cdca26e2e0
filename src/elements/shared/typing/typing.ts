import '../../../i18n/conversation.js';
import { html, nothing, type TemplateResult } from 'lit';
import type { Localize } from '../../../i18n/localize.js';
import type { ConversationSnapshot, LiveText } from '../../../session/conversation.js';

export type Typing = Pick<ConversationSnapshot, 'ended' | 'farLive' | 'farTyping'>;

export const typingOf = ({ ended, farLive, farTyping }: ConversationSnapshot): Typing => ({
  ended,
  farLive,
  farTyping,
});

export const somebodyTypes = ({ ended, farLive, farTyping }: Typing): boolean =>
  !ended && (farTyping || Boolean(farLive?.text));

/** That the far side types: three dots, or what it types, letter by letter. Goes with `typingStyles`. */
export function typing(value: Typing, far: string, words: Localize): unknown {
  if (!somebodyTypes(value)) return nothing;
  return value.farLive?.text ? live(value.farLive, far, words) : dots(far, words);
}

const dots = (far: string, words: Localize): TemplateResult =>
  html`<div class="row far starts ends">
    <div part="typing" class="bubble">
      <span class="dots" aria-hidden="true"><i></i><i></i><i></i></span
      ><span class="sr">${words.term('typing', far)}</span>
    </div>
  </div>`;

const live = ({ lossy, text }: LiveText, far: string, words: Localize): TemplateResult =>
  html`<div class="row far starts ends">
    <div part="typing" class="bubble live">
      <bdi part="text" class="text">${marked(text)}<i class="caret" aria-hidden="true"></i></bdi>
    </div>
    <p part="meta" class="meta">${words.term('typingLive', far)}</p>
    ${
      lossy
        ? html`<p part="meta" class="meta lossy">
            <span part="lost" class="lost" aria-hidden="true">�</span> ${words.term('lettersLost')}
          </p>`
        : nothing
    }
  </div>`;

/** The places where letters are missing are marked. */
const marked = (text: string): unknown =>
  text
    .split('\ufffd')
    .map((piece, index) =>
      index === 0 ? piece : html`<span part="lost" class="lost">�</span>${piece}`,
    );
