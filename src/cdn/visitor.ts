import '../i18n/register/when-needed.js';
import '../define/chat-launcher.js';
import '../define/visitor-chat.js';

export { overrideTerms } from '../i18n/localize.js';
