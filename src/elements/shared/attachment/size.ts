import type { Localize } from '../../../i18n/localize.js';
import { inLanguage } from './number.js';

const units = [
  ['gigabyte', 1e9],
  ['megabyte', 1e6],
  ['kilobyte', 1e3],
] as const;

/** A size as a person reads it in the page's language, such as “2.1 MB”. */
export function sizeInWords(bytes: number, words: Localize): string {
  const [unit, one] = units.find(([, at]) => bytes >= at) ?? units[2];
  const size = bytes / one;
  return inLanguage(size, words, {
    style: 'unit',
    unit,
    unitDisplay: 'short',
    // A file of ten bytes has no size of zero.
    ...(size < 1 ? { maximumSignificantDigits: 1 } : { maximumFractionDigits: size < 10 ? 1 : 0 }),
  });
}
