import { expect } from '@open-wc/testing';
import { hostileLinks, hostileTexts } from '../testing/hostile-texts.js';
import { textParts } from './links.js';

const linksIn = (text: string) => textParts(text).filter(({ href }) => href !== undefined);
const together = (text: string) =>
  textParts(text)
    .map((part) => part.text)
    .join('');

/** What no link of ours may be, by other means than the code under test. */
function faultOf(href: string): string | undefined {
  const { hostname, password, pathname, protocol, search, username } = new URL(href);
  if (!['http:', 'https:', 'mailto:', 'tel:'].includes(protocol)) return 'its scheme';
  if (username || password) return 'a user before the host';
  if (/[\u0000-\u0020\u007f\u200b-\u200f\u202a-\u202e\u2066-\u2069]/.test(href)) return 'unseen';
  if (protocol === 'mailto:' && search) return 'it fills in more than an address';
  if (protocol === 'tel:' && /[^+\d().-]/.test(pathname)) return 'a command for telephones';
  if (/[^\u0020-\u007e]/.test(hostname)) return 'a host that is not in punycode';
  return undefined;
}

describe('links in a text', () => {
  it('are http, https, mailto and tel, and www. on its own', () => {
    expect(
      linksIn(
        'See https://a.example/x?y=1#z, http://b.example, www.c.example, mailto:d@e.example or tel:+49-30-123.',
      ),
    ).to.deep.equal([
      { text: 'https://a.example/x?y=1#z', href: 'https://a.example/x?y=1#z' },
      { text: 'http://b.example', href: 'http://b.example/' },
      { text: 'www.c.example', href: 'https://www.c.example/' },
      { text: 'mailto:d@e.example', href: 'mailto:d@e.example' },
      { text: 'tel:+49-30-123', href: 'tel:+49-30-123' },
    ]);
  });

  for (const [text, link] of [
    ['Is it https://a.example/?', 'https://a.example/'],
    ['(see https://a.example/b)', 'https://a.example/b'],
    ['https://a.example/wiki/Light_(band)', 'https://a.example/wiki/Light_(band)'],
    ['„https://a.example/b“', 'https://a.example/b'],
    ['*https://a.example/b*…', 'https://a.example/b'],
    ['请看https://a.example/b。谢谢', 'https://a.example/b'],
    ['<https://a.example/b>', 'https://a.example/b'],
    ['HTTPS://A.EXAMPLE/B', 'HTTPS://A.EXAMPLE/B'],
  ] as const) {
    it(`end where the sentence goes on: ${text}`, () => {
      expect(linksIn(text).map((part) => part.text)).to.deep.equal([link]);
    });
  }

  it('say where they go when that is not what is written', () => {
    for (const [written, host] of [
      ['https://аpple.example/', 'xn--pple-43d.example'],
      ['http://2130706433/', '127.0.0.1'],
      ['http://１２７.０.０.１/', '127.0.0.1'],
      ['https://%65vil.example/', 'evil.example'],
      ['https://münchen.example/', 'xn--mnchen-3ya.example'],
    ] as const) {
      expect(linksIn(written)[0], written).to.deep.include({ text: written, host });
    }
    expect(linksIn('https://A.example:8443/x')[0]).not.to.have.property('host');
  });

  for (const text of [
    'https://good.example@evil.example/',
    'https://@evil.example',
    'https://good.example\\@evil.example',
    'javascript:alert(1)//http://evil.example',
    'https://good.example/\u202egpj.exe',
    'https://good.example/\u0000',
    'https://good\u200b.example/',
    'mailto:a@b.example?bcc=c@d.example',
    'tel:*%2306%23',
    'https://',
    'www.',
    'nothttps://a.example',
    `https://a.example/${'a'.repeat(3000)}`,
  ]) {
    it(`are not made of ${JSON.stringify(text.slice(0, 60))}`, () => {
      expect(linksIn(text)).to.deep.equal([]);
      expect(together(text)).to.equal(text);
    });
  }

  it('are safe in each of more than five hundred hostile texts, and no letter is lost', () => {
    const texts = [...hostileLinks, ...hostileTexts];
    expect(hostileLinks.length).to.be.at.least(500);
    const unsafe = texts.flatMap((text) =>
      [text, `See ${text}, please`, `https://ok.example/ ${text}`].flatMap((all) => {
        if (together(all) !== all) return [`${all}: letters lost`];
        return linksIn(all).flatMap(({ href }) => {
          const fault = faultOf(href!);
          return fault ? [`${href}: ${fault}`] : [];
        });
      }),
    );
    expect(unsafe).to.deep.equal([]);
  });

  it('are looked for in no more time than the text is long', () => {
    const heaps = ['https://', 'www.', 'a@', 'https://a.example/)', 'https://a.example/('];
    const longest = [
      'https://a.example/' + ')'.repeat(9000),
      'https://a.example/' + '('.repeat(9000),
    ];
    for (const text of [...heaps.map((heap) => heap.repeat(10_000 / heap.length)), ...longest]) {
      const time = (of: string): number => {
        // The best of several: a busy machine makes any one of them long.
        const times = Array.from({ length: 9 }, () => {
          const begun = performance.now();
          for (let turn = 0; turn < 10; turn += 1) textParts(of);
          return performance.now() - begun;
        });
        return Math.min(...times);
      };
      // Ten times the text: a hundred times as long if it looked back at all of it each time.
      const ratio = time(text) / Math.max(time(text.slice(0, text.length / 10)), 0.5);
      expect(ratio, text.slice(0, 20)).to.be.below(40);
    }
  });
});
