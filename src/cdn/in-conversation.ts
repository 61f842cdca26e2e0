// The conversation: its elements, and what runs it. Comes with a chat, to a page that shows one.
// Here already by then; named so that the bundler makes no file of what both share.
import './chat-parts.js';
import '../define/conversation.js';

export { ChatRunner } from '../session/chat/chat-runner.js';
