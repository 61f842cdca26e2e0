import { once } from 'node:events';
import { WebSocket } from 'ws';

// Milliseconds until a test that waits for what never comes says so. Nothing is measured by it.
const patience = 20_000;

/**
 * A client below PeerJS: it may say anything, from any address of loopback, and hears everything. `shut` is how
 * its socket ended: `{ code, status }`, where `status` is that of HTTP when it never became a WebSocket.
 */
export class RawClient {
  heard = [];
  shut = undefined;
  #changed = [];
  #late = false;

  constructor(url, { id, token, key = 'peerjs', from, ...options }) {
    const query = `key=${key}&id=${id ?? ''}&token=${token ?? ''}&version=1.5.5`;
    this.socket = new WebSocket(`${url}?${query}`, {
      perMessageDeflate: false,
      ...(from && { localAddress: from }),
      ...options,
    });
    this.socket.on('message', (data) => {
      this.heard.push(JSON.parse(data.toString()));
      this.#tell();
    });
    this.socket.on('unexpected-response', (_request, response) => {
      this.#end({ status: response.statusCode });
      response.resume();
    });
    this.socket.on('close', (code) => this.#end({ code }));
    this.socket.on('error', () => {
      // Told by `close`, or by the status.
    });
  }

  get word() {
    return this.heard.find(({ type }) => type === 'ERROR')?.payload.msg;
  }

  get types() {
    return this.heard.map(({ type }) => type);
  }

  /** Resolves to what `find` finds first, which may be there already; rejects when the socket closes without it. */
  async until(find) {
    const deadline = setTimeout(() => {
      this.#late = true;
      this.#tell();
    }, patience);
    try {
      for (;;) {
        const found = find(this);
        if (found) return found;
        const state = JSON.stringify([this.shut ?? 'open', this.heard.slice(-3)]);
        if (this.shut) throw new Error(`Closed before that: ${state}`);
        if (this.#late) throw new Error(`Nothing came of it: ${state}`);
        await new Promise((resolve) => this.#changed.push(resolve));
      }
    } finally {
      clearTimeout(deadline);
    }
  }

  message(type) {
    return this.until(({ heard }) => heard.find((message) => message.type === type));
  }

  opened() {
    return this.message('OPEN').then(() => this);
  }

  /** It was let in, or it was not: whichever comes. */
  async settled() {
    await this.until(({ shut, types }) => shut || types.includes('OPEN'));
    return this;
  }

  /** How its socket was closed, without its ever having been let in. */
  async refused() {
    await this.settled();
    if (!this.shut) throw new Error('It was let in.');
    return this.shut;
  }

  async closed() {
    await this.until(({ shut }) => shut);
    return this.shut;
  }

  send(message) {
    this.socket.send(typeof message === 'string' ? message : JSON.stringify(message));
  }

  offer(dst, connectionId = 'dc_1') {
    this.send({ type: 'OFFER', dst, payload: { connectionId, type: 'data', sdp: {} } });
  }

  /**
   * Resolves to true once the server has dealt with all that was sent before: a word to oneself comes back. False
   * when it closes the socket instead.
   */
  async echo(id) {
    const mark = `echo-${Math.random()}`;
    if (this.socket.readyState === WebSocket.CONNECTING) await once(this.socket, 'open');
    this.send({ type: 'CANDIDATE', dst: id, payload: { type: mark } });
    const isBack = ({ payload }) => payload?.type === mark;
    await this.until(({ heard, shut }) => shut || heard.some(isBack));
    return !this.shut;
  }

  /** Gone without a farewell. */
  drop() {
    this.socket.terminate();
  }

  #end(how) {
    this.shut ??= how;
    this.#tell();
  }

  #tell() {
    for (const resolve of this.#changed.splice(0)) resolve();
  }
}
