import { expect } from '@open-wc/testing';
import { en } from '../../i18n/en.js';
import { languages } from '../../i18n/languages.js';
import type { Localize } from '../../i18n/localize.js';
import type { Terms } from '../../i18n/terms.js';
import { farName, sentence } from './far-name.js';

/** The words of one language, with no element that speaks it. */
function wordsOf(terms: Terms): Localize {
  const term = (key: keyof Terms, ...given: string[]): unknown => {
    const said = terms[key] as string | ((...given: string[]) => string);
    return typeof said === 'string' ? said : said(...given);
  };
  return { term } as Localize;
}

const all = Object.entries({ ...languages, en: () => Promise.resolve(en) });
const visitor = (far: string) => ({ far, party: 'visitor' }) as const;

describe('the far side’s name in a sentence', () => {
  it('stays as it is where both run the same way', () => {
    expect(farName(visitor('Anna'), wordsOf(en))).to.equal('Anna');
  });

  it('is kept apart from words that run the other way', async () => {
    expect(farName(visitor('ענת'), wordsOf(en))).to.equal('\u2068ענת\u2069');
    expect(farName(visitor('آنا'), wordsOf(en))).to.equal('\u2068آنا\u2069');
    for (const code of ['ar', 'he'])
      expect(farName(visitor('Anna'), wordsOf(await languages[code]!()))).to.equal(
        '\u2068Anna\u2069',
      );
  });

  for (const [code, fetch] of all) {
    it(`is the agent’s or the visitor’s part when there is none, capital where a sentence begins: ${code}`, async () => {
      const terms = await fetch();
      const words = wordsOf(terms);
      expect(farName(visitor(''), words)).to.equal(terms.theAgent);
      expect(farName({ far: '', party: 'agent' }, words)).to.equal(terms.theVisitor);
      for (const name of [terms.theAgent, terms.theVisitor]) {
        const [first] = sentence(terms.notHere(name), words);
        expect(first).to.equal(first!.toLocaleUpperCase(code));
        const [alone] = sentence(name, words);
        expect(alone).to.equal(alone!.toLocaleUpperCase(code));
      }
    });
  }
});

describe('a sentence', () => {
  const cases: [code: string, text: string, sentence: string][] = [
    ['en', 'the agent is calling you', 'The agent is calling you'],
    ['en', 'iPhone is calling you', 'iPhone is calling you'],
    ['en', 'irem', 'Irem'],
    ['tr', 'irem sizi arıyor', 'İrem sizi arıyor'],
    ['tr', 'ışık sizi arıyor', 'Işık sizi arıyor'],
    ['fr', 'l’assistance vous appelle', 'L’assistance vous appelle'],
    ['fr', 'd’Artagnan vous appelle', 'd’Artagnan vous appelle'],
  ];
  for (const [code, text, expected] of cases) {
    it(`begins with a capital as its language has it: ${expected} (${code})`, () => {
      expect(sentence(text, wordsOf({ ...en, $code: code }))).to.equal(expected);
    });
  }
});
