import { Brake } from '../wire/brake.js';
import {
  either,
  integer,
  maybe,
  none,
  number,
  oneOf,
  type Read,
  record,
  type Shape,
  text,
} from '../wire/shape.js';
import { isOurSdp, maxSdp } from './our-sdp.js';
import { Peer } from './peerjs.js';
import { serialization, SessionConnection } from './session-connection.js';

const short = text(128);
const ourSdp: Shape<string> = (data) => {
  const sdp = text(maxSdp)(data);
  return sdp !== none && isOurSdp(sdp) ? sdp : none;
};
const sdp = record({ type: oneOf('offer', 'answer'), sdp: ourSdp });
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
      sdp: record({ type: oneOf('offer'), sdp: ourSdp }),
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

type Offer = Extract<Signal, { type: 'OFFER' }>;

// A page that is reloaded again and again stays below these; who sends more is heard at a pace.
const offersAtOnce = 6;
const knocksAtOnce = 4;
const mendsAtOnce = 8;
const every = 1000;
const signalsAtOnce = 300;
const signalEvery = 50;

const fromServer = new Set(['OPEN', 'ERROR', 'ID-TAKEN', 'INVALID-KEY']);

/** What visavis-server says beyond PeerServer's protocol. */
const note = either(
  record({ type: oneOf('HEARTBEAT', 'WAIT') }),
  record({ type: oneOf('MOVE'), payload: record({ within: integer(0, 600_000) }) }),
);

export type ServerNote = Read<typeof note>;

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
  readonly noted: (note: ServerNote) => void;
}

/** Where the PeerServer is, and the ICE servers of each connection. */
export interface PeerServerAddress {
  readonly host: string;
  readonly port: number;
  readonly path: string;
  readonly secure: boolean;
  readonly config: RTCConfiguration;
  /** PeerJS makes one up when there is none. */
  readonly token?: string;
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
  readonly #offers = new Brake(offersAtOnce, every);
  readonly #knocks = new Brake(knocksAtOnce, every);
  readonly #mends = new Brake(mendsAtOnce, every);
  /** Answers and candidates. */
  readonly #others = new Brake(signalsAtOnce, signalEvery);
  /** The last offer that came too soon, and what came after it of the same connection. */
  #held: [Offer, ...Signal[]] | undefined;
  #knockHeld = false;
  /** Signals that were dropped; for diagnosis. */
  dropped = 0;

  constructor(id: string, server: PeerServerAddress, gate: Gate) {
    super(id, { ...server, serializers: { [serialization]: SessionConnection } });
    this.#gate = gate;
    this.#own = id;
  }

  /** For the next registration, and the next connection. */
  renew({ config, token }: PeerServerAddress): void {
    // PeerJS reads them anew each time.
    Object.assign(this.options, { config, ...(token && { token }) });
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

  /** No connection of the far side's is taken for so many milliseconds; the last it offers is taken then. */
  holdOffers(milliseconds: number): void {
    this.#offers.hold(milliseconds);
  }

  protected _handleMessage(message: unknown): void {
    try {
      const { type, src } = message as { readonly type?: string; readonly src?: unknown };
      if (type && src === undefined) {
        if (fromServer.has(type)) return inside._handleMessage.call(this, message);
        const noted = note(message);
        if (noted !== none) return this.#gate.noted(noted);
      }
      // The server writes who a message is from: no stranger's comes in our name.
      if (type === 'CANDIDATE' && src === this.#own) return this.#answered();
      const read = src === this.#gate.far ? signal(message) : none;
      if (read !== none) this.#hear(read);
      else this.#drop();
    } catch {
      this.#drop();
    }
  }

  #hear(signal: Signal): void {
    const { answers, connectionId, absent } = this.#gate;
    if (signal.type === 'EXPIRE') return absent();
    if (signal.type === 'OFFER') return answers ? this.#offered(signal) : this.#drop();
    if (!('connectionId' in signal.payload)) return this.#knocked();
    const { payload } = signal;
    if ('type' in payload) return this.#mends.take() > 0 ? this.#drop() : this.#gate.mend(payload);
    if (this.#others.take() > 0) return this.#drop();
    if (payload.connectionId === this.#held?.[0].payload.connectionId) this.#held.push(signal);
    else if (payload.connectionId === connectionId()) this.#pass(signal);
    else this.#drop();
  }

  /** Each makes a connection, and takes the place of the one before: of many, only the last is of use. */
  #offered(offer: Offer): void {
    if (this.#held) this.#drop();
    else {
      const wait = this.#offers.take();
      if (wait === 0) return this.#pass(offer);
      setTimeout(() => this.#release(), wait);
    }
    this.#held = [offer];
  }

  #release(): void {
    const held = this.#held;
    if (!held) return;
    const wait = this.#offers.take();
    if (wait > 0) return void setTimeout(() => this.#release(), wait);
    this.#held = undefined;
    if (!this.destroyed) for (const signal of held) this.#pass(signal);
  }

  #knocked(): void {
    if (this.#knockHeld) return this.#drop();
    const wait = this.#knocks.take();
    if (wait === 0) return this.#gate.knocked();
    this.#knockHeld = true;
    setTimeout(() => {
      this.#knockHeld = false;
      if (!this.destroyed) this.#knocked();
    }, wait);
  }

  /** Whatever a far side sends must not break the page; the link's own time-outs deal with the rest. */
  #pass(signal: Signal): void {
    try {
      inside._handleMessage.call(this, signal);
    } catch {
      this.#drop();
    }
  }

  /** Late signals are ordinary: counted, and nothing to tell a developer of. */
  #drop(): void {
    this.dropped += 1;
  }
}
