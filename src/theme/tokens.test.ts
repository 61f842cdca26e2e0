import { expect, fixture, html } from '@open-wc/testing';
import '../define/hangup-button.js';
import '../define/headset-button.js';
import { colorsIn, contrastsIn, least, pairs } from '../../stories/theme/contrast.js';
import { fakeSession } from '../testing/fake-session.js';
import { provideSession } from '../testing/provide-session.js';
import { type TokenName, tokens } from './token-list.js';

const levels = [0, 51, 102, 153, 204, 255];
/** Brand colours across all that a screen can show. */
const brands = levels.flatMap((r) =>
  levels.flatMap((g) => levels.map((b) => `rgb(${r} ${g} ${b})`)),
);

/** A headset before a call and a telephone in one, in a theme with these attributes. */
async function theme(look = '', style = ''): Promise<HTMLElement> {
  const element = await fixture<HTMLElement>(
    html`<div data-visavis-theme=${look} style=${style}>
      <div></div>
      <div></div>
    </div>`,
  );
  for (const [index, tag] of (['headset-button', 'hangup-button'] as const).entries()) {
    const around = element.children[index] as HTMLElement;
    provideSession(around, fakeSession(index === 0 ? {} : { call: { phase: 'active' } }));
    const button = around.appendChild(document.createElement(tag));
    await button.updateComplete;
  }
  return element;
}

const colorIn = (element: HTMLElement, name: TokenName) =>
  colorsIn(element, [name]).get(name)?.join(' ');

const tooWeak = (element: HTMLElement, of = pairs) =>
  contrastsIn(element, of)
    .filter(({ kind, ratio }) => ratio < least[kind])
    .map(({ back, front, ratio }) => `${front} on ${back}: ${ratio.toFixed(2)}`);

/** What has to be readable on what, of the headset's button alone. */
const headset = pairs.filter(({ front }) => front === '--visavis-button-fg');

const light = { surface: '255 255 255', text: '23 28 34' };
const dark = { surface: '23 28 34', text: '239 242 245' };
const lookOf = (element: HTMLElement) => ({
  surface: colorIn(element, '--visavis-color-surface'),
  text: colorIn(element, '--visavis-color-text'),
});

describe('the tokens', () => {
  it('come to the page with the first element that is defined', () => {
    const page = getComputedStyle(document.documentElement);
    const missing = tokens.filter(({ name, unset }) => !unset && !page.getPropertyValue(name));
    expect(missing).to.deep.equal([]);
  });

  it('weigh nothing: any rule of the host wins', async () => {
    const element = await fixture<HTMLElement>(html`
      <section data-visavis-theme="dark">
        <style>
          section {
            --visavis-color-surface: rgb(1 2 3);
            color-scheme: light;
          }
        </style>
      </section>
    `);
    expect(colorIn(element, '--visavis-color-surface')).to.equal('1 2 3');
    expect(colorIn(element, '--visavis-color-text')).to.equal(light.text);
  });
});

describe('a theme by attribute', () => {
  const page = document.documentElement;
  afterEach(() => {
    delete page.dataset.visavisTheme;
    page.style.colorScheme = '';
  });

  it('is the page’s own scheme while it names none', async () => {
    const element = await theme();
    expect(lookOf(element)).to.deep.equal(light);
    page.style.colorScheme = 'dark';
    expect(lookOf(element)).to.deep.equal(dark);
  });

  it('can be light in a dark page and dark in a light one, with its form controls', async () => {
    const element = await theme('dark');
    expect(lookOf(element)).to.deep.equal(dark);
    expect(getComputedStyle(element).colorScheme).to.equal('dark');
    page.dataset.visavisTheme = 'dark';
    element.dataset.visavisTheme = 'light';
    expect(lookOf(document.body)).to.deep.equal(dark);
    expect(lookOf(element)).to.deep.equal(light);
  });

  it('can stand on an element of the kit', async () => {
    const headset = (await theme()).querySelector('headset-button')!;
    headset.dataset.visavisTheme = 'dark';
    expect(lookOf(headset)).to.deep.equal(dark);
  });

  it('has more contrast, in either scheme, and so have the themes inside it', async () => {
    page.dataset.visavisTheme = 'contrast';
    const element = await theme('', '--visavis-brand: #7a1fa2');
    expect(colorIn(document.body, '--visavis-color-text')).to.equal('0 0 0');
    expect(colorIn(element, '--visavis-color-text')).to.equal('0 0 0');
    expect(getComputedStyle(element).getPropertyValue('--visavis-control-border-width')).to.equal(
      '2px',
    );
    element.dataset.visavisTheme = 'dark';
    expect(colorIn(element, '--visavis-color-text')).to.equal('255 255 255');
  });

  it('changes the same things as when a person asks their system for more contrast', () => {
    const rules = document.adoptedStyleSheets.flatMap(({ cssRules }) => [...cssRules]);
    const media = rules.find(
      (rule) => rule instanceof CSSMediaRule && rule.conditionText.includes('prefers-contrast'),
    ) as CSSMediaRule;
    const attribute = rules.find(
      (rule) => rule instanceof CSSStyleRule && rule.selectorText.includes('contrast'),
    ) as CSSStyleRule;
    const [asked] = media.cssRules;
    expect((asked as CSSStyleRule).style.cssText).to.equal(attribute.style.cssText);
    expect(attribute.style).to.have.length.above(5);
  });

  it('lies inside another with its own brand and scheme', async () => {
    const outer = await theme('dark', '--visavis-brand: rgb(255 204 0)');
    const inner = outer.appendChild(await theme('light', '--visavis-brand: rgb(15 118 110)'));
    expect(colorIn(inner, '--visavis-color-brand')).to.equal('15 118 110');
    expect(colorIn(inner, '--visavis-button-fg')).to.equal('255 255 255');
    expect(colorIn(outer, '--visavis-button-fg')).to.equal('0 0 0');
    expect(lookOf(inner)).to.deep.equal(light);
  });
});

describe('the brand', () => {
  const syntaxes = [
    'rebeccapurple',
    '#0f766e',
    '#fc0',
    'rgb(181 16 111)',
    'hsl(28 80% 52%)',
    'hwb(194 0% 0%)',
    'lab(29% 39 20)',
    'lch(52% 72 50)',
    'oklab(0.4 0.11 0.05)',
    'oklch(0.6 0.15 50)',
    'color(display-p3 0.2 0.6 0.3)',
    'color(srgb-linear 0.1 0.2 0.7)',
    'color-mix(in oklab, teal, white 30%)',
    'oklch(from tomato 0.5 c h)',
    'var(--host-colour)',
    'light-dark(navy, pink)',
  ];
  for (const brand of syntaxes) {
    it(`may be written as ${brand}`, async () => {
      const element = await theme('light', `--host-colour: seagreen; --visavis-brand: ${brand}`);
      const plain = await theme('light', `--host-colour: seagreen; --visavis-color-text: ${brand}`);
      expect(colorIn(element, '--visavis-color-brand')).to.equal(
        colorIn(plain, '--visavis-color-text'),
      );
      expect(tooWeak(element)).to.deep.equal([]);
    });
  }
});

describe('contrast', () => {
  for (const look of ['light', 'dark', 'light contrast', 'dark contrast']) {
    it(`is enough as shipped: ${look}`, async () => {
      expect(tooWeak(await theme(look))).to.deep.equal([]);
    });

    it(`is enough with any brand: ${look}`, async () => {
      const element = await theme(look);
      const weak = brands.flatMap((brand) => {
        element.style.setProperty('--visavis-brand', brand);
        return tooWeak(element).map((what) => `${brand}: ${what}`);
      });
      // Some of them say enough, and thousands would take minutes to print.
      expect(weak.slice(0, 5)).to.deep.equal([]);
    });
  }

  it('is enough on the visitor’s button when a host changes its fill alone, wherever it does', async () => {
    const element = await theme();
    for (const place of [element, element.querySelector('headset-button')!]) {
      const weak = brands.flatMap((fill) => {
        place.style.setProperty('--visavis-button-bg', fill);
        return contrastsIn(element, headset).filter(({ ratio }) => ratio < least.text);
      });
      expect(weak.slice(0, 5)).to.deep.equal([]);
      place.removeAttribute('style');
    }
  });

  it('is the host’s own affair once it sets what is drawn on the fill', async () => {
    const element = await theme('', '--visavis-button-bg: white; --visavis-button-fg: rgb(9 9 9)');
    expect(colorIn(element, '--visavis-button-fg')).to.equal('9 9 9');
    element.style.setProperty('--visavis-button-bg-hover', 'rgb(7 7 7)');
    expect(colorIn(element, '--visavis-button-bg-hover')).to.equal('7 7 7');
  });
});
