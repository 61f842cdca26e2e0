import { acts, endingOf, type FileKind, isActing, isKnown, kinds } from './file-kinds.js';

/** Characters of a name that has been cleaned, at most; and bytes, of which file systems take 255. */
const longest = 120;
const mostBytes = 240;

// Paths, controls, marks of direction, what has no width, halves of pairs, and private characters.
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\u115f\u1160\u3164\uffa0\ufe00-\ufe0f]/gu;
const forbidden = /[<>:"|?*]/g;
const tower = /(\p{M}{3})\p{M}+/gu;
// Windows gives these to devices, in whatever folder and with whatever ending.
const device = /^(?:con|prn|aux|nul|clock\$|conin\$|conout\$|(?:com|lpt)[0-9¹²³])$/i;

/**
 * A name that a file may be shown and stored under: no path, nothing that is not seen, one ending, and that
 * one true of the content. What would run when it is clicked ends in `.bin`, unless its content is just that.
 */
export function cleanName(name: string, kind?: FileKind): string {
  const seen = name.replace(unseen, '');
  const plain = lastPart(seen)
    .replace(forbidden, '_')
    .normalize('NFC')
    .replace(tower, '$1')
    .replace(/\s+/g, ' ')
    .replace(/^[.\s]+/, '')
    .replace(/[.\s]+$/, '');
  const given = endingOf(plain);
  const rest = given === '' ? plain : plain.slice(0, -given.length - 1);
  const stem = oneEnding(rest, given);
  const ending = trueEnding(given, kind, seen === name && stem === rest);
  const named = stem.replace(/[.\s]+$/, '') || 'file';
  const safe = device.test(named.split('.')[0]?.trim() ?? '') ? `_${named}` : named;
  return ending === '' ? cut(safe, 0) : `${cut(safe, ending.length + 1)}.${ending}`;
}

const lastPart = (path: string): string =>
  path.split(/[/\\\u2044\u2215\u29f8\uff0f\uff3c]/).findLast((part) => /[^.\s]/.test(part)) ?? '';

/** `open`: the name plays no tricks, so what acts may be called what it is. */
function trueEnding(given: string, kind: FileKind | undefined, open: boolean): string {
  if (kind === undefined) return acts(kind, given) ? 'bin' : given;
  const { endings } = kinds[kind];
  if (isActing(kind)) return open && endings.includes(given) ? given : 'bin';
  const lies = given === '' || (isKnown(given) && !endings.includes(given));
  return lies ? (endings[0] ?? 'bin') : given;
}

/** `photo.jpg.exe` shows as `photo.jpg` where endings are hidden; `v1.2` and `.tar.gz` are no trick. */
const oneEnding = (stem: string, ending: string): string =>
  stem.replace(/\.([a-z0-9-]{1,20})(?=$|[.\s])/gi, (part: string, inner: string) =>
    isKnown(inner.toLowerCase()) && !(ending === 'gz' && inner === 'tar') ? `_${inner}` : part,
  );

function cut(stem: string, taken: number): string {
  const encoder = new TextEncoder();
  let kept = '';
  let bytes = taken;
  for (const character of Array.from(stem).slice(0, longest - taken)) {
    bytes += encoder.encode(character).length;
    if (bytes > mostBytes) break;
    kept += character;
  }
  return kept.replace(/[.\s]+$/, '');
}
