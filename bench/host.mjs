// What the bench opens: the demo as it is published, and pages of its own to compare it with.
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { WebSocketServer } from 'ws';
import { startDemo } from '../demo/server.mjs';
import { mountStock } from '../e2e/stock.mjs';
import { bundleCdn, published } from '../scripts/bundle.mjs';
import { pagesWith, scripts as names } from './pages.mjs';

const { outputFiles } = await build({
  absWorkingDir: fileURLToPath(new URL('pages', import.meta.url)),
  entryPoints: names.map((name) => `${name}.ts`),
  outdir: '/',
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2022',
  conditions: ['production'],
  write: false,
});
const scripts = new Map(outputFiles.map(({ path, text }) => [path, text]));

const bundles = await bundleCdn({ ...published, write: false });
const outputs = Object.assign({}, ...bundles.map(({ metafile }) => metafile.outputs));
const pages = pagesWith(
  outputs['cdn/visavis.js'].imports
    .filter(({ kind }) => kind === 'import-statement')
    .map(({ path }) => path),
);

const rooms = new Map();

/** What one page says, the other one in the room hears; both hear when they are together. */
function relay(client, { url }) {
  const name = new URL(url, 'http://here').searchParams.get('room');
  const room = rooms.get(name) ?? new Set();
  rooms.set(name, room.add(client));
  if (room.size === 2) for (const one of room) one.send('together');
  client.on('message', (said) => {
    for (const one of room) if (one !== client) one.send(String(said));
  });
  client.on('close', () => {
    room.delete(client);
    if (room.size === 0) rooms.delete(name);
  });
}

await startDemo({
  port: Number(process.env.PORT),
  bundle: published,
  signalling: {
    socketsPerAddress: 10_000,
    agentsPerAddress: 10_000,
    triesPerMinute: 1_000_000,
    failuresPerMinute: 1_000_000,
  },
  mount(app, server) {
    mountStock(app, server, '/stock');
    const sockets = new WebSocketServer({ noServer: true }).on('connection', relay);
    server.on('upgrade', (request, socket, head) => {
      if (!request.url.startsWith('/relay?')) return;
      sockets.handleUpgrade(request, socket, head, (client) =>
        sockets.emit('connection', client, request),
      );
    });
  },
  handlers: [
    ({ path }, response, next) => {
      const [, name, type] = /^\/bench\/([\w-]+)\.(html|js)$/.exec(path) ?? [];
      if (type === 'html' && pages[name]) response.type('html').send(pages[name]);
      else if (type === 'js' && scripts.has(`/${name}.js`))
        response.type('js').send(scripts.get(`/${name}.js`));
      else next();
    },
  ],
});
