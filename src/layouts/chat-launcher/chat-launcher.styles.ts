import { css } from 'lit';
import { baseStyles, controlStyles } from '../../elements/shared/control.styles.js';

export const styles = [
  baseStyles,
  controlStyles,
  css`
    :host {
      display: block;
    }
    .launcher {
      display: flex;
      flex-direction: column;
      gap: var(--visavis-space-3);
      align-items: start;
      max-inline-size: 100%;
    }
    .panel[hidden] {
      display: none;
    }
    .panel {
      max-inline-size: 100%;
    }
    .control {
      max-inline-size: 100%;
      text-align: start;
    }
    .badge {
      position: absolute;
      inset-block-start: -0.375rem;
      inset-inline-end: -0.375rem;
      min-inline-size: 1.375rem;
      padding-inline: 0.3125rem;
      border: 1px solid transparent;
      border-radius: 1rem;
      background: var(--visavis-color-danger);
      color: var(--visavis-color-on-danger);
      font-size: var(--visavis-text-xs);
      line-height: 1.25rem;
      text-align: center;
    }
    @media (forced-colors: active) {
      .badge {
        border-color: CanvasText;
      }
    }

    :host([floating]) {
      display: contents;
    }
    :host([floating]) .launcher {
      position: fixed;
      inset: auto;
      inset-block-end: var(--visavis-launcher-offset);
      inset-inline-end: var(--visavis-launcher-offset);
      flex-direction: column-reverse;
      align-items: end;
      max-inline-size: calc(100vw - 2 * var(--visavis-launcher-offset));
      margin: 0;
      padding: 0;
      overflow: visible;
      border: 0;
      background: none;
      color: inherit;
    }
    :host([floating]) .control {
      min-inline-size: 56px;
      min-block-size: 56px;
      border-radius: 28px;
      box-shadow: var(--visavis-shadow-floating);
    }
    :host([floating]) ::slotted(*) {
      max-block-size: calc(100dvh - 56px - 3 * var(--visavis-space-5));
    }

    /* A phone: the chat is the page, and the button that closes it stays. */
    @media (max-width: 26rem) {
      :host([floating][open]) .launcher {
        inset: 0;
        max-inline-size: none;
        inline-size: 100%;
        block-size: 100%;
        max-block-size: none;
        gap: 0;
        background: var(--visavis-color-surface);
      }
      :host([floating][open]) .panel {
        flex: 1;
        min-block-size: 0;
        inline-size: 100%;
      }
      :host([floating][open]) .control {
        margin: var(--visavis-space-2) var(--visavis-space-4);
      }
      :host([floating][open]) ::slotted(*) {
        inline-size: 100%;
        block-size: 100%;
        max-block-size: none;
      }
    }
  `,
];
