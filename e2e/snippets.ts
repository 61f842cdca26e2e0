import { readdirSync, readFileSync } from 'node:fs';

/** A fenced piece of code in the docs. */
export interface Snippet {
  /** File and line. */
  readonly where: string;
  /** As its fence says: `html`, `css`, `js` for a page, `js node` for a server, `ts`, `sh`, `text`. */
  readonly language: string;
  readonly code: string;
}

const pages = [
  'README.md',
  'CONTRIBUTING.md',
  'examples/README.md',
  ...readdirSync('stories', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.mdx'))
    .map((file) => `stories/${file.replaceAll('\\', '/')}`),
];

const fence = /^( *)```(\w[\w ]*)\n([\s\S]*?)^\1```$/gm;

function snippetsIn(file: string): Snippet[] {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(fence)].map(
    ({ 1: indent = '', 2: language = '', 3: code = '', index }) => ({
      where: `${file}:${text.slice(0, index).split('\n').length}`,
      language,
      code: code.replace(new RegExp(`^${indent}`, 'gm'), ''),
    }),
  );
}

/** Every snippet of the READMEs, of CONTRIBUTING and of the docs in Storybook. */
export const snippets: readonly Snippet[] = pages.flatMap(snippetsIn);
