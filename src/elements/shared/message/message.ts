import '../../../i18n/conversation.js';
import { html, type TemplateResult } from 'lit';
import type { FileBody } from '../../../chat/entry.js';
import type { FileState, Item } from '../../../session/conversation.js';
import { attachment } from '../attachment/attachment.js';
import { showLarge } from '../attachment/large-picture.js';
import type { Line } from './lines.js';
import type { Drawn } from './message-view.js';
import { receipt } from './receipt.js';
import { systemLine } from './system-line.js';
import { isEmoji, isLong, showAll, written } from './text.js';

const unasked: FileState = { is: 'offered', moved: 0, picture: false };

/**
 * One item of a conversation in one row. No element of its own: a transcript has 10,000 of them. Goes with
 * `messageStyles`.
 */
export function message(line: Line, drawn: Drawn): TemplateResult {
  const { item } = line;
  const { body, from, id, state } = item;
  const { acts, view } = drawn;
  if (body.type === 'call' || body.type === 'ended')
    return html`<div class="row between" data-id=${id}>${systemLine(item, view)}</div>`;
  const own = from === view.party;
  const place = `${line.startsRun ? 'starts' : ''} ${line.endsRun ? 'ends' : ''}`;
  return html`<div class="row ${own ? 'own' : 'far'} ${place} ${state}" data-id=${id}>
    ${
      body.type === 'file'
        ? file(item, body, own, drawn)
        : html`<div
            part="message ${own ? 'own' : 'far'}"
            class="bubble ${body.type === 'text' && isEmoji(body.text) ? 'emoji' : ''}"
          >
            ${said(own, drawn)}${body.type === 'text' ? text(id, body.text, drawn) : unreadable(drawn)}
          </div>`
    }${receipt(line, view, acts)}
  </div>`;
}

const said = (own: boolean, { view }: Drawn): TemplateResult =>
  html`<span class="sr">${own ? view.saidByOwn : view.saidByFar} </span>`;

const unreadable = ({ view }: Drawn): TemplateResult =>
  html`<em class="quiet">${view.words.term('messageUnknown')}</em>`;

function text(id: string, its: string, { acts, open, view }: Drawn): unknown {
  if (!isLong(its)) return written(its);
  return html`<div class=${open ? 'whole' : 'cut-short'}>${written(its)}</div>
    ${showAll(open, view.words, () => acts.toggle(id))}`;
}

function file({ id, state }: Item, body: FileBody, own: boolean, drawn: Drawn): TemplateResult {
  const { acts, view } = drawn;
  const its = {
    name: body.name,
    size: body.size,
    own,
    far: view.far,
    state: drawn.file ?? unasked,
    url: body.url,
    itemState: state,
  };
  const stop = (): void => acts.conversation()?.stopFile(body.file);
  return html`${said(own, drawn)}${attachment(its, view.words, {
    take: () => acts.conversation()?.getFile(body.file),
    refuse: stop,
    stop,
    again: () => acts.conversation()?.retry(id),
    show: () => showLarge(its, view.words, acts.root()),
  })}`;
}
