import { css } from 'lit';
import { controlHostStyles } from '../shared/control.styles.js';

export const styles = [
  controlHostStyles,
  css`
    .control.calling {
      --_bg: var(--visavis-color-brand-quiet);
      --_fg: var(--visavis-color-brand-text);
      --_line: currentColor;
      --_hover: var(--_bg);
      --_press: var(--_bg);
    }
    .control.in-call {
      --_bg: var(--visavis-color-live-quiet);
      --_fg: var(--visavis-color-live-text);
      --_hover: color-mix(in oklab, var(--_bg), var(--_fg) 8%);
      --_press: color-mix(in oklab, var(--_bg), var(--_fg) 14%);
    }
    .control:is(.calling, .accept)::before {
      content: '';
      position: absolute;
      inset: -1px;
      border-radius: inherit;
      /* Of all that can grow, an outline alone makes nothing around it scroll. */
      outline: 2px solid var(--_ring, var(--_fg));
      outline-offset: -2px;
      animation: ring var(--visavis-slow) var(--visavis-ease) infinite;
      pointer-events: none;
    }
    .control.accept {
      --_ring: var(--visavis-color-live);
    }
    .dot {
      position: absolute;
      inset-block-start: 0.3125rem;
      inset-inline-end: 0.3125rem;
      inline-size: 10px;
      aspect-ratio: 1;
      border-radius: 50%;
      outline: 2px solid var(--visavis-color-live-quiet);
      background: var(--visavis-color-live);
    }
    @keyframes ring {
      from {
        outline-offset: -2px;
        opacity: 0.9;
      }
      to {
        outline-offset: 6px;
        opacity: 0;
      }
    }
    @media (prefers-reduced-motion: reduce) {
      .control:is(.calling, .accept)::before {
        outline-offset: 2px;
        opacity: 0.6;
      }
    }
    @media (forced-colors: active) {
      .dot {
        forced-color-adjust: none;
        background: CanvasText;
      }
    }
  `,
];
