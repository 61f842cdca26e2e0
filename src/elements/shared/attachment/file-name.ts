import { html, type TemplateResult } from 'lit';
import { cleanName } from '../../../chat/file-kind.js';

// The longest ending that counts as one, with its dot.
const longest = 8;

/** A name without what would turn or hide its ending. */
export const shownName = (name: string): string => cleanName(name);

/** A name that is cut in the middle: its ending says what it is. Always from left to right, as names of files are. */
export function fileName(name: string): TemplateResult {
  const shown = shownName(name);
  const dot = shown.lastIndexOf('.');
  const at = dot > 0 && shown.length - dot <= longest ? dot : shown.length;
  return html`<bdi dir="ltr" class="name"
    ><span class="cut">${shown.slice(0, at)}</span><span>${shown.slice(at)}</span></bdi
  >`;
}
