import { css } from 'lit';
import { baseStyles, controlStyles } from '../shared/control.styles.js';

export const styles = [
  baseStyles,
  controlStyles,
  css`
    :host {
      display: block;
      min-inline-size: 0;
      overflow-wrap: anywhere;
    }
    .status {
      display: flex;
      gap: var(--visavis-space-2);
      padding: var(--visavis-space-3) var(--visavis-space-4);
      font-size: var(--visavis-text-s);
      line-height: 1.4;
    }
    /* Still there for screen readers: a live region has to exist before its words. */
    .status.nothing {
      padding: 0;
    }
    .body {
      flex: 1;
      min-inline-size: 0;
    }
    .title {
      font-weight: var(--visavis-weight-strong);
    }
    .quiet .title {
      color: var(--visavis-color-text-quiet);
      font-weight: var(--visavis-weight-medium);
    }
    .said .quiet {
      text-wrap: pretty;
    }
    /* Beside the title; the sentence below has the whole width. */
    .meta {
      float: inline-end;
      display: flex;
      gap: var(--visavis-space-3);
      align-items: center;
      margin-inline-start: var(--visavis-space-3);
    }
    .time {
      font-weight: var(--visavis-weight-medium);
      font-variant-numeric: tabular-nums;
    }
    .dot {
      flex: none;
      inline-size: 10px;
      block-size: 10px;
      margin-block-start: 0.3rem;
      border-radius: 50%;
      background: var(--visavis-color-live);
    }
    .spinner {
      flex: none;
      inline-size: 0.75rem;
      block-size: 0.75rem;
      margin-block-start: 0.2rem;
      border: 2px solid currentColor;
      border-block-start-color: transparent;
      border-radius: 50%;
      color: var(--visavis-color-text-quiet);
      animation: turn 900ms linear infinite;
    }
    .warn :is(.spinner, .title) {
      color: var(--visavis-color-warning-text);
    }
    @media (forced-colors: active) {
      .dot {
        forced-color-adjust: none;
        background: CanvasText;
      }
      .spinner {
        forced-color-adjust: none;
        border-color: CanvasText;
        border-block-start-color: Canvas;
      }
    }
  `,
];
