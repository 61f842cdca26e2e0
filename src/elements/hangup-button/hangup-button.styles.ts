import { css } from 'lit';
import { baseStyles, controlStyles } from '../shared/control.styles.js';

export const styles = [
  baseStyles,
  controlStyles,
  css`
    :host {
      display: inline-flex;
    }
    .control.danger {
      --_bg: var(--visavis-hangup-bg);
      --_hover: var(--visavis-hangup-bg-hover);
      --_press: var(--visavis-hangup-bg-pressed);
      --_fg: var(--visavis-hangup-fg);
    }
  `,
];
