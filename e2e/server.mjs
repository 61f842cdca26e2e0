// What the tests open: the demo as `npm start` serves it, and pages of their own.
import { fileURLToPath } from 'node:url';
import { startDemo } from '../demo/server.mjs';
import { published } from '../scripts/bundle.mjs';
import { root } from '../scripts/run.mjs';
import { servePages } from './served.mjs';
import { mountStock, serveStock } from './stock.mjs';

// The strictest policy that the kit promises to work under; asked for by `?strict`.
const strict = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self' ws: wss:",
  "img-src 'self' data: blob:",
  "media-src 'self' blob:",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
].join('; ');

const pages = fileURLToPath(new URL('pages', import.meta.url));
await startDemo({
  port: Number(process.env.PORT),
  folders: [pages],
  // All tests come from one address, many in a short time.
  signalling: {
    socketsPerAddress: 10_000,
    agentsPerAddress: 10_000,
    triesPerMinute: 1_000_000,
    failuresPerMinute: 1_000_000,
  },
  mount: (app, server) => mountStock(app, server, '/stock'),
  // What is tested is what is published.
  bundle: published,
  handlers: [
    ({ query }, response, next) => {
      if ('strict' in query) response.set('Content-Security-Policy', strict);
      next();
    },
    servePages,
    serveStock('/stock'),
    // PeerJS as it is published, for the page that the kit is compared with.
    ({ path }, response, next) => {
      if (path !== '/bare/peerjs.js') return next();
      response.sendFile('node_modules/peerjs/dist/peerjs.min.js', { root });
    },
  ],
});
