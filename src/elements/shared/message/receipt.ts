import { html, nothing, type TemplateResult } from 'lit';
import type { Item } from '../../../session/conversation.js';
import { deliveredIcon, failedIcon, sentIcon, waitIcon } from './icons.js';
import type { Line } from './lines.js';
import type { MessageActs, MessageView } from './message-view.js';
import { timeOfDay } from './times.js';

/** What stands under a message: when it was said, and how far it has come. */
export function receipt({ endsRun, item }: Line, view: MessageView, acts: MessageActs): unknown {
  if (item.state === 'failed') return failed(item, view, acts);
  if (!endsRun) return nothing;
  const { away, locale, words } = view;
  const time = timeOfDay(item.at, locale);
  switch (item.state) {
    case 'sending':
      return meta(html`${waitIcon}${words.term(away ? 'messageWaits' : 'messageSending')}`);
    case 'sent':
      return meta(html`${time} · ${words.term('messageSent')} ${sentIcon}`);
    case 'delivered':
      return meta(html`${time} · ${words.term('messageDelivered')} ${deliveredIcon}`);
    case 'read':
      return meta(html`${time} · ${words.term('messageRead')} ${deliveredIcon}`);
    case 'received':
      return meta(time);
  }
}

const meta = (content: unknown): TemplateResult => html`<p part="meta" class="meta">${content}</p>`;

function failed({ body, id }: Item, { words }: MessageView, acts: MessageActs): TemplateResult {
  const again = (): void => acts.conversation()?.retry(id);
  const discard = (): void => acts.conversation()?.discard(id);
  // A file says by itself that it was not sent, and has its own way to send it again.
  const file = body.type === 'file';
  return html`${
      file
        ? nothing
        : html`<p part="meta" class="meta failed">${failedIcon}${words.term('messageFailed')}</p>`
    }
    <div class="answers">
      ${
        file
          ? nothing
          : html`<button part="again" class="control small outlined" type="button" @click=${again}>
              <span>${words.term('sendAgain')}</span>
            </button>`
      }
      <button part="discard" class="control small" type="button" @click=${discard}>
        <span>${words.term('discard')}</span>
      </button>
    </div>`;
}
