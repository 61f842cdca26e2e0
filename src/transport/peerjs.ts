// By its file: its bare name leads Node to CommonJS, where an import finds no names.
export { BufferedConnection, Peer } from 'peerjs/dist/bundler.mjs';
