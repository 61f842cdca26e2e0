import { css } from 'lit';
import { messageStyles } from '../shared/message/message.styles.js';
import { typingStyles } from '../shared/typing/typing.styles.js';

export const styles = [
  messageStyles,
  typingStyles,
  css`
    :host {
      position: relative;
      display: grid;
      grid-template: minmax(0, 1fr) / minmax(0, 1fr);
      flex: 1;
      min-block-size: 0;
      overflow: clip;
    }
    .log {
      display: flex;
      /* Runs from its end: see scrolling.ts. */
      flex-direction: column-reverse;
      overflow: hidden auto;
      overscroll-behavior: contain;
      scrollbar-gutter: stable;
    }
    .log:focus-visible {
      outline-offset: calc(var(--visavis-focus-width) * -1);
    }
    .content {
      flex: none;
      min-inline-size: 0;
      padding: var(--visavis-space-2) var(--visavis-space-4) var(--visavis-space-3);
    }
    .page {
      /* What is out of sight costs nothing, and can still be found and read aloud. */
      content-visibility: auto;
      contain-intrinsic-block-size: auto 80rem;
    }
    .newest-page {
      content-visibility: visible;
    }
    .day,
    .divider,
    .notice {
      padding-block-start: var(--visavis-space-3);
      text-align: center;
      overflow-wrap: anywhere;
    }
    .notice {
      padding-block: var(--visavis-space-3);
      font-size: var(--visavis-text-s);
      color: var(--visavis-color-text-quiet);
    }
    .divider {
      display: flex;
      align-items: center;
      gap: var(--visavis-space-2);
      color: var(--visavis-color-brand-text);
      font-weight: var(--visavis-weight-strong);
    }
    .divider::before,
    .divider::after {
      content: '';
      flex: 1;
      border-block-start: 1px solid currentColor;
    }
    .newest {
      position: absolute;
      inset-block-end: var(--visavis-space-3);
      inset-inline: 0;
      inline-size: fit-content;
      max-inline-size: calc(100% - 2 * var(--visavis-space-3));
      margin-inline: auto;
      --_bg: var(--visavis-color-surface-raised);
      --_hover: color-mix(in oklab, var(--_bg), var(--visavis-color-text) 8%);
      --_press: color-mix(in oklab, var(--_bg), var(--visavis-color-text) 15%);
      box-shadow: var(--visavis-shadow-floating);
    }
    .newest[hidden] {
      display: none;
    }
    .newest .icon {
      --visavis-icon-size: 18px;
    }
  `,
];
