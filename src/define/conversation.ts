// Every tag of a conversation.
import './attachment-chip.js';
import './chat-composer.js';
import './chat-ended.js';
import './chat-message.js';
import './chat-transcript.js';
import './end-chat-button.js';
import './typing-indicator.js';
