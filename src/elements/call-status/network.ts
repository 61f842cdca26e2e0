import { enNetwork } from '../../i18n/en-network.js';
import { addEnglish, type Localize } from '../../i18n/localize.js';
import type { SessionSnapshot } from '../../session/snapshot.js';
import { sentence } from '../shared/far-name.js';

addEnglish(enNetwork);

export { renderTimes } from './times.js';

// Milliseconds of reconnecting after which it is said what can be done.
const long = 20_000;

/** What the path of a call gives to say; undefined when it carries all. */
export function pathSentence(
  { call, own, far: farSide }: SessionSnapshot,
  far: string,
  now: number,
  words: Localize,
): string | undefined {
  if (call.phase === 'reconnecting') {
    const since = call.brokenAt ?? now;
    return now - since >= long ? words.term('takesLong') : undefined;
  }
  if (own.held) return words.term('pictureHeld', far);
  // The same words at 1 and 2: said once, they are not said again for each change.
  if ((own.network ?? 5) <= 2) return titled(words.term('ownNetwork', 2), words);
  if ((farSide.network ?? 5) <= 2) {
    return titled(sentence(words.term('farNetwork', far, 2), words), words);
  }
  return undefined;
}

const titled = (title: string, words: Localize): string => words.term('asSentence', title);
