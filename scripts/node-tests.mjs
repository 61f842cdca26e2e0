import { readdirSync } from 'node:fs';
import { root } from './run.mjs';

/** The command that runs the `*.test.mjs` files of folders by Node's own runner; it leaves what came of them in a file. */
export const nodeTests = (folders, results) => [
  'node',
  '--test',
  '--test-reporter=spec',
  '--test-reporter-destination=stdout',
  '--test-reporter=./scripts/node-test-results.mjs',
  `--test-reporter-destination=${results}`,
  ...folders.flatMap(filesIn).sort(),
];

const filesIn = (folder) =>
  readdirSync(root + folder, { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : filesIn(path);
    return path.endsWith('.test.mjs') ? [path] : [];
  });
