import { readdirSync } from 'node:fs';
import { root } from './run.mjs';

/** The command that runs a folder's `*.test.mjs` files by Node's own runner; it leaves counts in a file. */
export const nodeTests = (folder, counts) => [
  'node',
  '--test',
  '--test-reporter=spec',
  '--test-reporter-destination=stdout',
  '--test-reporter=./scripts/node-test-counts.mjs',
  `--test-reporter-destination=${counts}`,
  ...filesIn(folder).sort(),
];

const filesIn = (folder) =>
  readdirSync(root + folder, { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : filesIn(path);
    return path.endsWith('.test.mjs') ? [path] : [];
  });
