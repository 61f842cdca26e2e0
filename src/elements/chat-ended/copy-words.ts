import type { CopyLine, CopyWords } from '../../chat/copy.js';
import type { Localize } from '../../i18n/localize.js';
import type { Party } from '../../ports/link.js';
import type { ConversationSnapshot, Item } from '../../session/conversation.js';
import { sizeInWords } from '../shared/attachment/size.js';
import { clockTime } from '../shared/clock-time.js';
import { farName, sentence } from '../shared/far-name.js';

interface Names {
  readonly party: Party;
  readonly own: string;
  readonly far: string;
}

/** Who ended the chat, and how long it was. */
export function endInWords(
  { by, duration }: NonNullable<ConversationSnapshot['ended']>,
  names: Names,
  words: Localize,
): string {
  if (by === 'host') return words.term('chatHasEnded');
  const time = clockTime(duration);
  if (by === names.party) return words.term('chatEndedBySelf', time);
  return sentence(words.term('chatEndedByFar', farName(names, words), time), words);
}

/** The words of a copy: in the language of the page, with both names. */
export function copyWords(
  { ended }: Pick<ConversationSnapshot, 'ended'>,
  names: Names,
  words: Localize,
  pictures: ReadonlyMap<string, string>,
): CopyWords {
  const far = farName(names, words);
  return {
    lang: words.term('$code'),
    dir: words.term('$dir') === 'rtl' ? 'rtl' : 'ltr',
    title: words.term('chatWith', far),
    about: ended ? endInWords(ended, names, words) : '',
    own: names.party,
    who: (from) => (from === names.party ? names.own || words.term('you') : sentence(far, words)),
    says: (who, text) => words.term('says', who, text),
    inWords: (line) => lineInWords(line as Item, names, words),
    picture: (file) => pictures.get(file),
  };
}

function lineInWords(
  { body, from, state }: Item,
  names: Names,
  words: Localize,
): string | undefined {
  switch (body.type) {
    case 'text':
      return unlessUnsent(body.text, state, words);
    case 'file':
      return unlessUnsent(`${body.name} (${sizeInWords(body.size, words)})`, state, words);
    case 'call':
      return callInWords(body, from, names, words);
    case 'unknown':
      return words.term('messageUnknown');
    case 'ended': // stands under the title
    case 'stopped':
      return undefined;
  }
}

/** What the far side never got is not to read as if it had. */
const unlessUnsent = (text: string, state: Item['state'], words: Localize): string =>
  state === 'failed' || state === 'sending' ? `${text} [${words.term('messageFailed')}]` : text;

function callInWords(
  { duration = 0, what }: Extract<CopyLine['body'], { type: 'call' }>,
  from: Party,
  names: Names,
  words: Localize,
): string {
  const own = from === names.party;
  const far = farName(names, words);
  switch (what) {
    case 'started':
      return words.term('callStarted');
    case 'ended':
      return words.term('callOver', clockTime(duration));
    case 'missed':
      return words.term('callMissed');
    case 'camera-on':
      return own ? words.term('ownCameraOn') : sentence(words.term('farCameraWentOn', far), words);
    case 'camera-off':
      return own
        ? words.term('ownCameraOff')
        : sentence(words.term('farCameraWentOff', far), words);
  }
}
