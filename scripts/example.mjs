import './ensure-installed.mjs';
import { run } from './run.mjs';
import { hosts } from '../examples/hosts.mjs';

const [name = ''] = process.argv.slice(2);
if (!hosts.includes(name)) {
  console.error(`Give one of ${hosts.join(', ')}, such as: npm run example -- react`);
  process.exit(1);
}
if ((await run('node', 'scripts/build-hosts.mjs', name)) !== 0) process.exit(1);

// Imported only now: one of the apps is a server, and needs the kit built.
const { serveApps } = await import('../examples/serve.mjs');
const { url } = await serveApps(Number(process.env.PORT ?? 0));
console.log(`
  ${url}/${name}/index.html?party=agent
  ${url}/${name}/index.html?party=visitor

  No camera or microphone? Add &devices=test to both. Ctrl-C ends it.`);
