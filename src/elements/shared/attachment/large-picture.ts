import { html, render } from 'lit';
import type { Localize } from '../../../i18n/localize.js';
import type { Attachment } from './attachment.js';
import { blobUrl } from './blob-url.js';
import { fileName, shownName } from './file-name.js';
import { crossIcon, saveIcon } from './icons.js';
import { safeUrl } from './safe-url.js';
import { save } from './save.js';

/**
 * Shows a picture as large as the window allows, over everything; Escape, a press beside it and Close take
 * it away, and the focus goes back. It stands in `root`, whose styles are its own: `largePictureStyles`.
 */
export function showLarge(
  { name, state, url }: Pick<Attachment, 'name' | 'state' | 'url'>,
  words: Localize,
  root: HTMLElement | DocumentFragment,
): void {
  const dialog = document.createElement('dialog');
  const { blob } = state;
  const shown = shownName(name);
  const close = (): void => dialog.close();
  const template = html`
    <header>
      <h2>${fileName(name)}</h2>
      ${
        blob &&
        html`<button
          class="control save"
          type="button"
          aria-label=${words.term('saveFile', shown)}
          @click=${() => void save(blob, name)}
        >
          ${saveIcon}
        </button>`
      }
      <button
        class="control close"
        type="button"
        aria-label=${words.term('closeLarge')}
        @click=${close}
      >
        ${crossIcon}
      </button>
    </header>
    <div class="room">
      <img
        src=${blob ? blobUrl(blob) : safeUrl(url)}
        alt=${words.term('pictureCalled', shown)}
        referrerpolicy="no-referrer"
      />
    </div>
  `;
  dialog.className = 'large';
  dialog.setAttribute('aria-label', words.term('pictureCalled', shown));
  root.append(dialog);
  const part = render(template, dialog);
  dialog.addEventListener('close', () => {
    part.setConnected(false);
    dialog.remove();
  });
  dialog.addEventListener('click', ({ target }) => {
    if (target instanceof Element && target.matches('.large, .room')) close();
  });
  dialog.showModal();
  // Not Save, which comes first.
  dialog.querySelector<HTMLElement>('.close')?.focus();
}
