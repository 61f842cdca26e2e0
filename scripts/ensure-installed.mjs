// Importing this file is enough. Only Node's own modules here: it runs before anything is installed.
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

const installed = changed('node_modules/.package-lock.json');
if (installed < changed('package-lock.json')) {
  console.log(
    installed
      ? 'node_modules is older than package-lock.json: running npm ci'
      : 'Nothing is installed yet: running npm ci (takes about a minute)',
  );
  // The suites and the demo are made of devDependencies, whatever NODE_ENV says.
  const { status, error } = spawnSync('npm', ['ci', '--include=dev'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (error) fail(`npm cannot be started: ${error.message}`);
  if (status !== 0) fail('npm ci failed: see what npm says above.');
}
