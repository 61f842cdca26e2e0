import './ensure-installed.mjs';
import { existsSync, readFileSync } from 'node:fs';
import { root, run } from './run.mjs';

const steps = {
  types: () => run('tsc'),
  'types of the server': () => run('tsc', '-p', 'server'),
  lint: () => run('eslint', '.', '--max-warnings', '0'),
  format: () => run('prettier', '--check', '--log-level', 'warn', '.'),
  imports: () => run('depcruise', 'src', 'stories', '--output-type', 'err'),
  manifest: manifestIsFresh,
  tokens: () => run('node', 'scripts/tokens.mjs', '--check'),
  build: () => run('node', 'scripts/build.mjs'),
  'build of the server': () => run('node', 'scripts/build-server.mjs'),
  integrity: () => run('node', 'scripts/integrity.mjs', '--check'),
  package: () => run('publint', '--strict'),
  'package of the server': () => run('publint', '--strict', 'server'),
  specifiers: () => run('node', 'scripts/check-package.mjs'),
  size: () => run('size-limit'),
  'every module in plain Node': () => run('node', 'scripts/import-modules.mjs'),
};

const failed = [];
for (const [name, step] of Object.entries(steps)) {
  console.log(`\n── ${name}`);
  const begun = performance.now();
  const code = await step();
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  console.log(`${code === 0 ? 'ok' : 'FAILED'} (${seconds} s)`);
  if (code !== 0) failed.push(name);
}
console.log(failed.length > 0 ? `\nFailed: ${failed.join(', ')}` : '\nAll checks passed');
process.exit(failed.length > 0 ? 1 : 0);

async function manifestIsFresh() {
  const folder = 'node_modules/.cache/visavis/manifest';
  const code = await run('cem', 'analyze', '--outdir', folder, '--quiet');
  if (code !== 0) return code;
  const read = (file) => existsSync(root + file) && readFileSync(root + file, 'utf8');
  if (read('custom-elements.json') === read(`${folder}/custom-elements.json`)) return 0;
  console.error('custom-elements.json is not what src/ says: run npm run manifest');
  return 1;
}
