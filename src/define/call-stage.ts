import { CallStage } from '../elements/call-stage/call-stage.js';
import { mayDefine, prepare } from './may-define.js';

prepare();
if (mayDefine('call-stage', CallStage)) customElements.define('call-stage', CallStage);

declare global {
  interface HTMLElementTagNameMap {
    'call-stage': CallStage;
  }
}
