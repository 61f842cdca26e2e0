import { html, type TemplateResult } from 'lit';
import type { Localize } from '../../i18n/localize.js';
import { cameraOffIcon, microphoneOffIcon } from '../shared/icons.js';
import { alertIcon, retryIcon, speakerIcon } from './icons.js';
import { noticeStyles } from './notice.styles.js';
import type { Notice } from './notices.js';

interface Presses {
  readonly retry: () => void;
  readonly dismiss: () => void;
}

const icons = {
  microphone: microphoneOffIcon,
  camera: cameraOffIcon,
  sound: speakerIcon,
  call: alertIcon,
  link: alertIcon,
  setup: alertIcon,
};

/** Brings the styles of a notice to where it is shown. */
export function dressNotice({ adoptedStyleSheets }: ShadowRoot): void {
  const { styleSheet } = noticeStyles;
  if (styleSheet && !adoptedStyleSheets.includes(styleSheet)) adoptedStyleSheets.push(styleSheet);
}

/** A problem on the screen, with the way back. */
export function renderNotice(
  { about, meanwhile, retry, steps, title, why }: Notice,
  words: Localize,
  press: Presses,
): TemplateResult {
  return html`<section part="notice" class="notice" aria-label=${title}>
    <slot name="notice-icon">${icons[about]}</slot>
    <h2>${title}</h2>
    <div>
      <p>${why}</p>
      ${
        steps &&
        html`<ol>
          ${steps.map((step) => html`<li><span>${step}</span></li>`)}
        </ol>`
      }
      ${meanwhile && html`<p>${meanwhile}</p>`}
      <div class="actions">
        ${
          retry &&
          html`<button
            part="retry"
            class="control outlined wide"
            type="button"
            @click=${press.retry}
          >
            <slot name="retry-icon">${retryIcon}</slot> ${retry}
          </button>`
        }
        <button part="dismiss" class="control words" type="button" @click=${press.dismiss}>
          ${words.term('keepChatting')}
        </button>
      </div>
    </div>
  </section>`;
}
