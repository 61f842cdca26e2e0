import { CallPrompt } from '../elements/call-prompt/call-prompt.js';
import { mayDefine, prepare } from './may-define.js';

prepare();
if (mayDefine('call-prompt', CallPrompt)) customElements.define('call-prompt', CallPrompt);

declare global {
  interface HTMLElementTagNameMap {
    'call-prompt': CallPrompt;
  }
}
