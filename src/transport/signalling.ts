import type { LinkConfig } from '../ports/link.js';
import type { Gate, GatedPeer, PeerServerAddress } from './gated-peer.js';

// Milliseconds before the next try to register.
const retryWaits = [300, 600, 1200, 2500, 5000] as const;
// A half-open server accepts the socket and never says so.
const registerWithin = 8000;
// A reloaded page finds its own old id still registered for a moment.
const takenTries = 4;

export interface SignallingListener extends Omit<Gate, 'far' | 'answers'> {
  registered(): void;
  failed(failure: 'server-unreachable' | 'id-taken' | 'unsupported', detail: string): void;
  dialled(connection: unknown): void;
}

type MakePeer = (id: string, server: PeerServerAddress, gate: Gate) => GatedPeer;

/** Keeps this side registered with the PeerServer, for as long as the link lives. */
export class Signalling {
  readonly #config: LinkConfig;
  readonly #listener: SignallingListener;
  readonly #makePeer: MakePeer;
  #peer: GatedPeer | undefined;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #tries = 0;
  #taken = 0;
  #closed = false;

  constructor(makePeer: MakePeer, config: LinkConfig, listener: SignallingListener) {
    this.#makePeer = makePeer;
    this.#config = config;
    this.#listener = listener;
    this.#register();
  }

  /** The registered peer; undefined while there is none. */
  get peer(): GatedPeer | undefined {
    return this.#peer?.open ? this.#peer : undefined;
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#retry);
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
    };
    const peer = (this.#peer = this.#makePeer(peerId, this.#server(), gate));
    const late = setTimeout(() => {
      this.#listener.failed(
        'server-unreachable',
        'The server took the connection and said nothing.',
      );
      this.#again();
    }, registerWithin);
    peer.on('open', () => {
      clearTimeout(late);
      this.#tries = this.#taken = 0;
      this.#listener.registered();
    });
    peer.on('connection', (connection) => this.#listener.dialled(connection));
    peer.on('disconnected', () => {
      clearTimeout(late);
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

  /** A peer that keeps its connections re-registers; one that PeerJS destroyed is made anew. */
  #again(): void {
    if (this.#closed) return;
    clearTimeout(this.#retry);
    const wait = retryWaits[Math.min(this.#tries, retryWaits.length - 1)] ?? 0;
    this.#tries += 1;
    this.#retry = setTimeout(
      () => {
        const peer = this.#peer;
        if (peer && !peer.destroyed && peer.disconnected) return peer.reconnect();
        peer?.destroy();
        this.#register();
      },
      wait * (1 + Math.random() / 2),
    );
  }

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
