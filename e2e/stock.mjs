// A stock PeerServer on a server that others share: for pages that prove something about it, or have no tickets.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { ExpressPeerServer } from 'peer';
import { WebSocketServer } from 'ws';

/** Answers at `path`; what is asked for elsewhere, it leaves alone. */
export function mountStock(app, server, path) {
  const createWebSocketServer = ({ path }) => {
    const sockets = new WebSocketServer({ noServer: true });
    server.on('upgrade', (request, socket, head) => {
      if (request.url.split('?', 1)[0] !== path) return;
      sockets.handleUpgrade(request, socket, head, (client) =>
        sockets.emit('connection', client, request),
      );
    });
    return sockets;
  };
  const peerServer = ExpressPeerServer(server, { createWebSocketServer });
  // Without a listener, one malformed message from anybody ends the whole process.
  peerServer.on('error', ({ message }) => console.warn(`PeerServer: ${message}`));
  app.use(path, peerServer);
}

const demo = fileURLToPath(new URL('../demo', import.meta.url));

/** What a page or script of the demo is without tickets, its side and its far side by their bare ids. */
function withoutTickets(text, path, room, server) {
  const party = path.includes('agent') ? 'agent' : 'visitor';
  const far = party === 'agent' ? 'visitor' : 'agent';
  return text
    .replace('server="/peerjs"', `server="${server}"`)
    .replace('token-url="/ticket"', `peer-id="${party}-${room}" remote-id="${far}-${room}"`)
    .replace('src="/demo.js"', 'src="/demo.js?stock"')
    .replace(/^ *session\.setAttribute\('token-url'.*$/gm, '');
}

/** Serves the demo's two pages on the stock server at that path when they are asked for with `?stock`. */
export const serveStock =
  (server) =>
  async ({ path, query }, response, next) => {
    if (!('stock' in query) || !/^\/(agent\.html|visitor\.html|demo\.js)$/.test(path))
      return next();
    const text = await readFile(demo + path, 'utf8');
    const changed = withoutTickets(text, path, query.room, server);
    if (changed.includes('token-url')) throw new Error(`${path} still asks for tickets.`);
    return response.type(path.endsWith('.js') ? 'js' : 'html').send(changed);
  };
