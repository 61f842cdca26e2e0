import { ChatSession } from '../elements/chat-session/chat-session.js';
import { mayDefine, prepare } from './may-define.js';

prepare();
if (mayDefine('chat-session', ChatSession)) customElements.define('chat-session', ChatSession);

declare global {
  interface HTMLElementTagNameMap {
    'chat-session': ChatSession;
  }
}
