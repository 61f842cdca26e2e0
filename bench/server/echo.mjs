// What `ws` itself costs: it says back what it hears, and knows nobody. Arguments: port.
import { WebSocketServer } from 'ws';

function onMessage(data, isBinary) {
  this.send(data, { binary: isBinary });
}

function onError() {
  // Told by `close`.
}

const server = new WebSocketServer({
  host: '127.0.0.1',
  port: Number(process.argv[2]),
  clientTracking: false,
  perMessageDeflate: false,
  backlog: 511,
});
server.on('connection', (socket) => {
  socket.on('message', onMessage);
  socket.on('error', onError);
});
