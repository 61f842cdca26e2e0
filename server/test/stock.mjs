// The stock PeerServer, in a process of its own: what the guards are measured against.
import { PeerServer } from 'peer';

const server = PeerServer({ port: 0, host: '127.0.0.1', path: '/' }, (listening) => {
  console.log(JSON.stringify({ msg: 'listening', port: listening.address().port }));
});
// Without a listener, the first malformed message ends the process.
server.on('error', ({ message }) => console.log(JSON.stringify({ message })));
process.once('disconnect', () => process.exit());
