import { NetworkQuality } from '../elements/network-quality/network-quality.js';
import { mayDefine, prepare } from './may-define.js';

prepare();
if (mayDefine('network-quality', NetworkQuality))
  customElements.define('network-quality', NetworkQuality);

declare global {
  interface HTMLElementTagNameMap {
    'network-quality': NetworkQuality;
  }
}
