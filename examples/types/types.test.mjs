import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { installPacked } from '../../scripts/packed.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const tsc = ['tsc', '--pretty', 'false', '-p'];
const compilers = {
  plain: tsc,
  react: tsc,
  solid: tsc,
  svelte: ['svelte-check', '--output', 'machine', '--tsconfig', 'tsconfig.json', '--workspace'],
  vue: ['vue-tsc', '--noEmit', '--pretty', 'false', '-p'],
};

// As tsc says it: `wrong.tsx(4,19): error …`; as svelte-check does: `17… ERROR "Wrong.svelte" 4:15 "…"`.
const complaints = [/(\w+\.\w+)\((\d+),\d+\): error/, /ERROR "(.+)" (\d+):\d+/, /(error) (TS\d+)/];

/** Where a compiler found something wrong, such as `wrong.tsx:4`, without repetitions. */
function complaintsAbout(folder) {
  const [command, ...args] = compilers[folder];
  const { stdout, status } = spawnSync('npx', ['--no-install', command, ...args, folder], {
    cwd: here,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  const found = stdout.split('\n').flatMap((line) => {
    const match = complaints.map((pattern) => pattern.exec(line)).find(Boolean);
    return match ? `${match[1]}:${match[2]}` : [];
  });
  assert.equal(found.length > 0, status !== 0, stdout);
  return { places: [...new Set(found)].sort(), said: stdout };
}

/** The lines below each `wrong:` of a folder's files. */
function mistakesIn(folder) {
  return readdirSync(here + folder)
    .flatMap((file) =>
      readFileSync(`${here}${folder}/${file}`, 'utf8')
        .split('\n')
        .flatMap((line, index) => (line.includes('wrong: ') ? `${file}:${index + 2}` : [])),
    )
    .sort();
}

describe('what compilers know of the elements', () => {
  before(() => installPacked(here));

  for (const folder of Object.keys(compilers)) {
    it(`${folder}: accepts good uses and rejects each wrong one`, () => {
      const { places, said } = complaintsAbout(folder);
      const mistakes = mistakesIn(folder);
      assert(mistakes.length > 5);
      assert.deepEqual(places, mistakes, said);
    });
  }
});
