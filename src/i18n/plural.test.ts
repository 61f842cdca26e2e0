import { expect } from '@open-wc/testing';
import { plural } from './plural.js';

describe('plural', () => {
  it('picks the form that the language has for the count', () => {
    const files = plural('pl', { one: 'plik', few: 'pliki', many: 'plików', other: 'pliku' });
    expect([1, 2, 5, 22, 1.5].map(files)).to.deep.equal([
      'plik',
      'pliki',
      'plików',
      'pliki',
      'pliku',
    ]);
  });

  it('takes the other form where a language says no own one', () => {
    const letters = plural('ar', { one: 'a', other: 'b' });
    expect([0, 1, 2, 3, 11, 100].map(letters)).to.deep.equal(['b', 'a', 'b', 'b', 'b', 'b']);
  });

  it('keeps the languages apart', () => {
    const forms = { one: 'one', other: 'other' };
    expect(plural('fr', forms)(0)).to.equal('one');
    expect(plural('de', forms)(0)).to.equal('other');
  });
});
