import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Localize } from '../../i18n/localize.js';
import { blobUrl } from '../shared/attachment/blob-url.js';
import { fileName, shownName } from '../shared/attachment/file-name.js';
import { crossIcon, fileIcon } from '../shared/attachment/icons.js';
import { sizeInWords } from '../shared/attachment/size.js';
import { hideReason, showReason } from '../shared/reason-tooltip.js';
import type { Chosen } from './tray.js';

interface Tool {
  /** Its part, and the slot of its drawing. */
  readonly name: string;
  readonly label: string;
  readonly icon: TemplateResult;
  readonly look: string;
  readonly reason: string | undefined;
  readonly press: () => void;
}

/** A button of the composer, which says why it cannot be used now. */
export const tool = ({ icon, label, look, name, press, reason }: Tool): TemplateResult =>
  html`<span class="tool">
    <button
      part=${name}
      type="button"
      class="control ${look}"
      aria-label=${label}
      aria-disabled=${ifDefined(reason && 'true')}
      aria-describedby=${ifDefined(reason && `why-not-${name}`)}
      @mousedown=${keepFocus}
      @click=${reason ? showReason : press}
      @pointerenter=${showReason}
      @pointerleave=${hideReason}
      @focus=${showReason}
      @blur=${hideReason}
    >
      <slot name="${name}-icon">${icon}</slot>
    </button>
    ${
      reason
        ? html`<span
            id="why-not-${name}"
            class="tooltip"
            popover="manual"
            @pointerleave=${hideReason}
            >${reason}</span
          >`
        : nothing
    }
  </span>`;

/** A press must not take the focus from the field: on a touch screen its keyboard would go and come. */
function keepFocus(event: Event): void {
  const { activeElement } = (event.currentTarget as Node).getRootNode() as ShadowRoot;
  if (activeElement?.matches('textarea')) event.preventDefault();
}

/** What goes with the next message. */
export const chosenFiles = (
  files: readonly Chosen[],
  words: Localize,
  remove: (file: File) => void,
): unknown =>
  files.length === 0
    ? nothing
    : html`<ul class="chosen">
        ${repeat(
          files,
          ({ file }) => file,
          ({ file, picture }) =>
            html`<li>
              <span class="tile"
                >${picture ? html`<img src=${blobUrl(file)} alt="" />` : fileIcon}</span
              >
              <span class="about">
                ${fileName(file.name)}
                <span class="size">${sizeInWords(file.size, words)}</span>
              </span>
              <button
                class="control"
                type="button"
                aria-label=${words.term('removeFile', shownName(file.name))}
                @click=${() => remove(file)}
              >
                ${crossIcon}
              </button>
            </li>`,
        )}
      </ul>`;
