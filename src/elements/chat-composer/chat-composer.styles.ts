import { css } from 'lit';
import { baseStyles, controlStyles } from '../shared/control.styles.js';

export const styles = [
  baseStyles,
  controlStyles,
  css`
    :host {
      display: block;
      padding: var(--visavis-space-2) var(--visavis-space-3) var(--visavis-space-3)
        var(--visavis-space-2);
    }
    .base {
      display: flex;
      align-items: flex-end;
      gap: var(--visavis-space-1);
    }
    textarea {
      flex: 1;
      min-inline-size: 0;
      display: block;
      resize: none;
      field-sizing: content;
      min-block-size: var(--visavis-control-size);
      max-block-size: min(7.5rem, 40vh);
      margin: 0;
      margin-inline-end: var(--visavis-space-1);
      padding: calc((var(--visavis-control-size) - 1.5em - 3px) / 2) var(--visavis-space-3);
      border: 1.5px solid var(--visavis-field-border);
      border-radius: calc(var(--visavis-radius-l) * 1.375);
      background: var(--visavis-field-bg);
      color: var(--visavis-color-text);
      font-family: inherit;
      /* iOS zooms into anything smaller. */
      font-size: max(1rem, 16px);
      line-height: 1.5;
      overflow-wrap: anywhere;
    }
    textarea::placeholder {
      color: var(--visavis-color-text-quiet);
      opacity: 1;
    }
    textarea:focus-visible {
      border-color: var(--visavis-color-focus);
      outline-width: 2px;
      outline-offset: 0;
    }
    textarea[aria-invalid] {
      border-color: var(--visavis-color-danger-text);
    }
    textarea:read-only {
      background: var(--visavis-color-surface-lowered);
    }
    .tool {
      display: inline-flex;
    }
    /* It points to where the text goes. */
    .tool:dir(rtl) .brand .icon {
      scale: -1 1;
    }
    .note,
    .refused {
      padding-inline: var(--visavis-space-3);
      font-size: var(--visavis-text-xs);
      line-height: 1.4;
      color: var(--visavis-color-text-quiet);
      overflow-wrap: anywhere;
    }
    .note > p {
      margin-block-start: var(--visavis-space-1);
    }
    .bad,
    .refused {
      color: var(--visavis-color-danger-text);
    }
    .refused > p {
      margin-block-end: var(--visavis-space-1);
    }
    .chosen {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(13rem, 100%), 1fr));
      gap: var(--visavis-space-2);
      max-block-size: min(11rem, 40vh);
      overflow-y: auto;
      padding: var(--visavis-space-1);
      margin-block-end: var(--visavis-space-1);
    }
    .chosen li {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr) auto;
      column-gap: var(--visavis-space-2);
      align-items: center;
      padding-inline-start: var(--visavis-space-1);
      border: 1px solid var(--visavis-color-border);
      border-radius: var(--visavis-radius-m);
      background: var(--visavis-color-surface-raised);
    }
    .tile {
      display: grid;
      place-items: center;
      inline-size: 2.5rem;
      aspect-ratio: 1;
      border-radius: var(--visavis-radius-s);
      background: var(--visavis-color-surface-lowered);
      color: var(--visavis-color-text-quiet);
      overflow: clip;
    }
    .tile img {
      inline-size: 100%;
      block-size: 100%;
      object-fit: cover;
    }
    .about {
      display: grid;
      font-size: var(--visavis-text-s);
      line-height: 1.35;
    }
    .name {
      display: inline-flex;
      min-inline-size: 0;
    }
    .name > span {
      white-space: pre;
    }
    .cut {
      min-inline-size: 0;
      overflow: hidden;
      text-overflow: ellipsis;
    }
    .size {
      font-size: var(--visavis-text-xs);
      color: var(--visavis-color-text-quiet);
    }
    .drop {
      position: fixed;
      inset: auto;
      margin: 0;
      padding: var(--visavis-space-4);
      border: 3px dashed var(--visavis-color-brand);
      border-radius: var(--visavis-radius-l);
      background: color-mix(in oklab, var(--visavis-color-surface-raised) 92%, transparent);
      color: var(--visavis-color-text);
      font-size: var(--visavis-text-l);
      font-weight: var(--visavis-weight-strong);
      text-align: center;
      /* What is under it gets the drop. */
      pointer-events: none;
    }
    .drop:popover-open {
      display: grid;
      place-items: center;
    }
    @media (forced-colors: active) {
      .drop {
        border-color: Highlight;
      }
      .tile {
        outline: 1px solid CanvasText;
      }
    }
  `,
];
