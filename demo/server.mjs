import { randomBytes } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { createServer } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { networkInterfaces } from 'node:os';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import express from 'express';
import { importServer } from '../scripts/build-server.mjs';
import { bundleCdn } from '../scripts/bundle.mjs';
import { root } from '../scripts/run.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));

// Seconds. As long as a change of what the administrator allows takes to reach an open page, and somewhat less.
const ticketLife = 300;

/**
 * Serves the demo's pages, the bundled kit and, on the same port, visavis-server at /peerjs and its tickets at /ticket.
 *
 * @param {object} [options]
 * @param {number} [options.port] 0 takes any free port.
 * @param {boolean} [options.https] TLS with a certificate made on the spot.
 * @param {object} [options.signalling] Settings of visavis-server, such as its limits; false leaves it out.
 * @param {(app: import('express').Express, server: import('node:http').Server) => void} [options.mount] More on the same port.
 * @param {string[]} [options.folders] More folders of pages, beside the demo's own.
 * @param {import('express').RequestHandler[]} [options.handlers] Asked before any page is served.
 * @param {object} [options.bundle] How the kit is bundled, as esbuild options; easy to step through by default.
 */
export async function startDemo({
  port = 0,
  https = false,
  signalling = {},
  mount,
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
  const signallingServer = signalling && (await mountSignalling(app, server, signalling));
  mount?.(app, server);
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
    async close() {
      if (signallingServer) await signallingServer.close(0);
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
  Not alone here? Add the same ?room=NAME to both.
  Visitors who wait for an agent? Add ?queue to both; the agent's page takes two.`);
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

async function mountSignalling(app, server, settings) {
  const { createServer: createSignalling, signAgent, signTicket } = await importServer();
  const secret = randomBytes(32).toString('hex');
  const given = { secret, logLevel: 'warn', waitingRoom: true, ...settings };
  const signalling = await createSignalling(given, { server });
  app.use((request, response, next) => signalling.handle(request, response) || next());
  const give = async ({ body, query }) => {
    const [party, far] = body.party === 'agent' ? ['agent', 'visitor'] : ['visitor', 'agent'];
    const room = roomOf(query.room);
    const [peer, remote] = [`${party}-${room}`, `${far}-${room}`];
    const features = { voip: true, video: true };
    const ticket = await signTicket(
      { sub: peer, sid: room, party, features, ttl: ticketLife },
      secret,
    );
    const expiresAt = Math.floor(Date.now() / 1000) + ticketLife;
    return { ticket, peer, remote, features, expiresAt };
  };
  // A real host looks at who is signed in, by its session's cookie: never does a page say who it is, here or below.
  app.post('/ticket', express.json({ limit: '1kb' }), (request, response, next) => {
    give(request).then((ticket) => response.json(ticket), next);
  });
  app.post('/sign-in', ({ query }, response, next) => {
    const agent = `agent-${roomOf(query.agent)}`;
    signAgent(agent, secret).then((order) => response.type('text').send(order), next);
  });
  return signalling;
}

const roomOf = (name) =>
  String(name ?? '')
    .slice(0, 64)
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '') || 'demo';

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
