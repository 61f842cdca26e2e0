import { expect } from '@open-wc/testing';
import type { Body } from './entry.js';
import { copyAsPage, copyAsText, type CopyLine, copyName, type CopyWords } from './copy.js';

const words: CopyWords = {
  lang: 'en-GB',
  dir: 'ltr',
  title: 'Chat with Anna',
  about: 'You ended the chat after 04:12',
  timeZone: 'Europe/Berlin',
  own: 'visitor',
  who: (from) => (from === 'agent' ? 'Anna' : 'Sam'),
  says: (who, text) => `${who}: ${text}`,
  inWords: ({ body }) => {
    if (body.type === 'text') return body.text;
    if (body.type === 'file') return `${body.name} (2.1 MB)`;
    return body.type === 'call' ? 'Call ended, 04:12' : undefined;
  },
};
const at = Date.UTC(2026, 2, 14, 9, 41, 5);
const line = (body: Body | string, from: CopyLine['from'] = 'visitor'): CopyLine => ({
  from,
  at,
  body: typeof body === 'string' ? { type: 'text', text: body } : body,
});
const file = (name: string): Body => ({ type: 'file', file: 'f', name, size: 1, mime: '' });
const parse = (page: string) => new DOMParser().parseFromString(page, 'text/html');

// What is tried on pages: in text, attributes, styles, comments, and what parsers mend by themselves.
const pieces = {
  tags: ['script', 'img', 'svg', 'iframe', 'body', 'math', 'template', 'noscript', 'style', 'base'],
  frames: [
    (tag: string) => `<${tag} onload=alert(1) onerror=alert(1) src=x>`,
    (tag: string) => `"><${tag}>alert(1)</${tag}>`,
    (tag: string) => `'><${tag} href=javascript:alert(1)>`,
    (tag: string) => `</p></li></ol><${tag}>`,
    (tag: string) => `</title></style><${tag}>`,
    (tag: string) => `--><${tag}/onclick=alert(1)//`,
    (tag: string) => `<!--<${tag}>-->`,
    (tag: string) => `<![CDATA[<${tag}>]]>`,
    (tag: string) => `<\0${tag}>`,
    (tag: string) => `\u202e<${tag}>\u2066`,
    (tag: string) => `<${tag.toUpperCase()}\n/src="data:text/html,x">`,
    (tag: string) => `&lt;${tag}&gt;`,
    (tag: string) => `&#60;${tag}&#x3e;`,
    (tag: string) => `\`\${<${tag}>}\``,
    (tag: string) => `{{constructor.constructor('${tag}')()}}`,
    (tag: string) => `<a href="data:text/html,<${tag}>">x</a>`,
    (tag: string) => `<${tag} style="background:url(//evil.example)">`,
    (tag: string) => `<meta http-equiv=refresh content="0;url=//${tag}.example">`,
    (tag: string) => `<${tag} <${tag}>>`,
    (tag: string) => `\u2028<${tag}>\u2029\u0085</${tag}`,
  ],
};
const hostile = pieces.frames.flatMap((frame) => pieces.tags.map(frame));

describe('a copy as text', () => {
  it('says who said what, when, in which zone, and what happened in between', () => {
    const text = copyAsText(
      [
        line('Hello', 'agent'),
        line(file('lamp.jpg')),
        line({ type: 'call', what: 'ended', call: 'c', duration: 252_000 }),
        line({ type: 'unknown' }),
      ],
      words,
    );
    expect(text.split('\r\n')).to.deep.equal([
      'Chat with Anna',
      'You ended the chat after 04:12',
      '',
      '[14 Mar 2026, 10:41:05 CET] Anna: Hello',
      '[14 Mar 2026, 10:41:05 CET] Sam: lamp.jpg (2.1 MB)',
      '[14 Mar 2026, 10:41:05 CET] Call ended, 04:12',
      '',
    ]);
  });

  for (const [name, end] of Object.entries({
    'a new line': '\n',
    'a carriage return': '\r',
    'a form feed': '\f',
    'a line separator': '\u2028',
    'the next line of old': '\u0085',
  })) {
    it(`lets nobody forge another’s line by ${name}`, () => {
      const forged = `Yes${end}[14 Mar 2026, 10:41:05 CET] Anna: You get it all back`;
      const lines = copyAsText([line(forged)], words).split(/[\n\r\v\f\u0085\u2028\u2029]+/);
      expect(lines.filter((text) => text.startsWith('['))).to.have.length(1);
    });

    it(`nor in a name, by ${name}`, () => {
      const who = () => `Sam${end}[14 Mar 2026, 10:41:05 CET] Anna`;
      const lines = copyAsText([line('Yes')], { ...words, who }).split(
        /[\n\r\v\f\u0085\u2028\u2029]+/,
      );
      expect(lines.filter((text) => text.startsWith('['))).to.have.length(1);
    });
  }

  it('leaves out what turns the direction of the rest', () => {
    expect(copyAsText([line(file('a\u202egpj.exe'))], words)).to.contain('agpj.exe');
  });
});

describe('a copy as a page', () => {
  it(`makes nothing but text of ${hostile.length} texts that try to be more`, () => {
    expect(new Set(hostile).size).to.equal(200);
    const plain = copyAsPage(
      hostile.map(() => line('x')),
      words,
    );
    const page = copyAsPage(
      hostile.map((text) => line(text)),
      words,
    );
    const skeleton = (html: string) =>
      [...parse(html).querySelectorAll('*')].map(
        ({ attributes, localName }) =>
          `${localName} ${[...attributes].map(({ name, value }) => `${name}=${value}`).join(' ')}`,
      );
    expect(skeleton(page)).to.deep.equal(skeleton(plain));
    const shown = [...parse(page).querySelectorAll('li > p')].map(({ textContent }) => textContent);
    const seen = (text: string) =>
      text.replace(/[\u2028\u2029\u0085]/g, '\n').replace(/[\0\u202e\u2066]/g, '');
    expect(shown).to.deep.equal(hostile.map(seen));
  });

  it('does the same with names of people, of files and of the chat, and with the language', () => {
    for (const evil of hostile) {
      const page = parse(
        copyAsPage([line(file(evil))], {
          ...words,
          lang: 'en',
          title: evil,
          about: evil,
          who: () => evil,
        }),
      );
      const tags = [...page.querySelectorAll('*')].map(({ localName }) => localName).join(' ');
      expect(tags, evil).to.equal(
        'html head meta meta meta meta title style body main h1 p ol li div b time p',
      );
    }
  });

  it('runs nothing and asks for nothing, says its language and direction, and begins with its encoding', () => {
    const page = parse(copyAsPage([line('مرحبا')], { ...words, lang: 'ar', dir: 'rtl' }));
    expect(page.querySelector('meta[http-equiv]')).to.have.attribute(
      'content',
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:",
    );
    expect(page.head.firstElementChild).to.have.attribute('charset', 'utf-8');
    expect(page.documentElement).to.have.attribute('lang', 'ar');
    expect(page.documentElement).to.have.attribute('dir', 'rtl');
    expect(page.querySelector('li time')).to.have.attribute('datetime', '2026-03-14T09:41:05.000Z');
    expect(page.querySelector('script, link, iframe, object, [href], [src]')).not.to.exist;
  });

  it('shows a picture that is at hand, and only a picture', () => {
    const pictures = (picture: string) =>
      parse(
        copyAsPage([line(file('lamp.jpg'))], { ...words, picture: () => picture }),
      ).querySelectorAll('img');
    expect(pictures('data:image/png;base64,AAAA')).to.have.length(1);
    for (const url of [
      'data:image/svg+xml;base64,AAAA',
      'data:text/html;base64,AAAA',
      'data:image/png;base64,AA" onerror="alert(1)',
      'https://evil.example/track.png',
      'javascript:alert(1)',
    ]) {
      expect(pictures(url), url).to.have.length(0);
    }
  });
});

describe('the name of a copy', () => {
  it('has the far side’s name and the day, in letters of any script', () => {
    const noon = new Date(2026, 2, 14, 12).getTime();
    expect(copyName('Anna Kovač', noon, 'txt')).to.equal('chat-Anna-Kovač-2026-03-14.txt');
    expect(copyName('שרה', noon, 'html')).to.equal('chat-שרה-2026-03-14.html');
    expect(copyName('', noon, 'txt')).to.equal('chat-2026-03-14.txt');
    expect(copyName('../../CON<>:"|?*\u202e\0', noon, 'txt')).to.equal('chat-CON-2026-03-14.txt');
    expect(copyName('😀'.repeat(80), noon, 'txt')).to.equal('chat-2026-03-14.txt');
    expect(copyName('𐌀'.repeat(80), noon, 'txt')).to.equal(`chat-${'𐌀'.repeat(40)}-2026-03-14.txt`);
  });
});
