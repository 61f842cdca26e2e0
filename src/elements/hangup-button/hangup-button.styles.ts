import { css } from 'lit';
import { controlHostStyles } from '../shared/control.styles.js';

export const styles = [
  controlHostStyles,
  css`
    .control.danger {
      --_bg: var(--visavis-hangup-bg);
      --_fg: var(--visavis-hangup-fg, var(--_on));
      --_own-hover: var(--visavis-hangup-bg-hover);
      --_own-press: var(--visavis-hangup-bg-pressed);
    }
  `,
];
