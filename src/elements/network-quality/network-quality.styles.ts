import { css } from 'lit';
import { baseStyles } from '../shared/control.styles.js';

export const styles = [
  baseStyles,
  css`
    :host {
      display: inline-block;
      color: var(--visavis-color-text-quiet);
      font-size: var(--visavis-text-xs);
      line-height: 1.35;
    }
    :host(:not(:state(shown))) {
      display: none;
    }
    :host(:state(poor)) {
      color: var(--visavis-color-warning-text);
      font-weight: var(--visavis-weight-medium);
    }
    .base {
      display: flex;
      gap: var(--visavis-space-2);
      align-items: center;
      position: relative;
    }
    .bars {
      flex: none;
      display: flex;
      gap: 2px;
      align-items: end;
      block-size: 0.875rem;
    }
    .bars span {
      inline-size: 3px;
      border: 1px solid currentColor;
      border-radius: 1px;
      opacity: 0.55;
    }
    /* Filled is sent, hollow is not. */
    .bars .full {
      background: currentColor;
      opacity: 1;
    }
    .bars :nth-child(1) {
      block-size: 30%;
    }
    .bars :nth-child(2) {
      block-size: 47%;
    }
    .bars :nth-child(3) {
      block-size: 65%;
    }
    .bars :nth-child(4) {
      block-size: 82%;
    }
    .bars :nth-child(5) {
      block-size: 100%;
    }
    .label {
      min-inline-size: 0;
      overflow-wrap: anywhere;
    }
    @media (forced-colors: active) {
      .bars span {
        forced-color-adjust: none;
        border-color: CanvasText;
        opacity: 1;
      }
      .bars .full {
        background: CanvasText;
      }
    }
  `,
];
