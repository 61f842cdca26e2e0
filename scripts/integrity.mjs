// Puts the hashes of the built CDN files into README.md's snippets. `--check` only says whether they are stale.
import { readFileSync, writeFileSync } from 'node:fs';
import { root } from './run.mjs';

const readme = `${root}README.md`;
const files = JSON.parse(readFileSync(`${root}cdn/files.json`, 'utf8'));
const script = /(src="\/cdn\/([\w./-]+)"\s+integrity=")[^"]*"/g;

const text = readFileSync(readme, 'utf8');
const fresh = text.replace(script, (_all, before, name) => {
  if (!files[name]) throw new Error(`README.md names cdn/${name}, which the build does not make.`);
  return `${before}${files[name].integrity}"`;
});

if (!process.argv.includes('--check')) {
  writeFileSync(readme, fresh);
} else if (fresh !== text) {
  console.error('The hashes in README.md are not those of cdn/: run `npm run integrity`.');
  process.exitCode = 1;
}
