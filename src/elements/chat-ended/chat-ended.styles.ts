import { css } from 'lit';
import { baseStyles, controlStyles } from '../shared/control.styles.js';

export const styles = [
  baseStyles,
  controlStyles,
  css`
    :host {
      display: block;
    }
    .ended {
      display: grid;
      gap: var(--visavis-space-3);
      padding: var(--visavis-space-4);
      border-block-start: 1px solid var(--visavis-color-border);
      background: var(--visavis-color-surface-lowered);
    }
    h2 {
      overflow-wrap: anywhere;
      font-size: var(--visavis-text-m);
      font-weight: var(--visavis-weight-strong);
      line-height: 1.3;
      text-wrap: balance;
    }
    h2:focus-visible {
      outline-offset: 1px;
    }
    .note {
      margin-block-start: var(--visavis-space-1);
      color: var(--visavis-color-text-quiet);
      font-size: var(--visavis-text-s);
      line-height: 1.4;
      text-wrap: pretty;
    }
    .actions {
      display: flex;
      flex-wrap: wrap;
      gap: var(--visavis-space-2);
    }
    .actions > .control {
      flex: 1 1 auto;
      padding-inline: var(--visavis-space-4);
    }
  `,
];
