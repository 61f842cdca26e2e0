import { spawn } from 'node:child_process';
import { delimiter } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

// What npm does for its scripts, so that `node scripts/….mjs` works just as well.
process.env.PATH = `${root}node_modules/.bin${delimiter}${process.env.PATH}`;

/** Runs a command in the project's root with its output shown; resolves with the exit code. */
export function run(command, ...args) {
  return new Promise((resolve) => {
    spawn(command, args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' })
      .on('error', (error) => {
        console.error(error.message);
        resolve(1);
      })
      .on('close', (code) => resolve(code ?? 1));
  });
}
