import { expect } from '@open-wc/testing';
import { cssOf, readTokens, valueToCss } from '../../scripts/design-tokens.mjs';
import '../define/headset-button.js';

const color = (components: readonly number[]) => ({ colorSpace: 'oklch', components });
const red = { $type: 'color', $value: color([0.5, 0.2, 26]), $description: 'Red.' };
const token = (more: object) => ({ ...red, ...more });
const say = (own: object) => ({ $extensions: { 'dev.visavis': own } });

const read =
  (low: object, high: object = {}) =>
  () =>
    readTokens([
      ['low', low],
      ['high', high],
    ]);

describe('the source of the tokens', () => {
  it('becomes custom properties: groups are parts of the name, references variables', () => {
    const layers = [
      ['low', { $description: 'What exists', brand: red }],
      [
        'high',
        {
          $description: 'What it is for',
          color: {
            $type: 'color',
            text: { $value: '{brand}', $description: 'Words.', ...say({ dark: '#fff' }) },
          },
        },
      ],
    ];
    const css = cssOf(readTokens(layers), layers);
    expect(css).to.contain('--visavis-brand: oklch(0.5 0.2 26);');
    expect(css).to.contain('/* Words. */');
    expect(css).to.contain('--visavis-color-text: light-dark(var(--visavis-brand), #fff);');
  });

  it('says which token refers to one that there is not', () => {
    expect(read({ red, text: token({ $value: '{rde}' }) })).to.throw(
      'text: there is no token {rde}',
    );
    expect(read({ red: token(say({ dark: 'color-mix(in oklab, {blue}, #fff)' })) })).to.throw(
      'red: there is no token {blue}',
    );
    expect(read({ red: token(say({ 'reads-on': ['{paper}'] })) })).to.throw(
      'red: there is no token {paper}',
    );
  });

  it('says which tokens refer to each other', () => {
    const source = { a: token({ $value: '{b}' }), b: token({ $value: '{a}' }) };
    expect(read(source)).to.throw('a: refers to itself: a → b → a');
  });

  it('says which token has no type, and takes the type of what it refers to', () => {
    const untyped = { $value: '{red}', $description: 'Like red.' };
    expect(read({ red, like: untyped })()[1]).to.include({ type: 'color' });
    expect(read({ size: { $value: 3, $description: 'A size.' } })).to.throw(
      'size: has no $type, nor does its group',
    );
  });

  it('says which token uses a higher layer, is written twice, or has an unknown key', () => {
    expect(read({ text: token({ $value: '{red}' }) }, { red })).to.throw(
      'text: is of the low layer and may not use {red}',
    );
    expect(read({ red }, { red })).to.throw('red: written twice');
    expect(read({ red: token(say({ drak: '#fff' })) })).to.throw('red: unknown extension "drak"');
    expect(read({ red: token({ $description: undefined }) })).to.throw('red: has no $description');
  });

  it('says everything at once', () => {
    expect(read({ a: token({ $value: '{b}' }), c: token({ $value: '{d}' }) })).to.throw(
      /\{b\}[^]*\{d\}/,
    );
  });

  it('tells other tools the colours that the formulas come to as shipped', async () => {
    const layers = await Promise.all(
      ['brand', 'reference', 'semantic', 'component'].map(async (layer) => [
        layer,
        (await (await fetch(`/src/theme/${layer}.tokens.json`)).json()) as unknown,
      ]),
    );
    const probe = document.body.appendChild(document.createElement('i'));
    const oklab = (value: string): number[] => {
      probe.style.color = `oklab(from ${value} l a b)`;
      return (
        getComputedStyle(probe)
          .color.match(/[-.\d]+(?:e-\d+)?/g)
          ?.map(Number) ?? []
      );
    };
    const wrong = readTokens(layers)
      .filter(({ own, type, value }) => type === 'color' && own.css && typeof value !== 'string')
      .filter(({ name, value }) => {
        const [told, shown] = [oklab(valueToCss('color', value)), oklab(`var(${name})`)];
        return told.some((number, at) => !(Math.abs(number - (shown[at] ?? NaN)) < 0.001));
      })
      .map(({ name }) => name);
    probe.remove();
    expect(wrong).to.deep.equal([]);
  });
});
