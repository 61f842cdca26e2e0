// Builds the kit and, on top of it, the host apps that need a bundler.
import { ensureInstalled } from './ensure-installed.mjs';
import { run } from './run.mjs';

ensureInstalled('examples/');
if ((await run('node', 'scripts/build.mjs')) !== 0) process.exit(1);

// Imported only now: their bundlers may just have been installed.
const { buildApp } = await import('../examples/build.mjs');
const { bundled } = await import('../examples/hosts.mjs');
for (const name of bundled) {
  await buildApp(name);
  console.log(`examples/dist/${name}/`);
}
