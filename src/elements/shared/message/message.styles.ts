import { css } from 'lit';
import { attachmentStyles } from '../attachment/attachment.styles.js';
import { largePictureStyles } from '../attachment/large-picture.styles.js';
import { baseStyles, controlStyles } from '../control.styles.js';

/** How `message()` looks, with all that it is made of. */
export const messageStyles = [
  baseStyles,
  controlStyles,
  attachmentStyles,
  largePictureStyles,
  css`
    .row {
      position: relative;
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 0.25rem;
      justify-items: start;
      padding-block-start: 0.25rem;
    }
    .row:is(.starts, .between) {
      padding-block-start: var(--visavis-space-3);
    }
    .row.own {
      justify-items: end;
    }
    .row.between {
      justify-items: center;
    }
    .bubble {
      /* Accents upon accents are cut off here, before they cover somebody else's words. */
      contain: paint;
      max-inline-size: 84%;
      padding: 0.5rem 0.8125rem;
      border: 1px solid transparent;
      border-radius: var(--visavis-bubble-radius);
      background: var(--visavis-bubble-other-bg);
      color: var(--visavis-bubble-other-fg);
      overflow-wrap: anywhere;
    }
    .far.ends .bubble {
      border-end-start-radius: var(--visavis-radius-s);
    }
    .own .bubble {
      background: var(--visavis-bubble-own-bg);
      color: var(--visavis-bubble-own-fg);
    }
    .own.ends .bubble {
      border-end-end-radius: var(--visavis-radius-s);
    }
    .sending .bubble {
      border: 1px dashed var(--visavis-color-border-control);
    }
    .failed .bubble {
      background: var(--visavis-color-danger-quiet);
      color: var(--visavis-color-text);
    }
    .text {
      display: block;
      white-space: pre-wrap;
      text-align: start;
      unicode-bidi: plaintext;
      tab-size: 4;
    }
    .text a {
      color: inherit;
      text-underline-offset: 2px;
    }
    .text .host {
      font-weight: var(--visavis-weight-strong);
    }
    .emoji .text {
      font-size: 2em;
      line-height: 1.25;
    }
    .cut-short {
      display: -webkit-box;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 12;
      overflow: hidden;
      text-overflow: ellipsis;
    }
    .control.small {
      padding-inline: var(--visavis-space-3);
      color: inherit;
    }
    .bubble .control.small {
      margin-block-end: -0.375rem;
      margin-inline-start: calc(var(--visavis-space-3) * -1);
      text-decoration: underline;
      text-underline-offset: 2px;
    }
    .meta,
    .system,
    .day,
    .divider {
      font-size: var(--visavis-text-xs);
      line-height: 1.4;
      color: var(--visavis-color-text-quiet);
    }
    .meta {
      --visavis-icon-size: 14px;
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0 0.25rem;
      padding-inline: 0.25rem;
      font-variant-numeric: tabular-nums;
    }
    .meta .icon {
      stroke-width: 2;
    }
    .meta.failed {
      color: var(--visavis-color-danger-text);
      font-weight: var(--visavis-weight-medium);
    }
    .row > .answers {
      display: flex;
      flex-wrap: wrap;
      gap: var(--visavis-space-2);
    }
    .own > .answers {
      justify-content: end;
    }
    .system {
      --visavis-icon-size: 16px;
      display: flex;
      align-items: center;
      gap: 0.375rem;
      max-inline-size: 100%;
      text-align: center;
      overflow-wrap: anywhere;
      font-variant-numeric: tabular-nums;
    }
    @media (forced-colors: active) {
      .bubble {
        border-color: CanvasText;
      }
      .own .bubble {
        border-inline-end-width: 4px;
      }
      .failed .bubble {
        border: 3px double CanvasText;
      }
    }
  `,
];
