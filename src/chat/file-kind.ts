export type FileKind = 'png' | 'jpeg' | 'gif' | 'webp' | 'avif' | 'pdf';

const starts: readonly (readonly [FileKind, number, string])[] = [
  ['png', 0, '\x89PNG\r\n\x1a\n'],
  ['jpeg', 0, '\xff\xd8\xff'],
  ['gif', 0, 'GIF8'],
  ['webp', 8, 'WEBP'],
  ['avif', 4, 'ftypavif'],
  ['pdf', 0, '%PDF-'],
];

/** What the first bytes of a file say it is. */
export function kindOf(head: Uint8Array): FileKind | undefined {
  const text = String.fromCharCode(...head.subarray(0, 32));
  return starts.find(([, at, start]) => text.startsWith(start, at))?.[0];
}

/** A name that is safe to save under. */
export const cleanName = (name: string, kind: FileKind | undefined): string =>
  name
    .replace(/^.*[/\\]/s, '')
    .replace(/[\u0000-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '') ||
  (kind ?? 'file');

/** Why a file is not taken; undefined when it is. */
export async function checkFile(
  file: File,
  { accept, maxSize }: { readonly accept: string; readonly maxSize: number },
): Promise<'too-large' | 'empty' | 'type' | 'disguised' | undefined> {
  if (file.size === 0) return 'empty';
  if (file.size > maxSize) return 'too-large';
  const wanted = accept.split(',').map((one) => one.trim().toLowerCase());
  const fits = (one: string): boolean =>
    one.startsWith('.')
      ? file.name.toLowerCase().endsWith(one)
      : one.endsWith('/*')
        ? file.type.startsWith(one.slice(0, -1))
        : file.type === one;
  if (accept.trim() && !wanted.some(fits)) return 'type';
  const kind = kindOf(new Uint8Array(await file.slice(0, 64).arrayBuffer()));
  return file.type.startsWith('image/') && !kind ? 'disguised' : undefined;
}
