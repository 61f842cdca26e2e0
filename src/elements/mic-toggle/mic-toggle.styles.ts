import { css } from 'lit';
import { baseStyles, controlStyles } from '../shared/control.styles.js';

export const styles = [
  baseStyles,
  controlStyles,
  css`
    :host {
      display: inline-flex;
    }
  `,
];
