import { css } from 'lit';

/** How `attachment()` looks; beside `baseStyles` and `controlStyles`. */
export const attachmentStyles = css`
  .attachment {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    column-gap: var(--visavis-space-3);
    align-items: center;
    inline-size: 17rem;
    max-inline-size: 100%;
    padding: var(--visavis-space-2);
    border: 1px solid var(--visavis-color-border);
    border-radius: var(--visavis-radius-m);
    background: var(--visavis-color-surface-raised);
    color: var(--visavis-color-text);
    overflow: clip;
  }
  .attachment .tile {
    display: grid;
    place-items: center;
    inline-size: 2.5rem;
    aspect-ratio: 1;
    border-radius: var(--visavis-radius-s);
    background: var(--visavis-color-surface-lowered);
    color: var(--visavis-color-text-quiet);
  }
  .attachment .about {
    min-inline-size: 0;
    min-block-size: var(--visavis-control-size);
    align-content: center;
  }
  .attachment .file {
    font-size: var(--visavis-text-s);
    font-weight: var(--visavis-weight-medium);
    line-height: 1.35;
  }
  .name {
    display: inline-flex;
    max-inline-size: 100%;
    vertical-align: bottom;
  }
  .name > span {
    white-space: pre;
  }
  .cut {
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .attachment .info {
    font-size: var(--visavis-text-xs);
    line-height: 1.4;
    color: var(--visavis-color-text-quiet);
    overflow-wrap: anywhere;
  }
  .attachment .info.bad {
    color: var(--visavis-color-danger-text);
  }
  .attachment progress {
    display: block;
    inline-size: 100%;
    block-size: 0.25rem;
    margin-block-start: 0.3125rem;
    border: 0;
    border-radius: var(--visavis-radius-full);
    background: var(--visavis-color-border);
    overflow: hidden;
    appearance: none;
  }
  .attachment progress::-webkit-progress-bar {
    background: var(--visavis-color-border);
  }
  .attachment progress::-webkit-progress-value {
    background: var(--visavis-color-brand);
  }
  .attachment progress::-moz-progress-bar {
    background: var(--visavis-color-brand);
  }
  .attachment .answers {
    grid-column: 1 / -1;
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(6rem, 100%), 1fr));
    gap: var(--visavis-space-2);
    margin-block-start: var(--visavis-space-2);
  }
  .attachment a.control {
    text-decoration: none;
  }
  .attachment .picture {
    grid-column: 1 / -1;
    display: block;
    margin: calc(var(--visavis-space-2) * -1);
    margin-block-end: var(--visavis-space-2);
    padding: 0;
    border: 0;
    background: var(--visavis-color-surface-lowered);
    cursor: zoom-in;
  }
  /* Its room is there before it is: nothing jumps when it comes. */
  .attachment .picture img {
    display: block;
    inline-size: 100%;
    aspect-ratio: 4 / 3;
    object-fit: cover;
  }
  .attachment .picture:focus-visible {
    outline-offset: calc(var(--visavis-focus-width) * -1);
  }
  .attachment .picture.broken {
    display: none;
  }
  .attachment .picture:not(.broken) ~ .tile {
    display: none;
  }
  .attachment .picture:not(.broken) ~ .about {
    grid-column: 1 / 3;
    padding-inline-start: var(--visavis-space-1);
  }
  @media (forced-colors: active) {
    .attachment {
      border-color: CanvasText;
    }
    .attachment .tile {
      outline: 1px solid CanvasText;
    }
    .attachment progress {
      border: 1px solid CanvasText;
      block-size: 0.5rem;
    }
    .attachment progress::-webkit-progress-bar {
      background: Canvas;
    }
    .attachment progress::-webkit-progress-value {
      forced-color-adjust: none;
      background: Highlight;
    }
    .attachment progress::-moz-progress-bar {
      forced-color-adjust: none;
      background: Highlight;
    }
  }
`;
