import { css } from 'lit';
import { controlHostStyles } from '../shared/control.styles.js';

export const styles = [
  controlHostStyles,
  css`
    /* In the top layer, so that no scrolling panel cuts it off. */
    .question {
      position: fixed;
      inset: auto;
      inline-size: min(20rem, calc(100vw - 0.75rem));
      max-block-size: calc(100dvh - 0.75rem);
      margin: 0;
      padding: var(--visavis-space-4);
      overflow: auto;
      border: 1px solid transparent;
      border-radius: var(--visavis-radius-l);
      background: var(--visavis-color-surface-raised);
      box-shadow: var(--visavis-shadow-floating);
      color: var(--visavis-color-text);
      font-size: var(--visavis-text-s);
      line-height: 1.4;
    }
    .question p {
      overflow-wrap: anywhere;
      text-wrap: pretty;
    }
    .question .ask {
      font-size: var(--visavis-text-m);
      font-weight: var(--visavis-weight-strong);
      line-height: var(--visavis-leading-tight);
    }
    .means {
      margin-block-start: var(--visavis-space-1);
      color: var(--visavis-color-text-quiet);
    }
    .answers {
      display: flex;
      flex-wrap: wrap;
      gap: var(--visavis-space-2);
      margin-block-start: var(--visavis-space-3);
    }
    .answers > .control {
      flex: 1 1 7.5rem;
      padding-inline: var(--visavis-space-4);
    }
    .control.danger {
      --_bg: var(--visavis-color-danger);
      --_fg: var(--visavis-color-on-danger);
    }
    @media (forced-colors: active) {
      .question {
        border-color: CanvasText;
      }
    }
  `,
];
