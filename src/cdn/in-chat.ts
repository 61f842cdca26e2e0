// A chat is active: all that it needs, and a look for what of the conversation the page shows.
import { notLoaded, warnOnce } from '../session/warn-once.js';
import { importAgain } from '../wire/import-again.js';
import { lookFor } from './look-for.js';

export * from './chat-parts.js';

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
