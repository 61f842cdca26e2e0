import type { LinkConfig } from '../ports/link.js';
import type { Gate, GatedPeer, PeerServerAddress } from './gated-peer.js';

// Milliseconds. A half-open server accepts the socket and never says so.
const registerWithin = 5000;
const tick = 1000;
// Every so many ticks, a server that is there is asked for a sign of life.
const askEvery = 4;
const soon = 10_000;
// A reloaded page finds its own old id still registered for a moment.
const takenTries = 4;

export interface SignallingListener extends Omit<Gate, 'far' | 'answers' | 'answered'> {
  registered(): void;
  failed(failure: 'server-unreachable' | 'id-taken' | 'unsupported', detail: string): void;
  dialled(connection: unknown): void;
  /** Whether the far side cannot be reached without the server just now. */
  needed(): boolean;
  /** Whether a connection is there, and its path is broken. */
  broken(): boolean;
}

type MakePeer = (id: string, server: PeerServerAddress, gate: Gate) => GatedPeer;

/**
 * Milliseconds before the next try. A server that only restarts is met within a second; one that stays away
 * is asked seldom by those whose chat goes on without it, so that it is not run over when it comes back.
 */
export function retryWait(downFor: number, needed: boolean, luck: number): number {
  if (downFor < soon) return 300 + 600 * luck;
  return (needed ? 2500 : 30_000) * (1 + luck);
}

/** Keeps this side registered with the PeerServer, for as long as the link lives. */
export class Signalling {
  readonly #config: LinkConfig;
  readonly #listener: SignallingListener;
  readonly #makePeer: MakePeer;
  #peer: GatedPeer | undefined;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #lostAt: number | undefined;
  #triedAt = 0;
  #patient = false;
  #ticks = 0;
  /** Questions without an answer; and whether it has ever answered, as the stock one does. */
  #asked = 0;
  #answers = false;
  readonly #ticking = setInterval(() => this.#tick(), tick);
  #taken = 0;
  #closed = false;

  constructor(makePeer: MakePeer, config: LinkConfig, listener: SignallingListener) {
    this.#makePeer = makePeer;
    this.#config = config;
    this.#listener = listener;
    addEventListener('online', this.#hurry);
    this.#register();
  }

  /** The registered peer; undefined while there is none. */
  get peer(): GatedPeer | undefined {
    return this.#peer?.open ? this.#peer : undefined;
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#retry);
    clearInterval(this.#ticking);
    removeEventListener('online', this.#hurry);
    this.#peer?.destroy();
  }

  #register(): void {
    const { peerId, remoteId, party } = this.#config;
    const { connectionId, knocked, mend, absent } = this.#listener;
    const gate: Gate = {
      far: remoteId,
      answers: party === 'agent',
      connectionId,
      knocked,
      mend,
      absent,
      answered: () => {
        this.#answers = true;
        this.#asked = 0;
      },
    };
    const peer = (this.#peer = this.#makePeer(peerId, this.#server(), gate));
    this.#triedAt = performance.now();
    peer.on('open', () => {
      this.#lostAt = undefined;
      this.#taken = this.#asked = 0;
      this.#listener.registered();
    });
    peer.on('connection', (connection) => this.#listener.dialled(connection));
    peer.on('disconnected', () => {
      // A media path does not need the server; only the next dial does.
      if (this.#peer === peer) this.#again();
    });
    peer.on('error', (error) => this.#failed(error.type, error.message));
  }

  #failed(type: string, detail: string): void {
    if (type === 'unavailable-id') {
      this.#taken += 1;
      if (this.#taken >= takenTries) this.#listener.failed('id-taken', detail);
    } else if (type === 'browser-incompatible') {
      this.#listener.failed('unsupported', detail);
    } else if (type !== 'webrtc') {
      this.#listener.failed('server-unreachable', detail);
    }
  }

  #again(): void {
    if (this.#closed) return;
    clearTimeout(this.#retry);
    const now = performance.now();
    this.#lostAt ??= now;
    const needed = this.#listener.needed();
    this.#patient = !needed;
    const wait = retryWait(now - this.#lostAt, needed, Math.random());
    this.#retry = setTimeout(() => this.#try(), wait);
  }

  /** A peer that keeps its connections re-registers; one that PeerJS destroyed is made anew. */
  #try(): void {
    clearTimeout(this.#retry);
    const peer = this.#peer;
    this.#triedAt = performance.now();
    if (peer && !peer.destroyed && peer.disconnected) return peer.reconnect();
    peer?.destroy();
    this.#register();
  }

  #tick(): void {
    const peer = this.#peer;
    if (!peer || peer.disconnected) {
      // It could wait while the chat went on; now it is needed to mend it.
      if (this.#patient && this.#listener.needed()) this.#try();
      return;
    }
    if (peer.open) return this.#sound(peer);
    if (performance.now() - this.#triedAt < registerWithin) return peer.ask();
    this.#listener.failed('server-unreachable', 'The server took the connection and said nothing.');
    // With the same name to the server: what it may still hold of us is ours.
    peer.disconnect();
  }

  /** Unanswered until it is time to ask again: the socket leads nowhere. */
  #sound(peer: GatedPeer): void {
    // The path may have broken because this machine's address is another one: so would the socket's.
    const urgent = this.#listener.broken();
    this.#ticks += 1;
    if (!urgent && this.#ticks % askEvery > 0) return;
    if (this.#answers && this.#asked >= (urgent ? 2 : 1)) return peer.disconnect();
    this.#asked += 1;
    peer.ask();
  }

  readonly #hurry = (): void => {
    if (this.#lostAt !== undefined) this.#again();
  };

  #server(): PeerServerAddress {
    const { hostname, port, pathname, protocol } = new URL(this.#config.server);
    const secure = protocol === 'https:' || protocol === 'wss:';
    return {
      host: hostname,
      port: port ? Number(port) : secure ? 443 : 80,
      path: pathname,
      secure,
      // Never PeerJS's own ICE servers: they are somebody else's.
      config: { iceServers: [...this.#config.iceServers], bundlePolicy: 'max-bundle' },
    };
  }
}
