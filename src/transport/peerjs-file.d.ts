declare module 'peerjs/dist/bundler.mjs' {
  export * from 'peerjs';
}
