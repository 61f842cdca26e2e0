import type { Localize } from '../../i18n/localize.js';
import type { FileRejection } from '../../session/chat-events.js';
import { shownName } from '../shared/attachment/file-name.js';
import { sizeInWords } from '../shared/attachment/size.js';
import type { Limits } from './tray.js';

export interface Refusal {
  readonly code: FileRejection;
  readonly name: string;
}

/** Why files were not taken, each reason once. */
export function refusalsInWords(
  refusals: readonly Refusal[],
  limits: Limits,
  words: Localize,
): readonly string[] {
  return [...new Set(refusals.map((refusal) => inWords(refusal, limits, words)))];
}

function inWords({ code, name }: Refusal, limits: Limits, words: Localize): string {
  // A name may run the other way than its sentence.
  const shown = `\u2068${shownName(name)}\u2069`;
  switch (code) {
    case 'too-large':
      return words.term('fileTooLarge', shown, sizeInWords(limits.maxSize, words));
    case 'empty':
      return words.term('fileEmpty', shown);
    case 'type':
      return words.term('fileTypeRefused', shown);
    case 'disguised':
      return words.term('fileDisguised', shown);
    case 'too-many':
      return words.term('tooManyFiles', limits.maxFiles);
    case 'no-room':
      return words.term('fileNoRoom');
  }
}
