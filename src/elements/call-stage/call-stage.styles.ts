import { css } from 'lit';
import { baseStyles } from '../shared/control.styles.js';

export const styles = [
  baseStyles,
  css`
    :host {
      display: block;
    }
    :host(:not(:state(open))) {
      display: none;
    }
    .stage {
      position: relative;
      overflow: hidden;
      aspect-ratio: var(--visavis-stage-ratio, 3 / 2);
      max-block-size: 100%;
      background: var(--visavis-stage-bg, #000);
      color: var(--visavis-stage-fg, #fff);
      color-scheme: dark;
      forced-color-adjust: none;
    }
    video {
      /* A pixel more on each side: heights are fractions, and black must not shine through. */
      position: absolute;
      inset: -1px;
      display: block;
      inline-size: calc(100% + 2px);
      block-size: calc(100% + 2px);
      object-fit: cover;
    }
    .frozen {
      filter: saturate(0.25) brightness(0.5);
    }
    .empty {
      position: absolute;
      inset: 0;
      display: grid;
      place-content: center;
      justify-items: center;
      gap: var(--visavis-space-1);
      padding: var(--visavis-space-4);
      padding-block-end: 5rem;
      text-align: center;
      line-height: 1.35;
    }
    [hidden] {
      display: none;
    }
    .strong {
      font-weight: var(--visavis-weight-strong);
    }
    .empty :is(slot[name='empty-icon'], .quiet) {
      color: var(--visavis-stage-fg-quiet);
    }
    .empty .quiet {
      font-size: var(--visavis-text-s);
    }
  `,
];
