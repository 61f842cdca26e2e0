import { either, maybe, none, number, oneOf, type Read, record, text } from '../wire/shape.js';
import { Peer } from './peerjs.js';
import { serialization, SessionConnection } from './session-connection.js';

const short = text(128);
// An offer of ours is about 4 kB; a browser's largest stays far below this.
const sdp = record({ type: oneOf('offer', 'answer'), sdp: text(65_536) });
const candidate = record({
  candidate: text(1024),
  sdpMid: maybe(short),
  sdpMLineIndex: maybe(number),
  usernameFragment: maybe(text(256)),
});

/** Looking for another way of the packets of a connection that both sides have. */
const mend = record({
  type: oneOf('visavis-mend'),
  connectionId: short,
  round: number,
  /** An offer, or the answer to the offer of that round; missing: the far side is to make an offer. */
  sdp: maybe(sdp),
});

export type Mend = Read<typeof mend>;

/** What PeerServer relays between two sessions; anything else is not for us. */
const signal = either(
  record({
    type: oneOf('OFFER'),
    src: short,
    payload: record({
      type: oneOf('data'),
      serialization: oneOf(serialization),
      connectionId: short,
      sdp,
    }),
  }),
  record({ type: oneOf('ANSWER'), src: short, payload: record({ connectionId: short, sdp }) }),
  record({
    type: oneOf('CANDIDATE'),
    src: short,
    payload: record({ connectionId: short, candidate }),
  }),
  record({
    type: oneOf('CANDIDATE'),
    src: short,
    payload: record({ type: oneOf('visavis-knock') }),
  }),
  record({ type: oneOf('CANDIDATE'), src: short, payload: mend }),
  record({ type: oneOf('EXPIRE'), src: short }),
);

type Signal = Read<typeof signal>;

const fromServer = new Set(['OPEN', 'ERROR', 'ID-TAKEN', 'INVALID-KEY']);

export interface Gate {
  /** The only peer whose signals are heard. */
  readonly far: string;
  /** One side dials, the other answers: an offer to the one that dials is a stranger's. */
  readonly answers: boolean;
  /** The connection of the moment; signals for any other are late. */
  readonly connectionId: () => string | undefined;
  readonly knocked: () => void;
  /** The server brought back our own word. */
  readonly answered: () => void;
  readonly mend: (mend: Mend) => void;
  readonly absent: () => void;
}

/** Where the PeerServer is, and the ICE servers of each connection. */
export interface PeerServerAddress {
  readonly host: string;
  readonly port: number;
  readonly path: string;
  readonly secure: boolean;
  readonly config: RTCConfiguration;
}

/** PeerJS's inner handling, which its types keep to themselves (pinned: 1.5.5). */
interface PeerInside {
  _handleMessage(message: unknown): void;
  readonly socket: { send(message: object): void };
}

const inside = Peer.prototype as unknown as PeerInside;

/**
 * A Peer that hears only its server and its session's far side. A stranger's signal is dropped
 * before PeerJS sees it: no connection is made, nothing is stored, nothing throws.
 */
export class GatedPeer extends Peer {
  readonly #gate: Gate;
  readonly #own: string;
  /** Signals that were dropped; for diagnosis. */
  dropped = 0;

  constructor(id: string, server: PeerServerAddress, gate: Gate) {
    super(id, { ...server, serializers: { [serialization]: SessionConnection } });
    this.#gate = gate;
    this.#own = id;
  }

  /** Whether a connection to the far side is open: then nobody misses the server just now. */
  get joined(): boolean {
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- Its type is to change; PeerJS is pinned.
    const all = this.connections as Readonly<Record<string, readonly { open: boolean }[]>>;
    return Object.values(all).some((some) => some.some(({ open }) => open));
  }

  /** A word to oneself, by way of the server: whether it is there, and has us registered. */
  ask(): void {
    this.#send({ type: 'visavis-ask' }, this.#own);
  }

  dial(): SessionConnection {
    return this.connect(this.#gate.far, { serialization, reliable: true }) as SessionConnection;
  }

  /** Asks the far side to dial. PeerServer relays no type of our own, so it travels as a candidate. */
  knock(): void {
    this.#send({ type: 'visavis-knock' });
  }

  mend(mend: Omit<Mend, 'type'>): void {
    this.#send({ type: 'visavis-mend', ...mend });
  }

  #send(payload: object, dst = this.#gate.far): void {
    const { socket } = this as unknown as PeerInside;
    socket.send({ type: 'CANDIDATE', dst, payload });
  }

  /** A stock server that still holds our old socket takes the new one, and never says so. */
  #answered(): void {
    this.#gate.answered();
    if (!this.open) inside._handleMessage.call(this, { type: 'OPEN' });
  }

  protected _handleMessage(message: unknown): void {
    try {
      const { type, src } = message as { readonly type?: string; readonly src?: unknown };
      if (type && fromServer.has(type) && src === undefined)
        return inside._handleMessage.call(this, message);
      // The server writes who a message is from: no stranger's comes in our name.
      if (type === 'CANDIDATE' && src === this.#own) return this.#answered();
      const read = signal(message);
      if (read !== none && read.src === this.#gate.far) this.#hear(read);
      else this.dropped += 1;
    } catch (error) {
      // Whatever a far side sends must not break the page; the link's own time-outs deal with the rest.
      this.dropped += 1;
      console.debug('visavis: a signal could not be used', error);
    }
  }

  #hear(signal: Signal): void {
    const { connectionId, answers, knocked, mend, absent } = this.#gate;
    if (signal.type === 'EXPIRE') return absent();
    if ('type' in signal.payload) {
      if (signal.payload.type === 'visavis-knock') return knocked();
      if (signal.payload.type === 'visavis-mend') return mend(signal.payload);
    }
    const expected =
      signal.type === 'OFFER'
        ? answers
        : 'connectionId' in signal.payload && signal.payload.connectionId === connectionId();
    if (expected) inside._handleMessage.call(this, signal);
    else this.dropped += 1;
  }
}
