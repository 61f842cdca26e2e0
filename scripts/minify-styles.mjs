import { readFile } from 'node:fs/promises';
import { transform } from 'esbuild';

// Styles without expressions; a value put in by JavaScript would be no CSS yet.
const literal = /(css|tokens = )`((?:[^`\\$]|\\.|\$(?!\{))*)`/g;

/**
 * esbuild leaves template literals as they are written: this minifies the CSS in them with esbuild's
 * own, and takes the indentation off the rest.
 */
export const minifyStyles = {
  name: 'minify-styles',
  setup({ onLoad }) {
    onLoad({ filter: /[.]styles[.]ts$|chat-session[.]ts$/ }, async ({ path }) => ({
      contents: await minified(await readFile(path, 'utf8')),
      loader: 'ts',
    }));
    // Of templates too, where it means no more than a space.
    onLoad({ filter: /src[\\/](elements|layouts)[\\/].*[.]ts$/ }, async ({ path }) => ({
      contents: (await readFile(path, 'utf8')).replace(/\n\s+/g, '\n'),
      loader: 'ts',
    }));
  },
};

async function minified(source) {
  const pieces = await Promise.all(
    [...source.matchAll(literal)].map(async ({ 0: all, 1: tag, 2: text, index }) => {
      // Escaped once for JavaScript: CSS sees one backslash less.
      const { code } = await transform(text.replaceAll('\\\\', '\\'), {
        loader: 'css',
        minify: true,
      });
      const end = index + all.length;
      return { index, end, text: `${tag}\`${code.trim().replaceAll('\\', '\\\\')}\`` };
    }),
  );
  let [result, from] = ['', 0];
  for (const { index, end, text } of pieces) {
    result += source.slice(from, index) + text;
    from = end;
  }
  return result + source.slice(from);
}
