import type { Localize } from '../../../i18n/localize.js';
import { sentence } from '../far-name.js';

const day = 86_400_000;
const made = new Map<string, unknown>();

/** Making one takes longer than drawing a message. */
function kept<T>(key: string, make: () => T): T {
  const there = (made.get(key) as T | undefined) ?? make();
  made.set(key, there);
  return there;
}

const formatOf = (locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  kept(locale + JSON.stringify(options), () => new Intl.DateTimeFormat(locale, options));

const relativeOf = (locale: string): Intl.RelativeTimeFormat =>
  kept(locale, () => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }));

/** The page's language with its region, where the words are in that language; else the words' own. */
export function localeOf(words: Localize): string {
  const [code, lang] = [words.term('$code'), words.lang()];
  return lang.split('-')[0] === code.split('-')[0] ? lang : code;
}

/** The time of day, such as 10:41. */
export const timeOfDay = (at: number, locale: string): string =>
  formatOf(locale, { timeStyle: 'short' }).format(at);

/** Where the day began, in the reader's time. */
export const dayOf = (at: number): number => new Date(at).setHours(0, 0, 0, 0);

/** A day in words: “Today”, “Yesterday”, “Monday 16 March”; with its year if that is another. */
export function dayInWords(at: number, today: number, locale: string, words: Localize): string {
  // Days have 23 or 25 hours twice a year.
  const ago = Math.round((today - dayOf(at)) / day);
  if (ago === 0 || ago === 1) {
    return sentence(relativeOf(locale).format(-ago, 'day'), words);
  }
  const sameYear = new Date(at).getFullYear() === new Date(today).getFullYear();
  return formatOf(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(sameYear ? {} : { year: 'numeric' }),
  }).format(at);
}
