import { execFileSync } from 'node:child_process';
import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { root } from './run.mjs';

/**
 * Puts the package into `node_modules/` of a folder just as npm would publish and install it, so
 * that what is linked here and missing there is noticed. Build first. The folder has to be inside
 * this project: the package's own dependencies are the project's.
 */
export function installPacked(folder) {
  const modules = `${folder}/node_modules`;
  rmSync(`${modules}/visavis`, { recursive: true, force: true });
  mkdirSync(modules, { recursive: true });
  const answer = execFileSync(
    'npm',
    ['pack', '--ignore-scripts', '--json', '--pack-destination', modules],
    {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      shell: process.platform === 'win32',
    },
  );
  const [{ filename, files }] = JSON.parse(answer);
  execFileSync('tar', ['-xzf', filename], { cwd: modules });
  renameSync(`${modules}/package`, `${modules}/visavis`);
  return { tarball: `${modules}/${filename}`, files: files.map(({ path }) => path) };
}
