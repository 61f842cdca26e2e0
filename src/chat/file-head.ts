import { type FileKind, isPicture } from './file-kinds.js';

/** Bytes from the start of a file that tell its kind. */
export const headSize = 4096;

/** What a text begins with, at a place: `at` bytes from the start. */
type Mark = readonly [kind: FileKind, start: string, at?: number];

const marks: readonly Mark[] = [
  ['png', '\x89PNG\r\n\x1a\n'],
  ['jpeg', '\xff\xd8\xff'],
  ['gif', 'GIF87a'],
  ['gif', 'GIF89a'],
  ['webp', 'WEBPVP8', 8],
  ['tiff', 'II*\0'],
  ['tiff', 'MM\0*'],
  ['ico', '\0\0\x01\0'],
  ['pdf', '%PDF-'],
  ['rtf', '{\\rtf'],
  ['zip', 'PK\x03\x04'],
  ['zip', 'PK\x05\x06'],
  ['zip', 'PK\x07\x08'],
  ['ole', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'],
  ['7z', "7z\xbc\xaf'\x1c"],
  ['rar', 'Rar!\x1a\x07'],
  ['gzip', '\x1f\x8b'],
  ['webm', '\x1aE\xdf\xa3'],
  ['ogg', 'OggS'],
  ['riff', 'WAVE', 8],
  ['riff', 'AVI ', 8],
  ['mp3', 'ID3'],
  ['mp3', '\xff\xfb'],
  ['mp3', '\xff\xf3'],
  ['flac', 'fLaC'],
  // Windows, Linux, macOS (four ways round, and for two processors, which is also Java's), Android, a shortcut.
  ['program', 'MZ'],
  ['program', '\x7fELF'],
  ['program', '\xfe\xed\xfa\xce'],
  ['program', '\xfe\xed\xfa\xcf'],
  ['program', '\xce\xfa\xed\xfe'],
  ['program', '\xcf\xfa\xed\xfe'],
  ['program', '\xca\xfe\xba\xbe'],
  ['program', 'dex\n'],
  ['program', 'L\0\0\0\x01\x14\x02\0'],
];

// What a page may begin with, as browsers guess it (mimesniff.spec.whatwg.org, section 7.1), and more.
const page =
  /^<(?:!doctype\s+html|html|head|body|script|iframe|object|embed|link|meta|base|style|title|img|video|audio|math|template|form|input|button|details|marquee|h1|div|font|table|a|b|br|p)(?=[\s>/])/i;
const acting = /http:\/\/www\.w3\.org\/1999\/xhtml|<\?xml-stylesheet|<(?:\w+:)?script[\s>/]/i;
const drawing = /^<(?:[\w-]+:)?svg(?=[\s>/])/i;
/** Another file's beginning inside a picture's: it means to be taken for both. */
const second = /<(?:script|html|svg|iframe|!doctype|body|img|\?php)|%PDF-|javascript:/i;

/** What a file is, by its first bytes (`headSize` are enough); undefined when they do not tell. */
export function kindOf(head: Uint8Array): FileKind | undefined {
  const bytes = head.subarray(0, headSize);
  const raw = String.fromCharCode(...bytes);
  const kind = marked(raw) ?? boxed(raw) ?? written(textOf(bytes, raw));
  return isPicture(kind) && second.test(raw) ? 'html' : kind;
}

function marked(raw: string): FileKind | undefined {
  const found = marks.find(([, start, at = 0]) => raw.startsWith(start, at));
  if (found) return found[0];
  // Two letters alone may begin a text: the header behind them has a known size, and zeros.
  return raw.startsWith('BM') && raw.startsWith('\0\0\0\0', 6) && raw.startsWith('\0\0\0', 15)
    ? 'bmp'
    : undefined;
}

/** Files of boxes (ISO 14496-12) name their brands in the first one. */
function boxed(raw: string): FileKind | undefined {
  if (!raw.startsWith('ftyp', 4)) return undefined;
  const size = ((raw.charCodeAt(2) & 0x0f) << 8) | raw.charCodeAt(3);
  const brands = raw.slice(8, Math.max(12, size));
  if (/avif|avis/.test(brands)) return 'avif';
  return /heic|heix|hevc|mif1|msf1/.test(brands) ? 'heic' : 'mp4';
}

/** As a browser would read it; most of what hides in a text hides behind its encoding. */
function textOf(bytes: Uint8Array, raw: string): string {
  if (raw.startsWith('\xff\xfe') || raw.startsWith('<\0'))
    return new TextDecoder('utf-16le').decode(bytes);
  if (raw.startsWith('\xfe\xff') || raw.startsWith('\0<'))
    return new TextDecoder('utf-16be').decode(bytes);
  return raw.startsWith('\xef\xbb\xbf') ? raw.slice(3) : raw;
}

function written(text: string): FileKind | undefined {
  const start = /[^\s\0\x08-\x0d]/.exec(text.slice(0, 1024))?.index ?? 0;
  let rest = text.slice(start);
  if (rest.startsWith('#!')) return 'script';
  if (!rest.startsWith('<'))
    return /^(?:mime-version:|from: <saved by)/i.test(rest) ? 'html' : undefined;
  const xml = /^<\?xml/i.test(rest);
  // Declarations, comments and the types of documents come before the first element.
  for (;;) {
    const skip =
      /^(?:<\?(?:[^?]|\?(?!>))*\?>|<!--(?:[^-]|-(?!->))*-->|<!doctype\s+svg[^>[]*(?:\[[^\]]*\]\s*)?>|\s+)/i.exec(
        rest,
      );
    if (!skip) break;
    rest = rest.slice(skip[0].length);
  }
  if (drawing.test(rest)) return 'svg';
  if (/^<!doctype\s+svg/i.test(rest)) return 'svg';
  if (page.test(rest)) return 'html';
  // A comment may be longer than what is read here.
  if (rest.startsWith('<!--') && !xml) return 'html';
  return acting.test(text) ? 'html' : undefined;
}
