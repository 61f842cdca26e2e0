import { css } from 'lit';
import { attachmentStyles } from '../shared/attachment/attachment.styles.js';
import { largePictureStyles } from '../shared/attachment/large-picture.styles.js';
import { baseStyles, controlStyles } from '../shared/control.styles.js';

export const styles = [
  baseStyles,
  controlStyles,
  attachmentStyles,
  largePictureStyles,
  css`
    :host {
      display: block;
    }
  `,
];
