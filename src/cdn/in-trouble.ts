// What is said when something went wrong, to the person and to the developer; and what looks for it in a call.
export * from '../elements/call-status/trouble.js';
export { stillnessOf } from '../elements/call-stage/stillness.js';
export { advice } from '../session/advice.js';
export { takeCare } from '../session/devices/take-care.js';
// Here already by then; named so that the bundler keeps what a page begins with in one file.
import '../define/call-status.js';
import '../define/chat-session.js';
import '../define/hangup-button.js';
import '../define/headset-button.js';
import '../define/mic-toggle.js';
import '../define/video-toggle.js';
import '../i18n/register/when-needed.js';
