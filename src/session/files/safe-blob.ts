import { headSize, isPicture, kindOf, kinds } from '../../chat/file-kind.js';

/** What a page may do with a file, told by its content: a picture may be shown, all else only saved. */
export interface SafeBlob {
  readonly blob: Blob;
  readonly picture: boolean;
}

/** Gives the bytes a type under which no browser runs them. Rejects when they cannot be read. */
export async function safeBlob(bytes: Blob): Promise<SafeBlob> {
  const kind = kindOf(new Uint8Array(await bytes.slice(0, headSize).arrayBuffer()));
  const picture = isPicture(kind);
  const type = picture ? kinds[kind].mime : 'application/octet-stream';
  return { blob: bytes.slice(0, bytes.size, type), picture };
}
