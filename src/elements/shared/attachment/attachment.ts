import '../../../i18n/calls.js';
import '../../../i18n/conversation.js';
import { html, nothing, type TemplateResult } from 'lit';
import type { Localize } from '../../../i18n/localize.js';
import { blobUrl } from './blob-url.js';
import { fileName, shownName } from './file-name.js';
import { againIcon, crossIcon, fileIcon, pictureIcon, saveIcon } from './icons.js';
import { safeUrl } from './safe-url.js';
import { save } from './save.js';
import { type Attachment, isBad, part, partInWords, stateInWords } from './state-words.js';

export type { Attachment };

/** What a person can do with it. */
export interface AttachmentPresses {
  readonly take: () => void;
  readonly refuse: () => void;
  readonly stop: () => void;
  readonly again: () => void;
  /** The picture was pressed: `showLarge()`. */
  readonly show: () => void;
}

/** Puts a drawing into its place. */
type Place = (name: string, drawing: TemplateResult) => TemplateResult;

/** For an element that shows one attachment: a host may replace each drawing. */
export const slotted: Place = (name, drawing) => html`<slot name="${name}-icon">${drawing}</slot>`;

/** A file or picture, where it is on its way, and what can be done about it. Goes with `attachmentStyles`. */
export function attachment(
  attachment: Attachment,
  words: Localize,
  presses: AttachmentPresses,
  place: Place = (_, drawing) => drawing,
): TemplateResult {
  const name = shownName(attachment.name);
  const drawing = attachment.state.picture
    ? place('picture', pictureIcon)
    : place('file', fileIcon);
  const { is } = attachment.state;
  const asked = is === 'offered' && !attachment.own;
  return html`<div part="attachment" class="attachment">
    ${picture(attachment, name, words, presses)}
    <span class="tile">${drawing}</span>
    <div class="about">
      <p part="name" class="file">${fileName(attachment.name)}</p>
      <p part="info" class="info ${isBad(attachment) ? 'bad' : ''}">
        ${stateInWords(attachment, words)}
      </p>
      ${is === 'moving' ? progress(attachment, name, words) : nothing}
    </div>
    ${asked ? answers(name, words, presses) : action(attachment, name, words, presses, place)}
  </div>`;
}

function picture(
  { state, url }: Attachment,
  name: string,
  words: Localize,
  presses: AttachmentPresses,
): unknown {
  const remote = safeUrl(url);
  if (!state.picture || !(state.blob ?? remote)) return nothing;
  return html`<button
    part="picture"
    class="picture"
    type="button"
    aria-haspopup="dialog"
    aria-label=${words.term('showLarge', name)}
    @click=${presses.show}
  >
    <img
      src=${state.blob ? blobUrl(state.blob) : remote}
      alt=${words.term('pictureCalled', name)}
      loading="lazy"
      decoding="async"
      referrerpolicy="no-referrer"
      @load=${shown}
      @error=${broken}
    />
  </button>`;
}

// A host's address may answer with anything: what is no picture is a file.
const mark =
  (broken: boolean) =>
  ({ currentTarget: img }: Event): void =>
    void (img as HTMLElement).parentElement?.classList.toggle('broken', broken);
const shown = mark(false);
const broken = mark(true);

const progress = (attachment: Attachment, name: string, words: Localize): TemplateResult =>
  html`<progress part="progress" max="1" value=${part(attachment)} aria-label=${name}>
    ${partInWords(attachment, words)}
  </progress>`;

const answers = (name: string, words: Localize, presses: AttachmentPresses): TemplateResult =>
  html`<div class="answers">
    <button
      part="action"
      class="control outlined"
      type="button"
      aria-label=${words.term('refuseFile', name)}
      @click=${presses.refuse}
    >
      <span>${words.term('refuse')}</span>
    </button>
    <button
      part="action"
      class="control brand"
      type="button"
      aria-label=${words.term('takeFile', name)}
      @click=${presses.take}
    >
      <span>${words.term('take')}</span>
    </button>
  </div>`;

/** The one thing to do about it now. */
function action(
  { itemState, own, state, url }: Attachment,
  name: string,
  words: Localize,
  presses: AttachmentPresses,
  place: Place,
): unknown {
  const { blob, is } = state;
  const button = (label: string, icon: TemplateResult, press: () => void): TemplateResult =>
    html`<button part="action" class="control" type="button" aria-label=${label} @click=${press}>
      ${icon}
    </button>`;
  const failed = is === 'failed' || is === 'stopped' || itemState === 'failed';
  if (failed) {
    // Its bytes are what is missing: only the person can bring them again.
    if (!own || state.failure === 'gone') return nothing;
    return button(words.term('sendFileAgain', name), place('again', againIcon), presses.again);
  }
  if (is !== 'done')
    return button(words.term('stopFile', name), place('stop', crossIcon), presses.stop);
  const label = words.term('saveFile', name);
  if (blob) return button(label, place('save', saveIcon), () => void save(blob, name));
  const remote = safeUrl(url);
  if (!remote) return nothing;
  return html`<a
    part="action"
    class="control"
    href=${remote}
    download=${name}
    target="_blank"
    rel="noopener noreferrer nofollow"
    referrerpolicy="no-referrer"
    aria-label=${label}
    >${place('save', saveIcon)}</a
  >`;
}
