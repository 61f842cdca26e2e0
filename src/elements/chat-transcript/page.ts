import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { linesOf } from '../shared/message/lines.js';
import { message } from '../shared/message/message.js';
import type { MessageActs } from '../shared/message/message-view.js';
import { dayInWords } from '../shared/message/times.js';
import type { DrawnPage } from './slices.js';

/** The rows of one page, with days and the divider between them. */
export function rows({ page, sight }: DrawnPage, acts: MessageActs): unknown {
  const { away, divided, files, news, open } = sight;
  const view = { ...sight.view, away };
  return repeat(
    linesOf(page.items, page.before, page.after, divided),
    ({ item }) => item.id,
    (line) => {
      const { item } = line;
      const { body, id } = item;
      const { locale, today, words } = view;
      return html`${
        line.newDay ? between('day', dayInWords(item.at, today, locale, words)) : nothing
      }${id === divided ? between('divider', words.term('newMessages', news)) : nothing}${message(
        line,
        {
          view,
          acts,
          file: body.type === 'file' ? files.get(body.file) : undefined,
          open: open.has(id),
        },
      )}`;
    },
  );
}

const between = (part: 'day' | 'divider', words: string): TemplateResult =>
  html`<p part=${part} class=${part}><span>${words}</span></p>`;
