// Puts src/theme/tokens.css where the elements can import it. `--check` only says whether it is stale.
import { readFile, writeFile } from 'node:fs/promises';

const source = new URL('../src/theme/tokens.css', import.meta.url);
const target = new URL('../src/theme/tokens.styles.ts', import.meta.url);

const css = (await readFile(source, 'utf8'))
  .replace(/\/\*[\s\S]*?\*\//g, '')
  .replace(/\s+/g, ' ')
  .replaceAll('`', '\\`')
  .trim();
const text = `// Generated from tokens.css by \`npm run tokens\`; change that one.\nexport const tokens = \`${css}\`;\n`;

if (!process.argv.includes('--check')) {
  await writeFile(target, text);
} else if ((await readFile(target, 'utf8').catch(() => '')) !== text) {
  console.error('src/theme/tokens.styles.ts is stale: run `npm run tokens`.');
  process.exitCode = 1;
}
