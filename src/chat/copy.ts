import type { Party } from '../ports/link.js';
import type { Body } from './entry.js';

/** What a copy needs of one line of a conversation. */
export interface CopyLine {
  readonly from: Party;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly body: Body;
}

/** How a copy is worded: nothing in it is in a language of its own. */
export interface CopyWords {
  /** Of the words, for readers and screen readers. */
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  /** What the copy is called, such as “Chat with Anna”. */
  readonly title: string;
  /** Under the title, such as “You ended the chat after 04:12”. */
  readonly about: string;
  /** Of whoever reads it; the machine's own by default. */
  readonly timeZone?: string;
  readonly own: Party;
  readonly who: (from: Party) => string;
  /** What somebody said, in one line: “Anna: Hello”. */
  readonly says: (who: string, text: string) => string;
  /** A line in words; undefined for what is not worth keeping. */
  readonly inWords: (line: CopyLine) => string | undefined;
  /** Data URL of a picture, by its body's `file`; undefined when it is not here, or too large. */
  readonly picture?: (file: string) => string | undefined;
}

// What a reader's program may take for the end of a line.
const lineEnd = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/g;
// Controls, and marks that turn the direction of what follows them.
const unseen = /[\0-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u202a-\u202e\u2066-\u2069]/g;
const indent = '    ';

/** The conversation as plain text. What was said cannot look like a line of its own: its further lines are indented. */
export function copyAsText(lines: readonly CopyLine[], words: CopyWords): string {
  const said = saidIn(lines, words).map(({ line, text, time }) => {
    const [first = '', ...more] = cleaned(text).split('\n');
    const said = isSpoken(line) ? words.says(words.who(line.from), first) : first;
    return [`[${time}] ${oneLine(said)}`, ...more].join(`\r\n${indent}`);
  });
  return [oneLine(words.title), oneLine(words.about), '', ...said, ''].join('\r\n');
}

/** The conversation as one page that asks for nothing and runs nothing. */
export function copyAsPage(lines: readonly CopyLine[], words: CopyWords): string {
  const said = saidIn(lines, words).map(({ line, text, time }) => {
    const when = `<time datetime="${new Date(line.at).toISOString()}">${escaped(time)}</time>`;
    const shown = `<p dir="auto">${escaped(cleaned(text))}</p>`;
    if (!isSpoken(line)) return `<li class="event">${shown}${when}</li>`;
    const side = line.from === words.own ? 'own' : 'far';
    const who = `<b dir="auto">${escaped(words.who(line.from))}</b>`;
    return `<li class="${side}"><div>${who} ${when}</div>${shown}${pictureOf(line, words)}</li>`;
  });
  const title = escaped(words.title);
  return `<!doctype html>
<html lang="${escaped(words.lang)}" dir="${words.dir}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1 dir="auto">${title}</h1>
<p dir="auto">${escaped(words.about)}</p>
<ol>
${said.join('\n')}
</ol>
</main>
</body>
</html>
`;
}

/** What the copy's file is called: the far side's name and the day, with nothing that a file's name may not have. */
export function copyName(far: string, at: number, ending: 'txt' | 'html'): string {
  const name = far
    .normalize('NFKC')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  // Whole characters: half of one is none.
  const short = Array.from(name).slice(0, 40).join('');
  const date = new Date(at);
  const day = [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
  return `${['chat', short, day].filter(Boolean).join('-')}.${ending}`;
}

const isSpoken = ({ body }: CopyLine): boolean => body.type === 'text' || body.type === 'file';

function saidIn(lines: readonly CopyLine[], words: CopyWords) {
  const { lang, timeZone } = words;
  // With day and zone: a copy may be read in another year, in another country.
  const times = new Intl.DateTimeFormat(lang, { dateStyle: 'medium', timeStyle: 'long', timeZone });
  return lines.flatMap((line) => {
    const text = words.inWords(line);
    return text === undefined ? [] : [{ line, text, time: times.format(line.at) }];
  });
}

const cleaned = (text: string): string => text.replace(lineEnd, '\n').replace(unseen, '');

const oneLine = (text: string): string => cleaned(text).replaceAll('\n', ' ');

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string =>
  text.replace(unseen, '').replace(/[&<>"']/g, (character) => entities[character] ?? '');

// Nothing but a picture, and nothing that could end the attribute.
const safePicture = /^data:image\/(?:png|jpeg|gif|webp|avif);base64,[A-Za-z0-9+/]+=*$/;

function pictureOf({ body }: CopyLine, { picture }: CopyWords): string {
  const url = body.type === 'file' ? picture?.(body.file) : undefined;
  // Its name stands above it.
  return url && safePicture.test(url) ? `<img src="${url}" alt="">` : '';
}

const style = `
body { margin: 0; padding: 1.5rem; font: 1rem / 1.5 system-ui, sans-serif; }
main { max-width: 42rem; margin: auto; }
h1 { margin: 0; font-size: 1.25rem; }
ol { margin: 1.5rem 0 0; padding: 0; list-style: none; }
li { margin-block-end: 1rem; }
li p { margin: 0; overflow-wrap: anywhere; white-space: pre-wrap; }
time { font-size: 0.8125rem; opacity: 0.75; }
.own, .far { padding-inline-start: 0.75rem; border-inline-start: 3px solid; }
.far { border-inline-start-style: dotted; }
.event { text-align: center; }
img { display: block; max-width: 100%; max-height: 24rem; margin-block-start: 0.5rem; }
`;
