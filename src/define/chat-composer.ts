import { ChatComposer } from '../elements/chat-composer/chat-composer.js';
import { mayDefine, prepare } from './may-define.js';

prepare();
if (mayDefine('chat-composer', ChatComposer)) customElements.define('chat-composer', ChatComposer);

declare global {
  interface HTMLElementTagNameMap {
    'chat-composer': ChatComposer;
  }
}
