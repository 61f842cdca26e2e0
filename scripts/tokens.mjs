// Makes out of src/theme/*.tokens.json the style sheet for people, the same for the elements, and the
// typed list. `--check` only says what is stale.
import { readFile, writeFile } from 'node:fs/promises';
import { transform } from 'esbuild';
import { format, resolveConfig } from 'prettier';
import { cssOf, listOf, readTokens } from './design-tokens.mjs';

const folder = new URL('../src/theme/', import.meta.url);
const said = 'Generated from *.tokens.json by `npm run tokens`; change those.';
const intro = `
   Read top to bottom: what a brand sets, what exists, what it is for, one element's own. All of it
   weighs nothing (:where), so any rule of yours wins.

   What follows from the brand is worked out again on every element with data-visavis-theme:
     <div data-visavis-theme style="--visavis-brand: #7a1fa2">
   In it may stand light or dark, and contrast: <html data-visavis-theme="dark contrast">. Without
   them, color-scheme and prefers-contrast decide.`;

// The CDN's first file leaves these to the next ones. What a server has drawn is there.
const unseen = `
/* What stands in an element that is not there yet is not seen before it. */
:where(
  attachment-chip, call-prompt, call-stage, chat-composer, chat-ended, chat-message, end-chat-button,
  typing-indicator
):not(:defined, [served]) { display: none }
/* The others keep their places. */
:where(chat-transcript:not(:defined, [served])) { display: block; flex: 1; visibility: hidden }
`;

const layers = await Promise.all(
  ['brand', 'reference', 'semantic', 'component'].map(async (layer) => {
    const file = `${layer}.tokens.json`;
    const text = await readFile(new URL(file, folder), 'utf8');
    try {
      return [layer, JSON.parse(text)];
    } catch (error) {
      return fail(`src/theme/${file}: ${error.message}`);
    }
  }),
);

const files = await outOf(layers).catch((error) => fail(error.message));
const stale = [];
for (const [name, text] of Object.entries(files)) {
  const file = new URL(name, folder);
  if ((await readFile(file, 'utf8').catch(() => '')) === text) continue;
  if (process.argv.includes('--check')) stale.push(`src/theme/${name}`);
  else await writeFile(file, text);
}
if (stale.length > 0) fail(`Stale: ${stale.join(', ')}. Run \`npm run tokens\`.`);

async function outOf(layers) {
  const tokens = readTokens(layers);
  const css = cssOf(tokens, layers) + unseen;
  const { code: minified } = await transform(css, { loader: 'css', minify: true });
  // esbuild leaves the value of a custom property as it is; a space before it means nothing.
  const code = minified.replace(/(--[\w-]+): /g, '$1:');
  const pretty = async (name, text) =>
    format(text, { ...(await resolveConfig(folder)), filepath: name });
  return {
    'tokens.css': await pretty('tokens.css', `/* ${said}\n${intro} */\n\n${css}`),
    'tokens.styles.ts': `// ${said}\nexport const tokens = \`${code.trim()}\`;\n`,
    'token-list.ts': await pretty('token-list.ts', `// ${said}\n${listOf(tokens)}`),
  };
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
