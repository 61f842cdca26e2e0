import { readdirSync } from 'node:fs';
import { root } from './run.mjs';

/** The command that runs a folder's `*.test.mjs` files by Node's own runner; it leaves what came of them in a file. */
export const nodeTests = (folder, results) => [
  'node',
  '--test',
  '--test-reporter=spec',
  '--test-reporter-destination=stdout',
  '--test-reporter=./scripts/node-test-results.mjs',
  `--test-reporter-destination=${results}`,
  ...filesIn(folder).sort(),
];

const filesIn = (folder) =>
  readdirSync(root + folder, { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : filesIn(path);
    return path.endsWith('.test.mjs') ? [path] : [];
  });
