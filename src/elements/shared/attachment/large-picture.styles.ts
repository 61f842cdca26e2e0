import { css } from 'lit';

/** How `showLarge()` looks. Black in every theme, like the stage. */
export const largePictureStyles = css`
  .large {
    --visavis-color-focus: var(--visavis-stage-fg);
    position: fixed;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    max-inline-size: none;
    max-block-size: none;
    margin: 0;
    padding: 0;
    border: 0;
    background: var(--visavis-stage-bg);
    color: var(--visavis-stage-fg);
    color-scheme: dark;
  }
  .large[open] {
    display: grid;
    grid-template: auto minmax(0, 1fr) / minmax(0, 1fr);
  }
  .large::backdrop {
    background: var(--visavis-stage-bg);
  }
  .large header {
    display: flex;
    align-items: center;
    gap: var(--visavis-space-1);
    padding: var(--visavis-space-2);
    padding-inline-start: var(--visavis-space-4);
  }
  .large h2 {
    flex: 1;
    min-inline-size: 0;
    font-size: var(--visavis-text-s);
    font-weight: var(--visavis-weight-medium);
  }
  .large .control {
    --_fg: var(--visavis-stage-fg);
    --_hover: color-mix(in oklab, var(--visavis-stage-fg) 16%, transparent);
    --_press: color-mix(in oklab, var(--visavis-stage-fg) 26%, transparent);
  }
  .large .room {
    display: grid;
    place-items: center;
    min-block-size: 0;
    padding: 0 var(--visavis-space-2) var(--visavis-space-2);
  }
  .large img {
    display: block;
    max-inline-size: 100%;
    max-block-size: 100%;
    min-block-size: 0;
    object-fit: contain;
  }
`;
