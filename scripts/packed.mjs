import { execFileSync } from 'node:child_process';
import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { root } from './run.mjs';

/**
 * Installs the package, as npm would publish it, into an empty host of that name below
 * node_modules/, where its dependencies are found. Build first.
 */
export function packedHost(name) {
  const host = `${root}node_modules/.cache/visavis/hosts/${name}`;
  rmSync(host, { recursive: true, force: true });
  mkdirSync(`${host}/node_modules`, { recursive: true });
  const answer = execFileSync(
    'npm',
    ['pack', '--ignore-scripts', '--json', '--pack-destination', host],
    {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      shell: process.platform === 'win32',
    },
  );
  const [{ filename, files }] = JSON.parse(answer);
  execFileSync('tar', ['-xzf', filename], { cwd: host });
  renameSync(`${host}/package`, `${host}/node_modules/visavis`);
  return {
    host,
    tarball: `${host}/${filename}`,
    files: files.map(({ path }) => path),
  };
}
