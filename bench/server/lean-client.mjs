import { connect } from 'node:net';

const closeFrame = framed(Buffer.from([0x03, 0xe8]), 0x8);
const patience = 30_000;

/** A frame as clients send it: masked, as it has to be, by a mask of zeros, which changes nothing. */
export function framed(text, opcode = 0x1) {
  const payload = Buffer.from(text);
  const { length } = payload;
  const head = length < 126 ? [0x80 | length] : [0x80 | 126, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([0x80 | opcode, ...head, 0, 0, 0, 0]), payload]);
}

/** A client's address of its own: to servers that count addresses, clients are as many people as in life. */
export const addressOf = (index) => `127.1.${(index >> 8) & 0xff}.${index & 0xff}`;

/**
 * A WebSocket client of next to nothing: on a machine of few cores, whoever makes the load takes from those that
 * carry it. Reads no more of a message than its type.
 */
export class LeanClient {
  /** How many of each type it has heard. */
  heard = new Map();
  #first;
  #socket;
  #rest = Buffer.alloc(0);
  #isOpen = false;
  #ended;
  #waiting = [];

  /** `first`: the type that says that it is in; empty: the upgrade says it. */
  constructor({ port, id, token = 'x', address, first = 'OPEN' }) {
    this.id = id;
    this.#first = first;
    this.#socket = connect({ port, host: '127.0.0.1', localAddress: address, noDelay: true });
    this.#socket.write(
      `GET /peerjs?key=peerjs&id=${id}&token=${token}&version=1.5.5 HTTP/1.1\r\nHost: 127.0.0.1\r\n` +
        'Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n' +
        'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n',
    );
    this.#socket.on('data', (data) => this.#read(data));
    this.#socket.on('error', ({ message }) => this.#end(message));
    this.#socket.on('close', () => this.#end('closed'));
  }

  /** Resolves to itself, once it is in. */
  async in() {
    await this.until(() => (this.#first ? this.heard.has(this.#first) : this.#isOpen));
    return this;
  }

  get isIn() {
    return this.#isOpen && !this.#ended;
  }

  send(frame) {
    this.#socket.write(frame);
  }

  count(type) {
    return this.heard.get(type) ?? 0;
  }

  /** Waits until `holds` does; rejects when the socket ends before. */
  until(holds) {
    if (holds()) return undefined;
    if (this.#ended) throw new Error(this.#state());
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`Nothing came. ${this.#state()}`)), patience);
      this.#waiting.push({ holds, resolve, reject, late });
    });
  }

  /** Closes as WebSockets do, and waits for it. */
  leave() {
    this.send(closeFrame);
    return new Promise((resolve) => this.#socket.once('close', resolve));
  }

  drop() {
    this.#socket.destroy();
  }

  #state() {
    return `A client has heard ${JSON.stringify([...this.heard])}; its socket: ${this.#ended ?? 'open'}.`;
  }

  #read(data) {
    let rest = this.#rest.length > 0 ? Buffer.concat([this.#rest, data]) : data;
    if (!this.#isOpen) {
      const end = rest.indexOf('\r\n\r\n');
      if (end < 0) return void (this.#rest = rest);
      const head = rest.latin1Slice(0, end);
      if (!head.startsWith('HTTP/1.1 101')) return this.#end(head.split('\r\n', 1)[0]);
      this.#isOpen = true;
      rest = rest.subarray(end + 4);
    }
    for (;;) {
      const start = headOf(rest);
      if (start === undefined || rest.length < start.end) break;
      this.#hear(rest[0] & 0xf, rest, start.at);
      rest = rest.subarray(start.end);
    }
    this.#rest = rest;
    this.#tell();
  }

  #hear(opcode, bytes, at) {
    // {"type":"OFFER",...
    const type =
      opcode === 0x1 ? bytes.latin1Slice(at + 9, bytes.indexOf(34, at + 9)) : `opcode ${opcode}`;
    this.heard.set(type, this.count(type) + 1);
  }

  #tell() {
    for (const one of this.#waiting.splice(0)) {
      if (one.holds()) {
        clearTimeout(one.late);
        one.resolve();
      } else this.#waiting.push(one);
    }
  }

  #end(how) {
    this.#ended ??= how;
    this.#tell();
    for (const { late, reject } of this.#waiting.splice(0)) {
      clearTimeout(late);
      reject(new Error(this.#state()));
    }
  }
}

/** Where a server's frame has its payload, and where it ends; undefined while too little of it has come. */
function headOf(bytes) {
  if (bytes.length < 2) return undefined;
  const short = bytes[1] & 0x7f;
  if (short < 126) return { at: 2, end: 2 + short };
  if (bytes.length < 4) return undefined;
  // None of what is measured is longer than 64 KiB.
  return { at: 4, end: 4 + bytes.readUInt16BE(2) };
}
