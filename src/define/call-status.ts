import { CallStatus } from '../elements/call-status/call-status.js';
import { mayDefine, prepare } from './may-define.js';

prepare();
if (mayDefine('call-status', CallStatus)) customElements.define('call-status', CallStatus);

declare global {
  interface HTMLElementTagNameMap {
    'call-status': CallStatus;
  }
}
