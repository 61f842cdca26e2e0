import { enConversation } from './en-conversation.js';
import { addEnglish } from './localize.js';

// Imported by the elements of the conversation: a page of calls alone does without.
addEnglish(enConversation);
