// A server may come by any module of dist/ on its way: each is imported where there is no DOM.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './run.mjs';

const modules = readdirSync(join(root, 'dist'), { recursive: true }).filter((path) =>
  path.endsWith('.js'),
);
let failures = 0;
for (const path of modules) {
  try {
    await import(pathToFileURL(join(root, 'dist', path)).href);
  } catch (error) {
    console.error(`dist/${path} cannot be imported in plain Node: ${error.message}`);
    failures += 1;
  }
}
console.log(`${modules.length - failures} of ${modules.length} modules imported`);
if (modules.length === 0 || failures > 0) process.exit(1);
