import { copyAsPage, copyAsText, copyName } from '../../chat/copy.js';
import type { Localize } from '../../i18n/localize.js';
import type { ConversationSnapshot } from '../../session/conversation.js';
import { copyWords } from './copy-words.js';

// Bytes. Larger pictures are named alone: the page is to open anywhere, and be sent by mail.
const largestPicture = 2_000_000;
const mostPictures = 20_000_000;
// Milliseconds that a browser may take to begin.
const begunAfter = 60_000;

/** Gives the person a copy of the conversation, as a file. */
export async function saveCopy(
  snapshot: ConversationSnapshot,
  names: Parameters<typeof copyWords>[1],
  words: Localize,
  as: 'txt' | 'html',
): Promise<void> {
  const pictures = as === 'html' ? await picturesIn(snapshot) : new Map<string, string>();
  const worded = copyWords(snapshot, names, words, pictures);
  const [text, type] =
    as === 'html'
      ? [copyAsPage(snapshot.items, worded), 'text/html']
      : [copyAsText(snapshot.items, worded), 'text/plain'];
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const begun = snapshot.items[0]?.at ?? Date.now();
  const download = copyName(names.far, begun, as);
  Object.assign(document.createElement('a'), { href: url, download }).click();
  setTimeout(() => URL.revokeObjectURL(url), begunAfter);
}

async function picturesIn({ files, items }: ConversationSnapshot): Promise<Map<string, string>> {
  const pictures = new Map<string, string>();
  let left = mostPictures;
  for (const { body } of items) {
    if (body.type !== 'file') continue;
    const { blob, picture } = files.get(body.file) ?? {};
    if (!picture || !blob || blob.size > Math.min(largestPicture, left)) continue;
    left -= blob.size;
    // A blob that cannot be read any more is named alone, like one that is not here.
    const url = await dataUrl(blob).catch(() => undefined);
    if (url) pictures.set(body.file, url);
  }
  return pictures;
}

function dataUrl(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as string);
    reader.onerror = () => reject(reader.error ?? new Error('unreadable'));
    reader.readAsDataURL(blob);
  });
}
