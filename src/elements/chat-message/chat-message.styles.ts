import { css } from 'lit';
import { messageStyles } from '../shared/message/message.styles.js';

export const styles = [
  messageStyles,
  css`
    :host {
      display: block;
    }
    .row.row {
      padding-block-start: 0;
    }
  `,
];
