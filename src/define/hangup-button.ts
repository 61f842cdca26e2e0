import { HangupButton } from '../elements/hangup-button/hangup-button.js';
import { mayDefine, prepare } from './may-define.js';

prepare();
if (mayDefine('hangup-button', HangupButton)) customElements.define('hangup-button', HangupButton);

declare global {
  interface HTMLElementTagNameMap {
    'hangup-button': HangupButton;
  }
}
