// The stock PeerServer, in a process of its own: what the guards are measured against. Arguments: port, clients at most.
import { PeerServer } from 'peer';

const [port = 0, clients = 5000] = process.argv.slice(2).map(Number);
const options = { port, host: '127.0.0.1', path: '/', concurrent_limit: clients };
const server = PeerServer(options, (listening) => {
  console.log(JSON.stringify({ msg: 'listening', port: listening.address().port }));
});
// Without a listener, the first malformed message ends the process.
server.on('error', ({ message }) => console.log(JSON.stringify({ message })));
process.once('disconnect', () => process.exit());
