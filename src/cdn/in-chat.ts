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

import { notLoaded, warnOnce } from '../session/warn-once.js';
import { importAgain } from '../wire/import-again.js';
import { lookFor } from './look-for.js';

export * from '../elements/call-status/speech.js';
export { openSession } from '../session/open-session.js';

// Milliseconds until it is asked for again.
const retryWait = 4000;
let asked = false;

// A page of calls alone does without the conversation.
lookFor(document, (tag) => {
  if (
    /^(attachment-chip|chat-(composer|ended|message|transcript)|end-chat-button|typing-indicator)$/.test(
      tag,
    )
  )
    bring();
});
// It shows them in its own shadow tree.
if (customElements.get('visitor-chat')) bring();

function bring(): void {
  if (asked) return;
  asked = true;
  importAgain(() => import('./in-conversation.js')).catch((error: unknown) => {
    warnOnce(`server-unreachable: ${notLoaded(error)}`);
    asked = false;
    setTimeout(bring, retryWait);
  });
}
