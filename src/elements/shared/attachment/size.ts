import type { Localize } from '../../../i18n/localize.js';
import { inLanguage } from './number.js';

const units = [
  ['gigabyte', 1e9],
  ['megabyte', 1e6],
  ['kilobyte', 1e3],
] as const;

/** A size as a person reads it in the page's language, such as “2.1 MB”. */
export function sizeInWords(bytes: number, words: Localize): string {
  const found = units.find(([, one]) => bytes >= one);
  if (!found) return inLanguage(bytes, words, { style: 'unit', unit: 'byte', unitDisplay: 'long' });
  const [unit, one] = found;
  const size = bytes / one;
  return inLanguage(size, words, {
    style: 'unit',
    unit,
    unitDisplay: 'short',
    maximumFractionDigits: size < 10 ? 1 : 0,
  });
}
