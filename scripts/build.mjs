import './ensure-installed.mjs';
import { copyFileSync, rmSync, writeFileSync } from 'node:fs';
import { root, run } from './run.mjs';

// Imported only now: a static import is resolved before anything is installed.
const { bundleCdn } = await import('./bundle.mjs');
const { cdnFiles } = await import('./cdn-files.mjs');
const { describe } = await import('./describe.mjs');

process.chdir(root);
for (const folder of ['dist', 'cdn']) rmSync(folder, { recursive: true, force: true });

if ((await run('tsc', '-p', 'tsconfig.build.json')) !== 0) process.exit(1);
if ((await run('cem', 'analyze', '--quiet')) !== 0) process.exit(1);
copyFileSync('src/theme/tokens.css', 'dist/tokens.css');
describe();
// esbuild has already said what is wrong, and where.
const bundles = await bundleCdn({
  minify: true,
  sourcemap: true,
  legalComments: 'external',
}).catch(() => process.exit(1));
writeFileSync('cdn/files.json', `${JSON.stringify(cdnFiles(bundles), undefined, 2)}\n`);
