import { cleanName, headSize, kindOf } from '../../../chat/file-kind.js';

// Milliseconds that a browser may take to begin.
const begunAfter = 60_000;

/** Saves a file to this machine. As bytes of no type, so that no browser opens it in the page's own origin. */
export async function save(blob: Blob, name: string): Promise<void> {
  const kind = kindOf(new Uint8Array(await blob.slice(0, headSize).arrayBuffer()));
  const url = URL.createObjectURL(blob.slice(0, blob.size, 'application/octet-stream'));
  const link = Object.assign(document.createElement('a'), {
    href: url,
    download: cleanName(name, kind),
  });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), begunAfter);
}
