import { ChatTranscript } from '../elements/chat-transcript/chat-transcript.js';
import { mayDefine, prepare } from './may-define.js';

prepare();
if (mayDefine('chat-transcript', ChatTranscript))
  customElements.define('chat-transcript', ChatTranscript);

declare global {
  interface HTMLElementTagNameMap {
    'chat-transcript': ChatTranscript;
  }
}
