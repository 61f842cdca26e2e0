// A stock PeerServer in a process of its own, to be killed, stopped and started by tests.
import { createServer } from 'node:http';
import express from 'express';
import { ExpressPeerServer } from 'peer';

const app = express();
const server = createServer(app);
const peerServer = ExpressPeerServer(server);
const ids = new Set();
peerServer.on('connection', (client) => ids.add(client.getId()));
peerServer.on('disconnect', (client) => ids.delete(client.getId()));
app.get('/has/:id', ({ params }, response) => response.json(ids.has(params.id)));
app.use('/', peerServer);
server.listen(Number(process.argv[2]), () => process.send?.('ready'));
