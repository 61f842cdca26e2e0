import type { Localize } from '../../i18n/localize.js';
import type { ChatState } from '../../session/snapshot.js';
import { sentence } from '../shared/far-name.js';

/** How a status looks: at work, live, worrying, or merely said. */
export type Tone = 'busy' | 'live' | 'warn' | 'quiet';

export interface Said {
  readonly tone: Tone;
  readonly title: string;
  readonly sentence?: string | undefined;
}

/** What the state of the chat alone gives to say; undefined when it is open. */
export function chatOf(chat: ChatState, far: string, words: Localize): Said | undefined {
  switch (chat) {
    case 'none':
      return { tone: 'quiet', title: words.term('noChat') };
    case 'connecting':
      return { tone: 'busy', title: words.term('chatConnecting') };
    case 'waiting':
      return { tone: 'quiet', title: sentence(words.term('notHere', far), words) };
    case 'lost':
      return { tone: 'warn', title: sentence(words.term('chatLost', far), words) };
    case 'open':
      return undefined;
  }
}
