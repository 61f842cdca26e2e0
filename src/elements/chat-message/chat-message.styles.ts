import { css } from 'lit';
import { baseStyles } from '../shared/control.styles.js';

export const styles = [
  baseStyles,
  css`
    :host {
      display: block;
    }
  `,
];
