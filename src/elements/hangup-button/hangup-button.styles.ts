import { css } from 'lit';
import { controlHostStyles } from '../shared/control.styles.js';

export const styles = [
  controlHostStyles,
  css`
    .control.danger {
      --_bg: var(--visavis-hangup-bg);
      --_hover: var(--visavis-hangup-bg-hover);
      --_press: var(--visavis-hangup-bg-pressed);
      --_fg: var(--visavis-hangup-fg);
    }
  `,
];
