// What a chat brings.
// Elements that show nothing before a chat is active.
import '../define/call-prompt.js';
import '../define/call-stage.js';
import '../define/self-view-pip.js';
// Here already by then; named so that the bundler keeps what a page begins with in one file.
import '../define/call-status.js';
import '../define/chat-session.js';
import '../define/hangup-button.js';
import '../define/headset-button.js';
import '../define/mic-toggle.js';
import '../define/video-toggle.js';
import '../i18n/register/when-needed.js';

export * from '../elements/call-status/speech.js';
export { openSession } from '../session/open-session.js';
