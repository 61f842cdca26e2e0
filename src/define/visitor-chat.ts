import { VisitorChat } from '../layouts/visitor-chat/visitor-chat.js';
import './call-prompt.js';
import './call-stage.js';
import './call-status.js';
import './conversation.js';
import './hangup-button.js';
import './headset-button.js';
import './mic-toggle.js';
import './network-quality.js';
import './self-view-pip.js';
import './video-toggle.js';
import { mayDefine, prepare } from './may-define.js';

prepare();
if (mayDefine('visitor-chat', VisitorChat)) customElements.define('visitor-chat', VisitorChat);

declare global {
  interface HTMLElementTagNameMap {
    'visitor-chat': VisitorChat;
  }
}
