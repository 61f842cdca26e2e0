import '../i18n/register/when-needed.js';
import '../define/call-status.js';
import '../define/chat-session.js';
import '../define/hangup-button.js';
import '../define/headset-button.js';
import '../define/mic-toggle.js';
import '../define/video-toggle.js';

// What a page's own elements and listeners need; the classes of tags are at `customElements.get()`.
// One by one: the index would bring every element at once.
export { sessionContext } from '../context/session-context.js';
export { SessionController } from '../context/session-controller.js';
export { overrideTerms } from '../i18n/localize.js';
export { CallError } from '../session/call-error.js';
