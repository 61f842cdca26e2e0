import { HeadsetButton } from '../elements/headset-button/headset-button.js';
import { mayDefine, prepare } from './may-define.js';

prepare();
if (mayDefine('headset-button', HeadsetButton))
  customElements.define('headset-button', HeadsetButton);

declare global {
  interface HTMLElementTagNameMap {
    'headset-button': HeadsetButton;
  }
}
