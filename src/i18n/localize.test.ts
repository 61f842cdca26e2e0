import { expect, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import './calls.js';
import { en } from './en.js';
import { languages } from './languages.js';
import {
  addLanguage,
  loadLanguagesBy,
  Localize,
  overrideTerms,
  registerTranslation,
} from './localize.js';

class SaysAccept extends LitElement {
  readonly words = new Localize(this);

  protected override render(): unknown {
    return this.words.term('accept');
  }
}
customElements.define('says-accept', SaysAccept);

const says = async (root: ParentNode = document): Promise<string> => {
  const element = root.querySelector<SaysAccept>('says-accept')!;
  await element.updateComplete;
  return element.renderRoot.textContent.trim();
};

const page = document.documentElement;

/** Mutation observers have been heard, and what they asked for is rendered. */
const heard = (): Promise<void> => new Promise((done) => setTimeout(done));

describe('the words of an element', () => {
  before(async () => {
    for (const code of ['de', 'pt', 'zh']) addLanguage(await languages[code]!());
  });
  beforeEach(() => {
    page.lang = 'en';
  });
  after(() => page.removeAttribute('lang'));

  it('are in the language of the page, which may change', async () => {
    await fixture(html`<says-accept></says-accept>`);
    expect(await says()).to.equal('Accept');
    page.lang = 'de';
    await heard();
    expect(await says()).to.equal('Annehmen');
    page.lang = 'en';
    await heard();
    expect(await says()).to.equal('Accept');
  });

  it('are in that of the nearest lang around it, its own first', async () => {
    const box = await fixture(
      html`<div lang="de">
        <p><says-accept></says-accept></p>
      </div>`,
    );
    expect(await says()).to.equal('Annehmen');
    box.querySelector<SaysAccept>('says-accept')!.lang = 'pt';
    await heard();
    expect(await says()).to.equal('Aceitar');
    box.querySelector('says-accept')!.removeAttribute('lang');
    box.querySelector('p')!.lang = 'zh';
    await heard();
    expect(await says()).to.equal('接听');
  });

  it('look out of shadow roots, and through the slots an element stands in', async () => {
    const host = await fixture(html`<div lang="de"></div>`);
    const root = host.attachShadow({ mode: 'open' });
    root.innerHTML = '<says-accept></says-accept>';
    expect(await says(root)).to.equal('Annehmen');

    const frame = await fixture(html`<div></div>`);
    frame.attachShadow({ mode: 'open' }).innerHTML = '<section lang="pt"><slot></slot></section>';
    frame.innerHTML = '<says-accept></says-accept>';
    expect(await says(frame)).to.equal('Aceitar');
    frame.shadowRoot!.querySelector('section')!.lang = 'de';
    await heard();
    expect(await says(frame), 'a lang that changes inside a shadow root').to.equal('Annehmen');
  });

  it('change when the element is moved into another language', async () => {
    const box = await fixture(
      html`<div>
        <p lang="de"><says-accept></says-accept></p>
        <p lang="pt"></p>
      </div>`,
    );
    expect(await says()).to.equal('Annehmen');
    box.lastElementChild!.append(box.querySelector('says-accept')!);
    expect(await says()).to.equal('Aceitar');
  });

  for (const [lang, words, tag] of [
    ['pt-BR', 'Aceitar', 'pt-BR'],
    ['pt_PT', 'Aceitar', 'pt-PT'],
    ['zh-Hant-TW', '接听', 'zh-Hant-TW'],
    ['DE-at', 'Annehmen', 'de-AT'],
    ['tlh', 'Accept', 'tlh'],
    ['no language!', 'Accept', 'en'],
  ]) {
    it(`are “${words}” for lang="${lang}", with a tag that Intl understands`, async () => {
      await fixture(html`<div lang=${lang}><says-accept></says-accept></div>`);
      expect(await says()).to.equal(words);
      const element = document.querySelector<SaysAccept>('says-accept')!;
      expect(element.words.lang()).to.equal(tag);
    });
  }

  it('are looked up once for all that is said at a time', async () => {
    const box = await fixture(html`<div lang="de"><says-accept></says-accept></div>`);
    await says();
    let looks = 0;
    const language = { get: () => ((looks += 1), 'pt') };
    Object.defineProperty(box, 'lang', language);
    const { words } = box.querySelector<SaysAccept>('says-accept')!;
    words.sayAnew();
    expect([words.term('accept'), words.term('decline')]).to.deep.equal(['Aceitar', 'Recusar']);
    expect(looks).to.equal(1);
  });
});

describe('a host', () => {
  const inLanguage = (lang: string): Promise<Element> =>
    fixture(html`<div lang=${lang}><says-accept></says-accept></div>`);

  it('adds a language, and elements on the page speak it', async () => {
    await inLanguage('eo');
    expect(await says()).to.equal('Accept');
    registerTranslation({ ...en, $code: 'eo', $name: 'Esperanto', accept: 'Akcepti' });
    expect(await says()).to.equal('Akcepti');
  });

  it('replaces terms of a language that is loaded', async () => {
    addLanguage(await languages.fr!());
    await inLanguage('fr');
    expect(await says()).to.equal('Accepter');
    overrideTerms('fr', { accept: 'Répondre' });
    expect(await says()).to.equal('Répondre');
  });

  it('replaces terms of a language that is loaded later', async () => {
    await inLanguage('es');
    overrideTerms('es', { accept: 'Atender' });
    overrideTerms('es', { decline: 'No atender' });
    expect(await says()).to.equal('Atender');
    addLanguage(await languages.es!());
    expect(await says()).to.equal('Atender');
    const { words } = document.querySelector<SaysAccept>('says-accept')!;
    expect(words.term('decline')).to.equal('No atender');
    expect(words.term('endCall')).to.equal('Colgar');
  });

  it('replaces terms of one region alone', async () => {
    overrideTerms('fr-CA', { endCall: 'Mettre fin' });
    await inLanguage('fr-CA');
    const { words } = document.querySelector<SaysAccept>('says-accept')!;
    expect(words.term('endCall')).to.equal('Mettre fin');
    expect(words.term('decline')).to.equal('Refuser');
    await inLanguage('fr');
    const others = [...document.querySelectorAll<SaysAccept>('says-accept')].at(-1)!;
    expect(others.words.term('endCall')).to.equal('Raccrocher');
  });

  it('replaces English terms, also where English stands in for another language', async () => {
    overrideTerms('en', { accept: 'Pick up' });
    await inLanguage('tlh');
    expect(await says()).to.equal('Pick up');
    overrideTerms('en', { accept: en.accept });
    expect(await says()).to.equal('Accept');
  });

  it('is kept by the types from a term that does not exist, or that takes something else', () => {
    // @ts-expect-error There is no such term.
    overrideTerms('x-test', { acept: 'Accept' });
    // @ts-expect-error It is not given a number.
    overrideTerms('x-test', { calling: (far: number) => String(far) });
    // @ts-expect-error A language has every term.
    const incomplete = (): void => registerTranslation({ $code: 'x', $name: 'X', $dir: 'ltr' });
    expect(incomplete).to.be.a('function');
  });
});

describe('languages loaded when needed', () => {
  it('are asked for once by each element, again by the next one and in the next language', async () => {
    const asked: string[] = [];
    const box = await fixture(html`<div lang="it"><says-accept></says-accept></div>`);
    loadLanguagesBy((lang) => asked.push(lang));
    await says();
    const element = box.querySelector<SaysAccept>('says-accept')!;
    element.requestUpdate();
    await says();
    expect(asked).to.deep.equal(['it']);

    box.append(element);
    await says();
    expect(asked).to.deep.equal(['it', 'it']);
    box.setAttribute('lang', 'nl-BE');
    await heard();
    await says();
    expect(asked).to.deep.equal(['it', 'it', 'nl-BE']);
  });
});
