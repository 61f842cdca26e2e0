import { css } from 'lit';
import { baseStyles } from '../../elements/shared/control.styles.js';

export const styles = [
  baseStyles,
  css`
    :host {
      display: flex;
      flex-direction: column;
      inline-size: 22.5rem;
      max-inline-size: 100%;
      block-size: 40rem;
      max-block-size: 100dvh;
      overflow: hidden auto;
      border-radius: calc(var(--visavis-radius-l) * 1.25);
      background: var(--visavis-color-surface);
      box-shadow: var(--visavis-shadow-floating);
    }
    header {
      display: flex;
      flex-wrap: wrap;
      gap: var(--visavis-space-2);
      align-items: center;
      padding: var(--visavis-space-3) var(--visavis-space-4);
      border-block-end: 1px solid var(--visavis-color-border);
    }
    /* Beside three buttons on the narrowest screen; under large text they go to a line of their own. */
    .who {
      flex: 1 1 5rem;
      min-inline-size: 0;
      color: var(--visavis-color-text-quiet);
      font-size: var(--visavis-text-s);
    }
    h2 {
      overflow-wrap: anywhere;
      color: var(--visavis-color-text);
      font-size: var(--visavis-text-m);
      font-weight: var(--visavis-weight-strong);
      line-height: 1.3;
    }
    .tools {
      display: flex;
      flex-wrap: wrap;
      gap: var(--visavis-space-2);
      align-items: center;
      margin-inline-start: auto;
    }

    /* One call area, under the header: it pushes the chat and never covers it. */
    .call {
      flex: none;
      max-block-size: 75%;
      overflow: hidden auto;
      border-block-end: 1px solid var(--visavis-color-border);
      background: var(--visavis-call-bg);
    }
    /* With nothing to say it is nothing: no second line under the header. */
    .call:has(> call-status:is(:state(empty), :not(:defined, [served]))):not(
        :has(> call-prompt:state(ringing))
      ) {
      border-block-end: 0;
    }
    .controls {
      display: none;
      flex-wrap: wrap;
      gap: var(--visavis-space-2);
      align-items: center;
      padding: var(--visavis-space-3) var(--visavis-space-4);
    }
    .controls > hangup-button {
      margin-inline-start: auto;
    }
    :host(:is(:state(in-call), :state(calling))) .controls {
      display: flex;
    }
    /* The prompt, or the ring, has the buttons of this moment. */
    .call:has(> call-prompt:state(asking)) .controls,
    :host(:state(calling)) .controls > :is(mic-toggle, video-toggle),
    :host(:is(:state(in-call), :state(calling))) .before-call {
      display: none;
    }

    /* The transcript scrolls by itself; what a host puts in its place is scrolled here. */
    .conversation {
      display: flex;
      flex: 1;
      flex-direction: column;
      min-block-size: 6rem;
      overflow: hidden;
    }
    .conversation.replaced {
      padding: var(--visavis-space-4);
      overflow: hidden auto;
    }
    .conversation > slot > p {
      padding: var(--visavis-space-4);
      text-align: center;
    }
    .conversation > slot > chat-transcript {
      flex: 1;
      min-block-size: 0;
    }
    /* After the end there is nothing to write, nor to wait for; and the transcript says it itself. */
    slot:has(~ chat-ended:state(ended)),
    .conversation:has(~ chat-ended:state(ended)) > slot > p,
    p:has(+ chat-transcript:is(:defined, [defer-hydration])) {
      display: none;
    }
    .conversation:focus-visible {
      outline-offset: calc(-1 * var(--visavis-focus-width));
    }
  `,
];
