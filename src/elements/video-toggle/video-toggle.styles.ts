import { css } from 'lit';
import { controlHostStyles } from '../shared/control.styles.js';

export const styles = [
  controlHostStyles,
  css`
    :host(:state(absent)) {
      display: none;
    }
    :host(:state(blocked)) .control::before {
      content: '!';
      position: absolute;
      inset-block-start: -5px;
      inset-inline-end: -5px;
      inline-size: 1.125rem;
      border: 1.5px solid currentColor;
      border-radius: 50%;
      background: var(--visavis-color-surface);
      color: var(--visavis-color-danger-text);
      font-size: var(--visavis-text-xs);
      line-height: calc(1.125rem - 3px);
      text-align: center;
    }
  `,
];
