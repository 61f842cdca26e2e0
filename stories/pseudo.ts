import { en } from '../src/i18n/en.js';
import type { Terms } from '../src/index.js';

const plain = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const accented = 'áƀçđéƒĝĥíĵķļɱñóþɋŕšŧúṽŵẋýžÅƁÇĐÉƑĜĤÍĴĶĻṀÑÓÞɊŔŠŦÚṼŴẊÝŽ';

/** Letter by letter twice as long, so that single words grow too; in brackets, so that a lost end shows. */
const stretch = (text: string): string =>
  text
    .split('\n')
    .map((line) => `[${line.replaceAll(/[a-z]/gi, doubled)}]`)
    .join('\n');

const doubled = (letter: string): string => accented.charAt(plain.indexOf(letter)).repeat(2);

const isGlue = (key: string): boolean =>
  key.startsWith('$') || key === 'asSentence' || key === 'paragraph';

/** English that nobody speaks: shows words that are not in the list of terms, and boxes too small for others. */
export const pseudo = {
  ...Object.fromEntries(
    Object.entries(en).map(([key, term]: [string, unknown]) => {
      if (isGlue(key)) return [key, term];
      if (typeof term === 'string') return [key, stretch(term)];
      return [key, (...given: []) => stretch((term as () => string)(...given))];
    }),
  ),
  $code: 'en-XA',
  $name: 'Pseudo',
} as Terms;
