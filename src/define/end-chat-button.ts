import { EndChatButton } from '../elements/end-chat-button/end-chat-button.js';
import { mayDefine, prepare } from './may-define.js';

prepare();
if (mayDefine('end-chat-button', EndChatButton))
  customElements.define('end-chat-button', EndChatButton);

declare global {
  interface HTMLElementTagNameMap {
    'end-chat-button': EndChatButton;
  }
}
