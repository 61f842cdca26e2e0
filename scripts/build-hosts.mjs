// Builds the kit and, on top of it, the host apps that need a bundler: all of them, or those named.
import { ensureInstalled } from './ensure-installed.mjs';
import { bundled } from '../examples/hosts.mjs';
import { installPacked } from './packed.mjs';
import { root, run } from './run.mjs';

ensureInstalled('examples/');
if ((await run('node', 'scripts/build.mjs')) !== 0) process.exit(1);
// What npm has linked there would also have what is not published.
installPacked(`${root}examples`);

// Imported only now: Vite may just have been installed.
const { buildApp } = await import('../examples/build.mjs');
const asked = process.argv.slice(2);
for (const name of bundled.filter((its) => asked.length === 0 || asked.includes(its))) {
  await buildApp(name);
  console.log(`examples/dist/${name}/`);
}
