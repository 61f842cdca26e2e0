import { ChatEnded } from '../elements/chat-ended/chat-ended.js';
import { mayDefine, prepare } from './may-define.js';

prepare();
if (mayDefine('chat-ended', ChatEnded)) customElements.define('chat-ended', ChatEnded);

declare global {
  interface HTMLElementTagNameMap {
    'chat-ended': ChatEnded;
  }
}
