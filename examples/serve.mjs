// Serves the built host apps, the kit's files for the CDN and, on the same port, a PeerServer.
import { fileURLToPath } from 'node:url';
import express from 'express';
import { startDemo } from '../demo/server.mjs';
import { mountStock, serveStock } from '../e2e/stock.mjs';
import { serverRendered } from './server-rendered/server.mjs';

const folder = (path) => fileURLToPath(new URL(path, import.meta.url));
const files = (path) => express.static(folder(path), { cacheControl: false });

export function serveApps(port) {
  const router = express.Router();
  // As published, where the demo bundles its own.
  router.use('/cdn', files('node_modules/visavis/cdn'));
  router.use('/shared', files('shared'));
  router.use('/plain', files('plain'));
  router.get('/server-rendered/index.html', serverRendered);
  return startDemo({
    port,
    folders: [folder('dist')],
    // The host apps have no tickets, and whom they talk to has none either.
    handlers: [router, serveStock('/peerjs')],
    signalling: false,
    mount: (app, server) => mountStock(app, server, '/peerjs'),
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await serveApps(Number(process.env.PORT));
