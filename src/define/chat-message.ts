import { ChatMessage } from '../elements/chat-message/chat-message.js';
import { mayDefine, prepare } from './may-define.js';

prepare();
if (mayDefine('chat-message', ChatMessage)) customElements.define('chat-message', ChatMessage);

declare global {
  interface HTMLElementTagNameMap {
    'chat-message': ChatMessage;
  }
}
