import { ChatLauncher } from '../layouts/chat-launcher/chat-launcher.js';
import { mayDefine, prepare } from './may-define.js';

prepare();
if (mayDefine('chat-launcher', ChatLauncher)) customElements.define('chat-launcher', ChatLauncher);

declare global {
  interface HTMLElementTagNameMap {
    'chat-launcher': ChatLauncher;
  }
}
