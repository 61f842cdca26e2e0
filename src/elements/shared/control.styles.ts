import { css } from 'lit';

/** What every element starts from. */
export const baseStyles = css`
  :host {
    box-sizing: border-box;
    color: var(--visavis-color-text);
    font: 400 var(--visavis-text-m) / var(--visavis-leading) var(--visavis-font-family);
    -webkit-text-size-adjust: 100%;
  }
  :host([hidden]) {
    display: none !important;
  }
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  /* Words may run the other way than the page, as English does where it stands in for another
     language. They stay on the page's side. */
  :where(p, h2, li span, button span, .tooltip) {
    unicode-bidi: plaintext;
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }
  :where(p, h2, h3, ul, ol) {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  :where(button) {
    font: inherit;
    color: inherit;
  }
  .icon,
  ::slotted([slot$='icon']) {
    display: block;
    flex: none;
    inline-size: var(--visavis-icon-size);
    block-size: var(--visavis-icon-size);
  }
  .icon {
    fill: none;
    stroke: currentColor;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .quiet {
    color: var(--visavis-color-text-quiet);
  }
  .sr {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  :focus-visible {
    outline: var(--visavis-focus-width) solid var(--visavis-color-focus);
    outline-offset: var(--visavis-focus-offset);
  }
  @keyframes turn {
    to {
      rotate: 1turn;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    ::before,
    ::after {
      animation: none !important;
      transition: none !important;
    }
  }
`;

/** Every button is one of these. */
export const controlStyles = css`
  .control {
    --_bg: transparent;
    --_hover: color-mix(in oklab, var(--visavis-color-text) 8%, transparent);
    --_press: color-mix(in oklab, var(--visavis-color-text) 15%, transparent);
    --_fg: var(--visavis-color-text);
    --_line: transparent;
    position: relative;
    flex: none;
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--visavis-space-2);
    min-inline-size: var(--visavis-control-size);
    min-block-size: var(--visavis-control-size);
    padding: 0;
    border: var(--visavis-control-border-width) solid var(--_line);
    border-radius: var(--visavis-control-radius);
    background: var(--_bg);
    color: var(--_fg);
    font-size: var(--visavis-text-s);
    font-weight: var(--visavis-weight-strong);
    line-height: 1.2;
    overflow-wrap: anywhere;
    cursor: pointer;
    touch-action: manipulation;
    transition:
      background-color var(--visavis-fast) var(--visavis-ease),
      border-color var(--visavis-fast) var(--visavis-ease);
  }
  .control.wide {
    flex-shrink: 1;
    padding-inline: var(--visavis-space-3) var(--visavis-space-4);
  }
  .control:hover {
    background: var(--_hover);
  }
  .control:active {
    background: var(--_press);
  }
  .control.control[aria-disabled='true'] {
    --_bg: var(--visavis-color-surface-lowered);
    --_hover: var(--_bg);
    --_press: var(--_bg);
    --_fg: var(--visavis-color-text-quiet);
    --_line: transparent;
    cursor: not-allowed;
  }
  .control[aria-disabled='true'] .icon {
    opacity: 0.75;
  }
  .control[aria-busy='true']::after {
    content: '';
    position: absolute;
    inset: 1.5px;
    border-radius: inherit;
    border: 2px solid transparent;
    border-block-start-color: currentColor;
    border-inline-end-color: currentColor;
    animation: turn 900ms linear infinite;
  }
  /* What is no circle cannot turn: its spinner takes the place of the drawing. */
  .control.wide[aria-busy='true']::after {
    position: static;
    flex: none;
    order: -1;
    inline-size: 1rem;
    block-size: 1rem;
    border-radius: 50%;
  }
  .control.wide[aria-busy='true'] :is(.icon, slot[name$='icon']) {
    display: none;
  }
  .control:is(.brand, .go, .danger) {
    /* Black or white, whichever reads on the fill: by its luminance, which is the y of XYZ. */
    --_on: color(
      from var(--_bg) xyz clamp(0, (0.179 - y) * 99999, 0.9505) clamp(0, (0.179 - y) * 99999, 1)
        clamp(0, (0.179 - y) * 99999, 1.089)
    );
    /* What moves the fill away from what is drawn on it. */
    --_away: oklch(from var(--_fg) calc(1 - l) 0 0);
    --_hover: var(--_own-hover, color-mix(in oklab, var(--_bg), var(--_away) 12%));
    --_press: var(--_own-press, color-mix(in oklab, var(--_bg), var(--_away) 22%));
  }
  .control.brand {
    --_bg: var(--visavis-button-bg);
    --_fg: var(--visavis-button-fg, var(--_on));
    --_own-hover: var(--visavis-button-bg-hover);
    --_own-press: var(--visavis-button-bg-pressed);
  }
  .control.go {
    --_bg: var(--visavis-color-live);
    --_fg: var(--visavis-color-on-live);
  }
  .control.outlined {
    --_line: var(--visavis-color-border-control);
  }
  /* Filled is sent, hollow is not. */
  .control.toggle {
    --_line: var(--visavis-toggle-off-border);
  }
  .control.toggle[aria-pressed='true'] {
    --_bg: var(--visavis-toggle-on-bg);
    --_fg: var(--visavis-toggle-on-fg);
    --_line: var(--visavis-toggle-on-bg);
    --_hover: color-mix(in oklab, var(--_bg), var(--_fg) 14%);
    --_press: color-mix(in oklab, var(--_bg), var(--_fg) 24%);
  }
  .tooltip {
    position: fixed;
    margin: 0;
    inset: auto;
    inline-size: max-content;
    max-inline-size: 15rem;
    padding: 0.3125rem 0.5625rem;
    border: 1px solid transparent;
    border-radius: var(--visavis-radius-s);
    background: var(--visavis-tooltip-bg);
    color: var(--visavis-tooltip-fg);
    font-size: var(--visavis-text-xs);
    line-height: 1.35;
    text-align: center;
    overflow: visible;
  }
  /* The way from the control to its words, for the pointer. */
  .tooltip::before {
    content: '';
    position: absolute;
    inset: -7px 0;
  }
  @media (forced-colors: active) {
    .control {
      --_line: ButtonText;
    }
    .control[aria-disabled='true'] {
      --_fg: GrayText;
      --_line: GrayText;
      border-style: dashed;
    }
    .control[aria-disabled='true'] .icon {
      opacity: 1;
    }
    .control[aria-pressed='true'] {
      forced-color-adjust: none;
      --_bg: Highlight;
      --_fg: HighlightText;
      --_line: Highlight;
      --_hover: Highlight;
      --_press: Highlight;
    }
    .control:hover {
      border-color: Highlight;
    }
    .control[aria-busy='true']::after {
      border: 2px dotted ButtonText;
    }
    .tooltip {
      border-color: CanvasText;
    }
  }
`;

/** What an element that is one button starts from. */
export const controlHostStyles = [
  baseStyles,
  controlStyles,
  css`
    :host {
      display: inline-flex;
      max-inline-size: 100%;
    }
  `,
];
