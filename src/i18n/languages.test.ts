import { expect } from '@open-wc/testing';
import { en } from './en.js';
import { languages } from './languages.js';
import type { Terms } from './terms.js';

type Key = keyof Terms;
type Corner = Parameters<Terms['corner']>[0];

const corners: readonly Corner[] = ['top-left', 'top-right', 'bottom-left', 'bottom-right'];

const levels = [1, 2, 3, 4, 5] as const;

// What terms are given, by the names of their parameters. No language counts five with a word.
const given: Readonly<Record<string, string | number>> = {
  far: 'Xw',
  who: 'Yq',
  name: 'Zk.pdf',
  size: '2.1 MB',
  most: '9 MB',
  part: '62 %',
  text: 'Vj',
  device: 'Qd',
  duration: '04:12',
  count: 5,
};

/** The parameters a term names, as it is written. */
function parameters(term: unknown): readonly string[] {
  if (typeof term !== 'function') return [];
  return /^\(([^)]*)\)/
    .exec(String(term))![1]!
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
}

const fillIn = (term: unknown): string =>
  (term as (...all: unknown[]) => string)(...parameters(term).map((name) => given[name]));

/** All that a language says, with what it is given filled in. */
function spoken(terms: Terms): Map<Key, string> {
  const said = new Map<Key, string>();
  for (const key of Object.keys(terms) as Key[]) {
    const term = terms[key];
    if (key.startsWith('$')) continue;
    else if (key === 'corner') said.set(key, corners.map(terms.corner).join(' '));
    else if (key === 'ownNetwork') said.set(key, levels.map(terms.ownNetwork).join(' '));
    else if (key === 'farNetwork')
      said.set(key, levels.map((level) => terms.farNetwork('Xw', level)).join(' '));
    else if (key === 'paragraph') said.set(key, terms.paragraph(['A', 'B']));
    else if (key === 'asSentence') said.set(key, terms.asSentence('A'));
    else said.set(key, typeof term === 'function' ? fillIn(term) : term);
  }
  return said;
}

type Counts = 'newMessages' | 'tooLong' | 'charactersLeft' | 'tooManyFiles';
const counted: readonly Counts[] = ['newMessages', 'tooLong', 'charactersLeft', 'tooManyFiles'];

// How many ways there are to say “new messages”. One, where a noun after a number stays as it is.
const ways: Readonly<Record<string, number>> = {
  ...{ ja: 1, ko: 1, tr: 1, zh: 1 },
  ...{ he: 3, pl: 3, ru: 3, uk: 3 },
  ar: 4,
};

// Words that are the same in English, or that languages write alike.
const alike: Partial<Record<Key, string>> = {
  asSentence: 'de es fr it ko nl pl pt ru tr uk ar he',
  paragraph: 'de es fr it ko nl pl pt ru tr uk ar he hi',
  chat: 'de es fr it nl pt',
  conversation: 'fr',
  camera: 'nl',
  says: 'de es it ko nl pl pt ru tr uk ar he hi',
};

// One full stop, ellipsis and pair of quotes for each writing.
const foreign: Record<string, RegExp> = {
  zh: /['"]|[^0-9A-Za-z][.,:;?!]|\.\.\./,
  ja: /['"]|[^0-9A-Za-z][.,:;?!]|\.\.\./,
  hi: /['"]|\.( |$|\n)/,
  ar: /['"]|[,;?]|\.\.\./,
};
const straight = /['"]|\.\.\./;

describe('the languages', () => {
  it('are at least twelve, those that are asked for among them', () => {
    expect(Object.keys(languages)).to.include.members('ar de es fr he hi ja pt zh'.split(' '));
    expect(Object.keys(languages).length).to.be.at.least(12);
  });

  for (const [code, fetch] of Object.entries(languages)) {
    describe(code, () => {
      let terms: Terms;
      let said: Map<Key, string>;

      before(async () => {
        terms = await fetch();
        said = spoken(terms);
      });

      it('says what it is: its code, its name, its direction', () => {
        expect(terms.$code).to.equal(code);
        const ownName = new Intl.DisplayNames(code, { type: 'language' }).of(code)!;
        expect(terms.$name.toLocaleLowerCase(code)).to.contain(ownName.toLocaleLowerCase(code));
        expect(terms.$dir).to.equal(['ar', 'he'].includes(code) ? 'rtl' : 'ltr');
      });

      it('has every term, and no other', () => {
        expect(Object.keys(terms).sort()).to.deep.equal(Object.keys(en).sort());
        for (const [key, words] of said) expect(words.trim(), key).to.not.equal('');
      });

      it('is given what English is given, and says all of it', () => {
        for (const [key, words] of said) {
          const names = parameters(en[key]);
          expect(parameters(terms[key]), key).to.deep.equal(names);
          for (const [name, it] of Object.entries(given)) {
            const why = `${name} in ${key}: ${words}`;
            expect(words.includes(String(it)), why).to.equal(names.includes(name));
          }
        }
      });

      it('counts in each form that it has, by its own rules', () => {
        const rules = new Intl.PluralRules(code);
        for (const key of counted) {
          const forms = new Map<string, string>();
          for (let count = 0; count <= 130; count += 1) {
            const words = terms[key](count).replace(String(count), '#');
            const rule = rules.select(count);
            // None at all may be said in its own way.
            expect(words, `${key} of ${count}`).to.equal(forms.get(rule) ?? words);
            forms.set(rule, words);
          }
          const different = new Set(forms.values()).size;
          const asked = ways[code] ?? 2;
          const why = `${key}: ${[...forms].join('; ')}`;
          if (key === 'newMessages') expect(different, why).to.equal(asked);
          if (key === 'tooManyFiles') expect(different, why).to.be.at.least(Math.min(asked, 2));
        }
      });

      it('writes a large number as it does', () => {
        const digits = new Intl.NumberFormat(code).format(12_345);
        expect(terms.tooLong(12_345)).to.contain(digits);
      });

      it('names the buttons of an offered file by what is shown on them', () => {
        const inLower = (key: 'take' | 'refuse' | 'takeFile' | 'refuseFile'): string =>
          said.get(key)!.toLocaleLowerCase(code);
        expect(inLower('takeFile')).to.contain(inLower('take'));
        expect(inLower('refuseFile')).to.contain(inLower('refuse'));
      });

      it('leaves nothing in English', () => {
        for (const [key, english] of spoken(en)) {
          if (alike[key]?.split(' ').includes(code)) continue;
          expect(said.get(key), key).to.not.equal(english);
        }
      });

      it('has as many steps as English, and ends a sentence where English does', () => {
        const ends = /[.。।]$/;
        for (const [key, english] of spoken(en)) {
          const words = said.get(key)!;
          expect(words.split('\n').length, key).to.equal(english.split('\n').length);
          if (key === 'paragraph') continue;
          expect(ends.test(words), `${key}: ${words}`).to.equal(ends.test(english));
          expect(words.endsWith('…'), `${key}: ${words}`).to.equal(english.endsWith('…'));
        }
      });

      it('has the quotes and stops of its writing', () => {
        for (const [key, words] of said) {
          if (key === 'paragraph') continue;
          expect(words, key).to.not.match(foreign[code] ?? straight);
        }
      });
    });
  }
});
