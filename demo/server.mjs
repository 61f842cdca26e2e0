import { realpathSync } from 'node:fs';
import { createServer } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { networkInterfaces } from 'node:os';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import express from 'express';
import { ExpressPeerServer } from 'peer';
import { bundleCdn } from '../scripts/bundle.mjs';
import { root } from '../scripts/run.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));

/**
 * Serves the demo's pages, the bundled kit and, on the same port at /peerjs, a PeerServer.
 *
 * @param {object} [options]
 * @param {number} [options.port] 0 takes any free port.
 * @param {boolean} [options.https] TLS with a certificate made on the spot.
 * @param {boolean} [options.signalling] false leaves the PeerServer out.
 * @param {string[]} [options.folders] More folders of pages, beside the demo's own.
 * @param {import('express').RequestHandler[]} [options.handlers] Asked before any page is served.
 * @param {object} [options.bundle] How the kit is bundled, as esbuild options; easy to step through by default.
 */
export async function startDemo({
  port = 0,
  https = false,
  signalling = true,
  folders = [],
  handlers = [],
  bundle = { sourcemap: 'inline' },
} = {}) {
  const app = express();
  const server = https ? createTlsServer(await ownCertificate(), app) : createServer(app);
  const bundles = await bundleKit(bundle);

  app.use((_request, response, next) => {
    response.set('Cache-Control', 'no-store');
    next();
  });
  for (const handler of handlers) app.use(handler);
  app.get('/cdn/*', ({ path }, response, next) => {
    const file = bundles.get(path);
    if (file) response.type('js').send(file);
    else next();
  });
  app.get('/tokens.css', (_request, response) => {
    response.sendFile('src/theme/tokens.css', { root, cacheControl: false });
  });
  const peerServer = signalling ? mountPeerServer(app, server) : undefined;
  for (const folder of [here, ...folders]) app.use(express.static(folder, { cacheControl: false }));

  // WebSockets outlive server.close(), so they are ended by hand.
  const sockets = new Set();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  await listen(server, port);

  return {
    url: `${https ? 'https' : 'http'}://localhost:${server.address().port}`,
    /** Emits `connection`, `disconnect` and `message`; undefined without signalling. */
    peerServer,
    close() {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of sockets) socket.destroy();
      return closed;
    },
  };
}

/** `npm start`: startDemo() as PORT and HTTPS ask for it, until Ctrl-C. */
export async function main() {
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(0));
  const { PORT: port = '5173', HTTPS: https = '' } = process.env;
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65535) {
    fail(`PORT=${port} is not a port: use a whole number from 0 to 65535.`);
  }
  const demo = await startDemo({ port: Number(port), https: https === '1' }).catch(explain);

  console.log('\nvisavis is ready:');
  for (const base of [demo.url, ...(https === '1' ? elsewhere(demo.url) : [])]) {
    console.log(`\n  ${base}/\n  ${base}/agent.html\n  ${base}/visitor.html`);
  }
  console.log(`
  No camera or microphone? Add ?devices=test to both pages.
  Not alone here? Add the same ?room=NAME to both.`);
  if (https === '1') console.log('  The browser warns of the certificate, made just now: go on.');
  console.log('\nCtrl-C ends it.');
}

// Unlike demo/ itself, the kit is read once: restart to see a change in src/.
async function bundleKit(options) {
  const bundles = await bundleCdn({ write: false, ...options });
  const files = bundles.flatMap(({ outputFiles }) => outputFiles);
  return new Map(
    files.map(({ path, text }) => [`/${relative(root, path).replaceAll('\\', '/')}`, text]),
  );
}

function mountPeerServer(app, server) {
  const peerServer = ExpressPeerServer(server);
  // Without a listener, one malformed message from anybody ends the whole process. Before the
  // server listens, the error is the server's own, which listen() reports.
  peerServer.on('error', (error) => {
    if (server.listening) console.warn(`PeerServer: ${error.message}`);
  });
  app.use('/peerjs', peerServer);
  return peerServer;
}

function listen(server, port) {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, resolve);
  });
}

async function ownCertificate() {
  const { default: selfsigned } = await import('selfsigned');
  const { private: key, cert } = await selfsigned.generate(
    [{ name: 'commonName', value: 'visavis demo' }],
    {
      algorithm: 'sha256',
      extensions: [
        { name: 'basicConstraints', cA: false },
        { name: 'extKeyUsage', serverAuth: true },
        {
          name: 'subjectAltName',
          altNames: [
            { type: 2, value: 'localhost' },
            ...['127.0.0.1', '::1', ...ownAddresses()].map((ip) => ({ type: 7, ip })),
          ],
        },
      ],
    },
  );
  return { key, cert };
}

function ownAddresses() {
  return Object.values(networkInterfaces())
    .flat()
    .filter(({ internal, family }) => !internal && family === 'IPv4')
    .map(({ address }) => address);
}

function elsewhere(url) {
  return ownAddresses().map((address) => url.replace('localhost', address));
}

function explain(error) {
  if (error.code === 'EADDRINUSE') {
    fail(`Port ${error.port} is already in use: choose another, e.g. PORT=${error.port + 1}.`);
  }
  if (error.code === 'EACCES') fail(`Port ${error.port} needs more rights: choose one above 1023.`);
  // esbuild has already shown the place.
  if (error.errors) fail('The kit cannot be bundled: see above.');
  throw error;
}

function fail(message) {
  console.error(message);
  process.exit(1);
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  await main();
}
