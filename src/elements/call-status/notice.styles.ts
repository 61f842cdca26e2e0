import { css } from 'lit';

export const noticeStyles = css`
  .notice {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: var(--visavis-space-2) var(--visavis-space-3);
    padding: var(--visavis-space-4);
    background: var(--visavis-color-warning-quiet);
  }
  .notice > slot {
    color: var(--visavis-color-warning-text);
  }
  h2 {
    font-size: var(--visavis-text-m);
    font-weight: var(--visavis-weight-strong);
    line-height: 1.4;
  }
  .notice > div {
    grid-column: 2;
    display: grid;
    gap: var(--visavis-space-2);
    font-size: var(--visavis-text-s);
  }
  ol {
    display: grid;
    gap: 0.25rem;
    counter-reset: step;
  }
  li {
    counter-increment: step;
    display: grid;
    grid-template-columns: 1.125rem 1fr;
  }
  li::before {
    content: counter(step) '.';
    font-variant-numeric: tabular-nums;
    color: var(--visavis-color-text-quiet);
  }
  .actions {
    --visavis-icon-size: 18px;
    display: flex;
    flex-wrap: wrap;
    gap: var(--visavis-space-2);
    margin-block-start: var(--visavis-space-1);
  }
  .actions .control {
    flex-shrink: 1;
  }
  .control.words {
    padding-inline: var(--visavis-space-4);
  }
  /* Alone, its words stand under those above. */
  .control.words:only-child {
    margin-inline-start: calc(-1 * var(--visavis-space-4));
  }
`;
