// One side of a session as the bench for files needs it: the real link, real files, and nothing to look at.
import { FileRunner } from '../../src/session/files/file-runner.js';
import { openPeerLink } from '../../src/transport/peer-link.js';

const party = location.hash === '#agent' ? 'agent' : 'visitor';
let open = false;
let opened = 0;
const turns = [];

const runner = new FileRunner({
  get files() {
    return link.files;
  },
  store: undefined,
  clock: {
    now: () => Date.now(),
    after: (ms, task) => {
      const timer = setTimeout(task, ms);
      return () => clearTimeout(timer);
    },
  },
  tell: (message) => link.send(message),
  changed: () => undefined,
  rejected: (code, name) => console.error(code, name),
  kept: () => undefined,
});

const link = openPeerLink(
  {
    party,
    server: new URL('/stock', location.href).href,
    peerId: `bench-${party}`,
    remoteId: `bench-${party === 'agent' ? 'visitor' : 'agent'}`,
    iceServers: [],
  },
  {
    linkChanged(state) {
      open = state.is === 'open';
      if (state.is === 'open') {
        opened += state.fresh ? 1 : 0;
        runner.opened();
      } else if (state.is === 'lost') runner.lost();
    },
    messageReceived(said) {
      if (said.type === 'ping') link.send({ type: 'pong', at: said.at });
      else if (said.type === 'pong') turns.push(performance.now() - said.at);
      else if (said.type === 'file') runner.appeared(said.body, false);
      else runner.heard(said);
    },
    lineReady: () => undefined,
    linkFailed: (failure, detail) => console.error(failure, detail),
  },
);

const until = async (condition) => {
  while (!condition()) await new Promise((next) => setTimeout(next, 5));
  return performance.now();
};
const stateOf = (file) => runner.states.get(file);

Object.assign(window, {
  side: {
    runner,
    isOpen: () => open,
    opened: () => opened,
    stateOf: (file) => ({ is: stateOf(file)?.is, moved: stateOf(file)?.moved }),
    /** Offers a picture of so many bytes; the far side asks for it by itself. */
    offer(file, size) {
      const bytes = new Uint8Array(size);
      for (let at = 0; at < size; at += 65_536)
        crypto.getRandomValues(bytes.subarray(at, at + 65_536));
      bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
      const blob = new Blob([bytes]);
      runner.offer(blob, file);
      const body = { type: 'file', file, size, name: 'a.png', mime: 'image/png' };
      link.send({ type: 'file', body });
    },
    /** Milliseconds until it is known to have come. */
    async send(file, size) {
      this.offer(file, size);
      const began = performance.now();
      return (await until(() => stateOf(file)?.is === 'done')) - began;
    },
    /** Bytes as the far side has them, as a checksum. */
    async sum(file) {
      const bytes = await stateOf(file)?.blob?.arrayBuffer();
      if (!bytes) return '';
      const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
      return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
    },
    /** There and back on the channel of messages, until `over`; milliseconds. */
    async turns(over) {
      turns.length = 0;
      while (!over()) {
        link.send({ type: 'ping', at: performance.now() });
        await new Promise((next) => setTimeout(next, 10));
      }
      await new Promise((next) => setTimeout(next, 300));
      return [...turns];
    },
  },
});
