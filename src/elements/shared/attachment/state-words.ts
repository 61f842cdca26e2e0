import type { FileFailure, FileState, ItemState } from '../../../session/conversation.js';
import type { Localize } from '../../../i18n/localize.js';
import { inLanguage } from './number.js';
import { sizeInWords } from './size.js';

/** A file of the conversation, as it is drawn. */
export interface Attachment {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  readonly own: boolean;
  /** What to call the far side: `farName()`. */
  readonly far: string;
  readonly state: FileState;
  /** Where a host stores it. */
  readonly url?: string | undefined;
  readonly itemState: ItemState;
}

const pictureNames = /\.(png|jpe?g|gif|webp|avif)$/i;

/** Its name says that it is a picture, and its content is none. */
export const disguised = ({ name, state }: Attachment): boolean =>
  state.blob !== undefined && !state.picture && pictureNames.test(name);

/** It did not come to the other side, or it is not what it says: said in red. */
export const isBad = (attachment: Attachment): boolean =>
  attachment.state.is === 'failed' ||
  attachment.itemState === 'failed' ||
  (!attachment.own && disguised(attachment));

function failureInWords(
  failure: FileFailure | undefined,
  { own, far }: Attachment,
  words: Localize,
): string {
  switch (failure) {
    case 'gone':
      return own ? words.term('fileGoneHere') : words.term('fileGone', far);
    case 'too-large':
      return words.term('fileOverLimit');
    case 'upload-failed':
      return words.term('fileNotUploaded');
    case 'no-room':
      return words.term('fileNoRoom');
    default:
      return words.term('messageFailed');
  }
}

/** How far a file has come, in one line. */
export function stateInWords(attachment: Attachment, words: Localize): string {
  const { far, itemState, own, state } = attachment;
  const size = sizeInWords(attachment.size, words);
  if (itemState === 'failed') return words.term('messageFailed');
  switch (state.is) {
    case 'offered':
      return words.term(own ? 'farHasNotTaken' : 'farOffers', far, size);
    case 'waiting':
      return own && itemState !== 'sending' && state.moved === 0
        ? words.term('farHasNotTaken', far, size)
        : words.term('fileWaits', size);
    case 'moving':
      return words.term(own ? 'fileSending' : 'fileComing', partInWords(attachment, words), size);
    case 'done':
      if (own) return words.term('fileSent', size);
      return disguised(attachment)
        ? words.term('fileNotWhatItSays')
        : words.term('fileFrom', far, size);
    case 'stopped':
      return words.term('fileStopped');
    case 'failed':
      return failureInWords(state.failure, attachment, words);
  }
}

/** From 0 to 1. What was announced and what comes may differ. */
export const part = ({ size, state }: Attachment): number =>
  size > 0 ? Math.min(state.moved / size, 1) : 0;

export const partInWords = (attachment: Attachment, words: Localize): string =>
  inLanguage(part(attachment), words, { style: 'percent' });
