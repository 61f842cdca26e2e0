import { enCalls } from './en-calls.js';
import { enConversation } from './en-conversation.js';
import { enControls } from './en-controls.js';
import { enNetwork } from './en-network.js';
import { enProblems } from './en-problems.js';
import type { Terms } from './terms.js';

export const en: Terms = {
  ...enControls,
  ...enCalls,
  ...enNetwork,
  ...enProblems,
  ...enConversation,
};
