import './ensure-installed.mjs';
import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { root, run } from './run.mjs';

/** server/src to server/dist, module by module; types are left to `npm run check` and to who publishes. */
export async function buildServer() {
  const { build } = await import('esbuild');
  rmSync(`${root}server/dist`, { recursive: true, force: true });
  await build({
    absWorkingDir: root,
    entryPoints: readdirSync(`${root}server/src`).map((file) => `server/src/${file}`),
    outdir: 'server/dist',
    format: 'esm',
    platform: 'node',
    target: 'node20',
    tsconfig: 'server/tsconfig.json',
    logLevel: 'warning',
  });
}

/** `visavis-server` as its sources are now: demo and tests need no build before them. */
export async function importServer() {
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ['server/src/index.ts'],
    bundle: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    target: 'node20',
    tsconfig: 'server/tsconfig.json',
    logLevel: 'warning',
    write: false,
  });
  const folder = `${root}node_modules/.cache/visavis/server`;
  const [file, mine] = [`${folder}/index.mjs`, `${folder}/${process.pid}.mjs`];
  mkdirSync(folder, { recursive: true });
  writeFileSync(mine, outputFiles[0].contents);
  // In one go: another one may be about to read it.
  renameSync(mine, file);
  return import(pathToFileURL(file).href);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  // esbuild has already said what is wrong, and where.
  await buildServer().catch(() => process.exit(1));
  process.exit(await run('tsc', '-p', 'server', '--noEmit', 'false', '--emitDeclarationOnly'));
}
