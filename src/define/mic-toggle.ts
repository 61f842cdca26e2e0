import { MicToggle } from '../elements/mic-toggle/mic-toggle.js';
import { mayDefine, prepare } from './may-define.js';

prepare();
if (mayDefine('mic-toggle', MicToggle)) customElements.define('mic-toggle', MicToggle);

declare global {
  interface HTMLElementTagNameMap {
    'mic-toggle': MicToggle;
  }
}
