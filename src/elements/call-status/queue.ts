import type { Localize } from '../../i18n/localize.js';
import type { SessionSnapshot } from '../../session/snapshot.js';
import type { Said } from './chat-words.js';

/** Where a visitor stands who waits for an agent; undefined for one who does not. */
export function queueOf({ chat, queue }: SessionSnapshot, words: Localize): Said | undefined {
  if (!queue || chat !== 'connecting') return undefined;
  if (queue.agents === 0) {
    const sentence = words.term('nobodyHereWhy');
    return { tone: 'busy', title: words.term('nobodyHere'), sentence };
  }
  const { place } = queue;
  return {
    tone: 'busy',
    title: place === 1 ? words.term('nextInQueue') : words.term('inQueue', place),
  };
}
