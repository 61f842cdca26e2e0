import { expect } from '@open-wc/testing';
import { en } from './en.js';
import { languages } from './languages.js';
import type { Terms } from './terms.js';

type Key = keyof Terms;
type Corner = Parameters<Terms['corner']>[0];

const far = 'Xw';
const duration = '04:12';
const corners: readonly Corner[] = ['top-left', 'top-right', 'bottom-left', 'bottom-right'];

const takesFar = (term: unknown): term is (far: string, duration: string) => string =>
  typeof term === 'function' && String(term).startsWith('(far');

/** All that a language says, with what it is given filled in. */
function spoken(terms: Terms): Map<Key, string> {
  const said = new Map<Key, string>();
  for (const key of Object.keys(terms) as Key[]) {
    const term = terms[key];
    if (key.startsWith('$')) continue;
    else if (key === 'corner') said.set(key, corners.map(terms.corner).join(' '));
    else if (key === 'paragraph') said.set(key, terms.paragraph(['A', 'B']));
    else if (key === 'endedBySelf') said.set(key, terms.endedBySelf(duration));
    else if (key === 'asSentence') said.set(key, terms.asSentence('A'));
    else if (takesFar(term)) said.set(key, term(far, duration));
    else said.set(key, term as string);
  }
  return said;
}

// Words that are the same in English, or that languages write alike.
const alike: Partial<Record<Key, string>> = {
  asSentence: 'de es fr it ko nl pl pt ru tr uk ar he',
  paragraph: 'de es fr it ko nl pl pt ru tr uk ar he hi',
  chat: 'de es fr it nl pt',
  conversation: 'fr',
  camera: 'nl',
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

      it('names the far side and the time wherever English does', () => {
        for (const [key, english] of spoken(en)) {
          const words = said.get(key)!;
          expect(words.includes(far), `${key}: ${words}`).to.equal(english.includes(far));
          expect(words.includes(duration), `${key}: ${words}`).to.equal(english.includes(duration));
        }
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
