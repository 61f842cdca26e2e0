import { TypingIndicator } from '../elements/typing-indicator/typing-indicator.js';
import { mayDefine, prepare } from './may-define.js';

prepare();
if (mayDefine('typing-indicator', TypingIndicator))
  customElements.define('typing-indicator', TypingIndicator);

declare global {
  interface HTMLElementTagNameMap {
    'typing-indicator': TypingIndicator;
  }
}
