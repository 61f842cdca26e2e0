// Puts the names and hashes of the built CDN files into the docs' snippets that have any. `--check` only says whether
// they are stale.
import { readFileSync, writeFileSync } from 'node:fs';
import { withLoads } from './cdn-files.mjs';
import { root } from './run.mjs';

const docs = ['README.md', 'stories/docs/production.mdx'];
const files = JSON.parse(readFileSync(`${root}cdn/files.json`, 'utf8'));
const snippet =
  /(?:<link rel="modulepreload"[^>]*>\n)*<script type="module" src="\/cdn\/([\w./-]+)"\s+integrity="[^"]*"><\/script>/g;

/** A script, and before it what it would ask for only once it has come. */
function fresh(_all, script) {
  if (!files[script])
    throw new Error(`The docs name cdn/${script}, which the build does not make.`);
  const [, ...loads] = withLoads(files, script);
  const hash = (name, indent) => `\n${indent}integrity="${files[name].integrity}"`;
  return [
    ...loads.map((name) => `<link rel="modulepreload" href="/cdn/${name}"${hash(name, '      ')}>`),
    `<script type="module" src="/cdn/${script}"${hash(script, '        ')}></script>`,
  ].join('\n');
}

for (const doc of docs) {
  const text = readFileSync(root + doc, 'utf8');
  const renewed = text.replace(snippet, fresh);
  if (renewed === text) continue;
  if (!process.argv.includes('--check')) writeFileSync(root + doc, renewed);
  else {
    console.error(`The hashes in ${doc} are not those of cdn/: run \`npm run integrity\`.`);
    process.exitCode = 1;
  }
}
