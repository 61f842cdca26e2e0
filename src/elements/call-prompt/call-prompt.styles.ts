import { css } from 'lit';
import { baseStyles, controlStyles } from '../shared/control.styles.js';

export const styles = [
  baseStyles,
  controlStyles,
  css`
    :host {
      display: block;
    }
    .prompt {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--visavis-space-3);
      padding: var(--visavis-space-4);
      background: var(--visavis-color-surface-raised);
    }
    .who {
      display: flex;
      gap: var(--visavis-space-3);
      align-items: center;
    }
    .who > div {
      flex: 1;
      min-inline-size: 0;
      overflow-wrap: anywhere;
    }
    .who .control {
      margin-inline-end: -0.625rem;
    }
    h2 {
      font-size: var(--visavis-text-l);
      font-weight: var(--visavis-weight-strong);
      line-height: var(--visavis-leading-tight);
      text-wrap: balance;
    }
    .small {
      font-size: var(--visavis-text-s);
    }
    .facts {
      display: grid;
      gap: 0.3125rem;
      font-size: var(--visavis-text-s);
      line-height: 1.4;
    }
    .facts li {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr);
      gap: var(--visavis-space-2);
      align-items: start;
    }
    .facts slot {
      --visavis-icon-size: 18px;
      color: var(--visavis-color-text-quiet);
    }
    .facts .icon {
      margin-block-start: 1px;
    }
    .answers {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(8rem, 100%), 1fr));
      gap: var(--visavis-space-2);
    }
    .control.decline {
      --_fg: var(--visavis-color-danger-text);
    }
    @media (forced-colors: active) {
      .control.decline {
        --_fg: ButtonText;
      }
    }
  `,
];
