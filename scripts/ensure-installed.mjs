// Importing this file is enough for the kit. Only Node's own modules here: it runs before anything is
// installed.
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const changed = (file) => statSync(root + file, { throwIfNoEntry: false })?.mtimeMs ?? 0;

function fail(message) {
  console.error(message);
  process.exit(1);
}

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  fail(`visavis needs Node 20.19 or newer; this is ${process.versions.node}.`);
}

ensureInstalled();

/** Installs what a folder's lock file says, unless that has been done since it last changed. */
export function ensureInstalled(folder = '') {
  const installed = changed(`${folder}node_modules/.package-lock.json`);
  if (installed >= changed(`${folder}package-lock.json`)) return;
  console.log(
    installed
      ? `${folder}node_modules is older than its package-lock.json: running npm ci`
      : `Nothing is installed yet in ${folder || 'this folder'}: running npm ci (takes about a minute)`,
  );
  // The suites and the demo are made of devDependencies, whatever NODE_ENV says.
  const { status, error } = spawnSync('npm', ['ci', '--include=dev'], {
    cwd: root + folder,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (error) fail(`npm cannot be started: ${error.message}`);
  if (status !== 0) fail('npm ci failed: see what npm says above.');
}
