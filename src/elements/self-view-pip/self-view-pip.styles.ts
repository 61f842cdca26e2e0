import { css } from 'lit';
import { baseStyles } from '../shared/control.styles.js';

export const styles = [
  baseStyles,
  css`
    :host {
      position: absolute;
      inline-size: var(--visavis-self-view-inline-size, 108px);
      max-inline-size: 45%;
      aspect-ratio: 4 / 3;
      border-radius: var(--visavis-radius-m);
      background: #000;
      color: #fff;
      color-scheme: dark;
      box-shadow:
        0 0 0 1.5px rgb(255 255 255 / 0.85),
        0 6px 20px rgb(0 0 0 / 0.5);
    }
    :host(:not(:state(shown))) {
      display: none;
    }
    /* Physical on purpose: bottom right is bottom right in every language. */
    :host([corner$='right']) {
      right: var(--visavis-self-view-inset, 12px);
    }
    :host([corner$='left']) {
      left: var(--visavis-self-view-inset, 12px);
    }
    :host([corner^='top']) {
      top: var(--visavis-self-view-inset, 12px);
    }
    :host([corner^='bottom']) {
      bottom: var(--visavis-self-view-inset, 12px);
    }
    video {
      display: block;
      inline-size: 100%;
      block-size: 100%;
      border-radius: inherit;
      object-fit: cover;
      transform: scaleX(-1);
      cursor: grab;
      touch-action: none;
    }
    :host(:state(paused)) video {
      filter: saturate(0.25) brightness(0.5);
    }
    .held {
      opacity: 0.4;
    }
    video:active {
      cursor: grabbing;
    }
    .you {
      position: absolute;
      left: 0.25rem;
      bottom: 0.25rem;
      padding: 0 0.375rem;
      border-radius: var(--visavis-radius-s);
      background: rgb(0 0 0 / 0.72);
      font-size: 0.6875rem;
      font-weight: var(--visavis-weight-medium);
      line-height: 1.125rem;
      pointer-events: none;
    }
    button {
      display: grid;
      place-items: center;
      inline-size: var(--visavis-control-size, 44px);
      block-size: var(--visavis-control-size, 44px);
      padding: 0;
      border: 0;
      background: none;
      cursor: pointer;
    }
    .move {
      --visavis-icon-size: 16px;
      isolation: isolate;
      position: absolute;
      right: -5px;
      top: -5px;
    }
    .move::before {
      content: '';
      position: absolute;
      z-index: -1;
      inset: 8px;
      border-radius: 50%;
      background: rgb(0 0 0 / 0.72);
    }
    .move:hover::before {
      background: #000;
    }
    .move:focus-visible {
      outline: none;
    }
    .move:focus-visible::before {
      outline: 3px solid #fff;
      outline-offset: 1px;
    }
    .move .icon {
      stroke-width: 2;
    }
    .menu {
      position: absolute;
      z-index: 1;
      direction: ltr; /* corners are physical, so their order is too */
      display: grid;
      grid-template-columns: auto auto;
      gap: 2px;
      padding: var(--visavis-space-1);
      border: 1px solid rgb(255 255 255 / 0.35);
      border-radius: var(--visavis-radius-m);
      background: #16181b;
    }
    .menu button {
      border: 1.5px solid transparent;
      border-radius: var(--visavis-radius-s);
    }
    .menu button:hover {
      background: rgb(255 255 255 / 0.14);
    }
    .menu button[aria-pressed='true'] {
      border-color: currentColor;
      background: rgb(255 255 255 / 0.2);
    }
    .menu button:focus-visible {
      outline: 3px solid #fff;
      outline-offset: -3px;
    }
    /* Beside the picture: a stage is wider than high, and cuts off what does not fit. */
    :host([corner$='right']) .menu {
      right: calc(100% + 8px);
    }
    :host([corner$='left']) .menu {
      left: calc(100% + 8px);
    }
    :host([corner^='top']) .menu {
      top: 0;
    }
    :host([corner^='bottom']) .menu {
      bottom: 0;
    }
  `,
];
