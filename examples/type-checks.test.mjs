// Each app by its framework's own checker, against the types that the kit publishes.
import { execFile } from 'node:child_process';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const execute = promisify(execFile);
const here = fileURLToPath(new URL('.', import.meta.url));

const checks = {
  react: 'tsc --project react',
  vue: 'vue-tsc --project vue',
  svelte: 'svelte-check --tsconfig svelte/tsconfig.json --fail-on-warnings',
  solid: 'tsc --project solid',
  angular: 'tsc --project angular',
};

describe('the types of the kit fit', { concurrency: 2 }, () => {
  for (const [name, check] of Object.entries(checks)) {
    test(`in the ${name} app`, async () => {
      const [command, ...args] = check.split(' ');
      await execute(`${here}node_modules/.bin/${command}`, args, { cwd: here }).catch(
        ({ stdout, stderr }) => {
          throw new Error(`${check} says:\n${stdout}${stderr}`);
        },
      );
    });
  }
});
