import { SelfViewPip } from '../elements/self-view-pip/self-view-pip.js';
import { mayDefine, prepare } from './may-define.js';

prepare();
if (mayDefine('self-view-pip', SelfViewPip)) customElements.define('self-view-pip', SelfViewPip);

declare global {
  interface HTMLElementTagNameMap {
    'self-view-pip': SelfViewPip;
  }
}
