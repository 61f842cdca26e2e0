import type { Localize } from '../../../i18n/localize.js';

const formats = new Map<string, Intl.NumberFormat>();

/** A number as the page's language writes it. Makes no format twice: a file that moves is drawn often. */
export function inLanguage(
  value: number,
  words: Localize,
  options: Intl.NumberFormatOptions,
): string {
  const key = `${words.lang()} ${JSON.stringify(options)}`;
  const format = formats.get(key) ?? new Intl.NumberFormat(words.lang(), options);
  formats.set(key, format);
  return format.format(value);
}
