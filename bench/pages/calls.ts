import type { ChatSession } from '../../src/index.js';
import { count, party, room } from './query.js';

declare global {
  interface Window {
    sessions: readonly ChatSession[];
  }
}

// Before the kit is loaded: each session is whole when it becomes one.
const [first] = document.querySelectorAll<ChatSession>('chat-session');
if (!first) throw new Error('The page has no session.');
const sessions = [
  first,
  ...Array.from({ length: count - 1 }, () => first.cloneNode(true) as ChatSession),
];
document.body.append(...sessions);
for (const [index, session] of sessions.entries()) {
  session.setAttribute('party', party);
  session.setAttribute('server', '/peerjs');
  session.setAttribute('token-url', `/ticket?room=${room}-${index}`);
}
window.sessions = sessions;
