import { css } from 'lit';

/** How `typing()` looks; beside `messageStyles`. */
export const typingStyles = css`
  .dots {
    display: inline-flex;
    align-items: center;
    gap: 0.25rem;
    min-block-size: 1.375rem;
  }
  .dots i {
    inline-size: 0.4375rem;
    aspect-ratio: 1;
    border-radius: 50%;
    background: var(--visavis-color-text-quiet);
    animation: breathe 1400ms ease-in-out infinite;
  }
  .dots i:nth-child(2) {
    animation-delay: 180ms;
  }
  .dots i:nth-child(3) {
    animation-delay: 360ms;
  }
  .live {
    border: 1px dashed var(--visavis-color-border-control);
  }
  .caret {
    display: inline-block;
    inline-size: 2px;
    block-size: 1.1em;
    margin-inline-start: 1px;
    vertical-align: text-bottom;
    background: var(--visavis-color-brand-text);
    animation: blink 1100ms step-end infinite;
  }
  .lost {
    color: var(--visavis-color-danger-text);
    font-weight: var(--visavis-weight-strong);
  }
  @keyframes breathe {
    0%,
    60%,
    100% {
      opacity: 0.35;
    }
    30% {
      opacity: 1;
    }
  }
  @keyframes blink {
    50% {
      opacity: 0;
    }
  }
  @media (forced-colors: active) {
    .dots i,
    .caret {
      forced-color-adjust: none;
      background: CanvasText;
    }
  }
`;
