import * as v from 'valibot';
import { Peer } from './peerjs.js';
import { serialization, SessionConnection } from './session-connection.js';

const short = v.pipe(v.string(), v.maxLength(128));
// An offer of ours is about 4 kB; a browser's largest stays far below this.
const description = v.object({
  type: v.picklist(['offer', 'answer']),
  sdp: v.pipe(v.string(), v.maxLength(65_536)),
});

/** What PeerServer relays between two sessions; anything else is not for us. */
const signal = v.variant('type', [
  v.object({
    type: v.literal('OFFER'),
    src: short,
    payload: v.object({
      type: v.literal('data'),
      serialization: v.literal(serialization),
      connectionId: short,
      sdp: description,
    }),
  }),
  v.object({
    type: v.literal('ANSWER'),
    src: short,
    payload: v.object({ connectionId: short, sdp: description }),
  }),
  v.object({
    type: v.literal('CANDIDATE'),
    src: short,
    payload: v.object({
      connectionId: short,
      candidate: v.object({
        candidate: v.pipe(v.string(), v.maxLength(1024)),
        sdpMid: v.nullish(short),
        sdpMLineIndex: v.nullish(v.number()),
        usernameFragment: v.nullish(v.pipe(v.string(), v.maxLength(256))),
      }),
    }),
  }),
  v.object({
    type: v.literal('CANDIDATE'),
    src: short,
    payload: v.object({ type: v.literal('visavis-knock') }),
  }),
  v.object({ type: v.literal('EXPIRE'), src: short }),
]);

type Signal = v.InferOutput<typeof signal>;

const fromServer = new Set(['OPEN', 'ERROR', 'ID-TAKEN', 'INVALID-KEY']);

export interface Gate {
  /** The only peer whose signals are heard. */
  readonly far: string;
  /** One side dials, the other answers: an offer to the one that dials is a stranger's. */
  readonly answers: boolean;
  /** The connection of the moment; signals for any other are late. */
  readonly connectionId: () => string | undefined;
  readonly knocked: () => void;
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
  /** Signals that were dropped; for diagnosis. */
  dropped = 0;

  constructor(id: string, server: PeerServerAddress, gate: Gate) {
    super(id, { ...server, serializers: { [serialization]: SessionConnection } });
    this.#gate = gate;
  }

  dial(): SessionConnection {
    return this.connect(this.#gate.far, { serialization, reliable: true }) as SessionConnection;
  }

  /** Asks the far side to dial. PeerServer relays no type of our own, so it travels as a candidate. */
  knock(): void {
    const { socket } = this as unknown as PeerInside;
    socket.send({ type: 'CANDIDATE', dst: this.#gate.far, payload: { type: 'visavis-knock' } });
  }

  protected _handleMessage(message: unknown): void {
    try {
      const { type, src } = message as { readonly type?: string; readonly src?: unknown };
      if (type && fromServer.has(type) && src === undefined)
        return inside._handleMessage.call(this, message);
      const read = v.safeParse(signal, message);
      if (read.success && read.output.src === this.#gate.far) this.#hear(read.output);
      else this.dropped += 1;
    } catch (error) {
      // Whatever a far side sends must not break the page; the link's own time-outs deal with the rest.
      this.dropped += 1;
      console.debug('visavis: a signal could not be used', error);
    }
  }

  #hear(signal: Signal): void {
    const { connectionId, answers, knocked, absent } = this.#gate;
    if (signal.type === 'EXPIRE') return absent();
    if ('type' in signal.payload && signal.payload.type === 'visavis-knock') return knocked();
    const expected =
      signal.type === 'OFFER'
        ? answers
        : 'connectionId' in signal.payload && signal.payload.connectionId === connectionId();
    if (expected) inside._handleMessage.call(this, signal);
    else this.dropped += 1;
  }
}
