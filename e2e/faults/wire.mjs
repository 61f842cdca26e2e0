// The network between two pages, in a process of its own: Playwright's work must not disturb its
// timing. Started and spoken to by wire.ts; ends when that process lets go of it.
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';

const [target, seed] = process.argv.slice(2).map(Number);
const parties = ['agent', 'visitor'];
const other = { agent: 'visitor', visitor: 'agent' };
const now = () => performance.timeOrigin + performance.now();

/** The same numbers in every run: mulberry32, as in src/testing/dice.ts, from 0 up to 1. */
function chance(state) {
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const sound = { cut: false, delay: 0, jitter: 0, loss: 0, rate: 0, reorder: 0, duplicate: 0 };
/** Milliseconds of packets that wait for a line of limited rate; more are dropped. */
const longestQueue = 300;
/** How much later than its turn a packet comes that others overtake. */
const heldBack = 30;

/** One direction: what one party sends goes through it to the other. */
class Line {
  faults = { ...sound };
  #counts = { sent: 0, arrived: 0, lost: 0, bytes: 0, gap: 0 };
  #arrivedAt = performance.now();
  #chance;
  /** Sorted by when they are due. */
  #waiting = [];
  #timer;
  #last = 0;
  #free = 0;

  constructor(chance) {
    this.#chance = chance;
  }

  get counts() {
    return { ...this.#counts, gap: this.#gap };
  }

  /** The longest time in which nothing arrived; the one that still goes on is one of them. */
  get #gap() {
    return Math.max(this.#counts.gap, performance.now() - this.#arrivedAt);
  }

  take(bytes, deliver) {
    const { cut, loss, duplicate } = this.faults;
    this.#counts.sent += 1;
    if (cut || this.#happens(loss)) return this.#lose();
    const due = this.#due(bytes);
    if (due === undefined) return this.#lose();
    this.#put({ due, bytes, deliver });
    if (this.#happens(duplicate)) this.#put({ due, bytes, deliver });
  }

  #due(bytes) {
    const { delay, jitter, rate, reorder } = this.faults;
    let due = performance.now();
    if (rate > 0) {
      const starts = Math.max(due, this.#free);
      if (starts - due > longestQueue) return undefined;
      due = this.#free = starts + (bytes.length * 8) / rate;
    }
    due += delay + jitter * this.#chance();
    if (this.#happens(reorder)) return due + heldBack;
    // Jitter alone lets nobody overtake: queues do not.
    return (this.#last = Math.max(due, this.#last));
  }

  /** Draws no number for what never happens: another fault's luck stays the same. */
  #happens(share) {
    return share > 0 && this.#chance() < share;
  }

  #put(packet) {
    const before = this.#waiting.findLastIndex(({ due }) => due <= packet.due);
    this.#waiting.splice(before + 1, 0, packet);
    this.#pass();
  }

  #pass() {
    clearTimeout(this.#timer);
    // What was under way when the line was cut is lost too: nothing arrives after the cut.
    while (this.#waiting.length > 0 && this.#waiting[0].due <= performance.now()) {
      const { bytes, deliver } = this.#waiting.shift();
      if (this.faults.cut || !deliver(bytes)) this.#lose();
      else this.#arrive(bytes);
    }
    const [next] = this.#waiting;
    if (next) this.#timer = setTimeout(() => this.#pass(), next.due - performance.now());
  }

  #arrive({ length }) {
    this.#counts.arrived += 1;
    this.#counts.bytes += length;
    this.#counts.gap = this.#gap;
    this.#arrivedAt = performance.now();
  }

  #lose() {
    this.#counts.lost += 1;
  }

  /** From now on `gap` is of what is yet to come. */
  change(faults) {
    Object.assign(this.faults, faults);
    this.#counts.gap = 0;
    this.#arrivedAt = performance.now();
  }
}

const luck = chance(seed);
/** By who sends. */
const lines = { agent: new Line(luck), visitor: new Line(luck) };

/** Stands for one ICE candidate of one party: a socket towards each of the two. */
class Path {
  /** By the party that each faces. */
  #sockets = {};
  /** Where each party is to be reached: the candidate itself, and whoever last sent to us. */
  #at = {};
  #host;

  static async open(party, address) {
    const path = new Path();
    // Not 127.0.0.1: that is no place the browsers' sockets would send to, bound as they are.
    path.#host = address.host;
    path.#at[party] = address;
    for (const side of parties) await path.face(side);
    return path;
  }

  /** Opens the socket that this party sees; a former one dies, as behind a NAT that forgot it. */
  async face(party) {
    const socket = createSocket('udp4');
    socket.on('error', () => undefined); // a browser that is gone
    socket.on('message', (bytes, { address: host, port }) => {
      this.#at[party] = { host, port };
      lines[party].take(bytes, (sent) => this.#send(other[party], sent));
    });
    socket.bind(0, this.#host);
    await once(socket, 'listening');
    this.#sockets[party]?.close();
    this.#sockets[party] = socket;
  }

  /** Where this party finds the other. */
  portFor(party) {
    return this.#sockets[party].address().port;
  }

  #send(party, bytes) {
    const to = this.#at[party];
    if (!to) return false;
    this.#sockets[party].send(bytes, to.port, to.host);
    return true;
  }
}

/** By candidate: an ICE restart may come with the same ones. */
const paths = new Map();

/** A party's way to a relay: what it sends passes its line once, the relay's answers come at once. */
class WayToRelay {
  #socket = createSocket('udp4');
  /** By the browser's own sockets: the relay must tell them apart. */
  #clients = new Map();
  #line;
  #target;

  constructor(party, target) {
    this.#line = lines[party];
    this.#target = target;
  }

  async open() {
    this.#socket.on('error', () => undefined);
    this.#socket.on('message', (bytes, from) => {
      const client = this.#client(from);
      this.#line.take(bytes, (sent) => {
        client.send(sent, this.#target, '127.0.0.1');
        return true;
      });
    });
    this.#socket.bind(0, '127.0.0.1');
    await once(this.#socket, 'listening');
    return this.#socket.address().port;
  }

  #client({ address, port }) {
    const key = `${address} ${port}`;
    if (!this.#clients.has(key)) {
      const client = createSocket('udp4');
      client.on('error', () => undefined);
      client.on('message', (bytes) => this.#socket.send(bytes, port, address));
      this.#clients.set(key, client);
    }
    return this.#clients.get(key);
  }
}

/** A party's way to the test server: the page itself and its signalling. */
class Door {
  #server = createServer((socket) => this.#admit(socket));
  #pairs = new Set();
  #cut = false;
  /** Milliseconds, each way. */
  delay = 0;

  async open(port = 0) {
    this.#server.listen(port, '127.0.0.1');
    await once(this.#server, 'listening');
    return (this.port = this.#server.address().port);
  }

  /** Connections stay open and pass nothing; new ones get no answer. */
  cut() {
    this.#cut = true;
    for (const socket of this.#all()) socket.pause();
  }

  /** Connections are reset, new ones refused. */
  kill() {
    this.#server.close();
    for (const socket of this.#all()) socket.resetAndDestroy();
  }

  async restore() {
    this.#cut = false;
    for (const socket of this.#all()) socket.resume();
    if (!this.#server.listening) await this.open(this.port);
  }

  #all() {
    return [...this.#pairs].flat();
  }

  #later(act) {
    if (this.delay > 0) setTimeout(act, this.delay);
    else act();
  }

  #admit(socket) {
    const far = connect(target, '127.0.0.1');
    const pair = [socket, far];
    this.#pairs.add(pair);
    for (const [from, to] of [pair, pair.toReversed()]) {
      from.setNoDelay(true);
      from.on('data', (bytes) => this.#later(() => to.write(bytes)));
      from.on('end', () => this.#later(() => to.end()));
      from.on('error', () => to.destroy());
      from.on('close', () => {
        this.#pairs.delete(pair);
        to.destroySoon();
      });
      if (this.#cut) from.pause();
    }
  }
}

const doors = { agent: new Door(), visitor: new Door() };
const each = (party, act) => Promise.all((party ? [party] : parties).map(act));

const commands = {
  open: async () => ({ agent: await doors.agent.open(), visitor: await doors.visitor.open() }),

  /** The port where `other[party]` reaches this candidate of `party`. */
  async path({ party, address }) {
    const key = `${party} ${address.host} ${address.port}`;
    if (!paths.has(key)) paths.set(key, Path.open(party, address));
    return (await paths.get(key)).portFor(other[party]);
  },

  wayToRelay: ({ party, target: relay }) => new WayToRelay(party, relay).open(),

  faults({ from, ...faults }) {
    for (const party of from ? [from] : parties) lines[party].change(faults);
  },

  counts: () => ({ agent: lines.agent.counts, visitor: lines.visitor.counts }),

  /** The other side sees this party at new ports from now on, and no longer at the old ones. */
  async rebind({ party }) {
    for (const path of paths.values())
      await each(party, async (moved) => (await path).face(other[moved]));
  },

  signalling: async ({ party, act }) => {
    await each(party, (side) => doors[side][act]());
  },

  delaySignalling({ delay }) {
    for (const party of parties) doors[party].delay = delay;
  },
};

process.on('disconnect', () => process.exit());
process.on('message', async ({ id, name, given }) => {
  try {
    // Faults act before anything else has a turn: the moment is theirs.
    const answer = commands[name](given);
    const at = now();
    process.send({ id, at, answer: await answer });
  } catch (error) {
    process.send({ id, error: error.message });
  }
});
