import { css } from 'lit';
import { messageStyles } from '../shared/message/message.styles.js';
import { typingStyles } from '../shared/typing/typing.styles.js';

export const styles = [
  messageStyles,
  typingStyles,
  css`
    :host {
      display: block;
    }
    .row.starts {
      padding-block-start: 0;
    }
  `,
];
