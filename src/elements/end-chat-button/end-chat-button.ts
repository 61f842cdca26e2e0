import { type CSSResultGroup, html } from 'lit';
import { SessionController } from '../../context/session-controller.js';
import { inCall } from '../../session/snapshot.js';
import { SessionElement } from '../shared/session-element.js';
import { styles } from './end-chat-button.styles.js';

/**
 * @summary What it is for, in one sentence.
 * @tag end-chat-button
 * @slot - What it says.
 * @csspart base - The element's box.
 * @cssState live - A call goes on.
 */
export class EndChatButton extends SessionElement {
  static override readonly styles: CSSResultGroup = styles;

  readonly #call = new SessionController(this, ({ call }) => ({ live: inCall(call) }));

  protected override willUpdate(): void {
    this.mark('live', this.#call.value.live);
  }

  protected override render(): unknown {
    return html`<div part="base"><slot></slot></div>`;
  }
}
