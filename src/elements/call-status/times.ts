import { html, nothing } from 'lit';
import type { CallState } from '../../call/call-state.js';
import type { Localize } from '../../i18n/localize.js';
import { clockTime } from '../shared/clock-time.js';

/** How long the path is broken, and how long the call goes on; outside of every live region. */
export function renderTimes(
  { brokenAt, startedAt }: CallState,
  now: number,
  words: Localize,
): unknown {
  if (startedAt === undefined) return nothing;
  const since = (moment: number): number => Math.max(0, now - moment);
  const broken = brokenAt !== undefined && inSeconds(since(brokenAt), words);
  return html`${
      broken
        ? html`<span part="broken-for" class="time" role="timer"
            ><span class="sr">${words.term('reconnecting')}</span> ${broken}</span
          >`
        : nothing
    }<span part="time" class="time" role="timer">${clockTime(since(startedAt))}</span>`;
}

const inSeconds = (milliseconds: number, words: Localize): string =>
  new Intl.NumberFormat(words.lang(), {
    style: 'unit',
    unit: 'second',
    unitDisplay: 'short',
  }).format(Math.floor(milliseconds / 1000));
