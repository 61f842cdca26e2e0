import { headSize, kindOf } from './file-head.js';
import {
  acts,
  endingOf,
  type FileKind,
  isActing,
  isKnown,
  isPicture,
  kinds,
} from './file-kinds.js';

export { headSize, kindOf } from './file-head.js';
export { type FileKind, isPicture, kinds, pictureTypes } from './file-kinds.js';
export { cleanName } from './file-name.js';

export interface FileRules {
  /** As in `<input accept>`: endings, mime types, `image/*`; empty takes all that does not run or act. */
  readonly accept: string;
  /** Bytes. */
  readonly maxSize: number;
}

// Files under these names always begin with their mark; of others, a text may be one.
const marked = new Set('png jpg jpeg gif webp avif pdf zip docx xlsx pptx'.split(' '));

/**
 * Why a file is not to be sent; undefined when it may be. `disguised`: its content is not what its name says.
 * What runs or acts (programs, scripts, SVG, HTML) is taken only under its own name, and where `accept` names it.
 */
export async function checkFile(
  file: File,
  rules: FileRules,
): Promise<'too-large' | 'empty' | 'type' | 'disguised' | undefined> {
  if (file.size === 0) return 'empty';
  if (file.size > rules.maxSize) return 'too-large';
  const head = await headOf(file);
  if (!head) return 'type';
  const ending = endingOf(file.name);
  const kind = kindOf(head);
  if (isDisguised(kind, ending)) return 'disguised';
  return isAccepted(rules.accept, kind, ending, file.type) ? undefined : 'type';
}

/** Undefined for what is no file: a folder that was dropped. */
async function headOf(file: File): Promise<Uint8Array | undefined> {
  try {
    return new Uint8Array(await file.slice(0, headSize).arrayBuffer());
  } catch {
    return undefined;
  }
}

function isDisguised(kind: FileKind | undefined, ending: string): boolean {
  if (kind === undefined) return marked.has(ending);
  if (kinds[kind].endings.includes(ending)) return false;
  // A program has many names of its own; a picture that is another kind of picture deceives nobody.
  if (isActing(kind)) return !acts(undefined, ending);
  if (isPicture(kind)) return isKnown(ending) && !isPictureName(ending);
  return isKnown(ending) && !acts(undefined, ending);
}

const isPictureName = (ending: string): boolean =>
  Object.entries(kinds).some(
    ([kind, { endings }]) => isPicture(kind as FileKind) && endings.includes(ending),
  );

function isAccepted(
  accept: string,
  kind: FileKind | undefined,
  ending: string,
  called: string,
): boolean {
  const wanted = accept
    .toLowerCase()
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean);
  const own = kind === undefined ? undefined : kinds[kind];
  const endings = isPicture(kind) ? kinds[kind].endings : [ending];
  // Many kinds of documents are a zip inside: which one only their names tell.
  const types = isPicture(kind) || kind === 'pdf' ? [own?.mime] : [own?.mime, called.toLowerCase()];
  if (acts(kind, ending)) {
    return wanted.some(
      (one) => one === `.${ending}` || (kind && isActing(kind) && one === own?.mime),
    );
  }
  if (wanted.length === 0) return true;
  return wanted.some((one) => {
    if (one.startsWith('.')) return endings.includes(one.slice(1));
    if (one === '*' || one === '*/*') return true;
    return types.some((type) =>
      one.endsWith('/*') ? type?.startsWith(one.slice(0, -1)) : type === one,
    );
  });
}
