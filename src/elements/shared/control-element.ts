import type { CSSResultGroup } from 'lit';
import { property } from 'lit/decorators.js';
import { controlHostStyles } from './control.styles.js';
import { SessionElement } from './session-element.js';

/** An element that is one button. */
export abstract class ControlElement extends SessionElement {
  static override readonly styles: CSSResultGroup = controlHostStyles;
  static override readonly shadowRootOptions: ShadowRootInit = {
    mode: 'open',
    delegatesFocus: true,
  };

  /** Shows the name beside the drawing. */
  @property({ type: Boolean, attribute: 'show-label' }) showLabel = false;
}
