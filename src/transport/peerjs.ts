// Behind `import()`: PeerJS is fetched when a chat becomes active, not before. Named imports only,
// a namespace import of PeerJS would bring all of it.
export { GatedPeer } from './gated-peer.js';
export { serialization, SessionConnection } from './session-connection.js';
