import type { LinkConfig, LinkFailure, LinkRights } from '../ports/link.js';
import type { Gate, GatedPeer, PeerServerAddress, ServerNote } from './gated-peer.js';
import { type Verdict, verdictOf } from './server-words.js';

// Milliseconds. A half-open server accepts the socket and never says so.
const registerWithin = 5000;
const tick = 1000;
// Every so many ticks, a server that is there is asked for a sign of life.
const askEvery = 4;
const soon = 10_000;
// One that says WAIT goes on saying that it is there; how long that is no news, and how long it may be silent.
const waitIsSaidAfter = 2000;
const waitWithin = 12_000;
// A reloaded page finds its own old id still registered for a moment.
const takenTries = 4;

export interface SignallingListener extends Omit<Gate, 'far' | 'answers' | 'answered' | 'noted'> {
  registered(): void;
  failed(failure: LinkFailure, detail: string): void;
  /** Another ticket is wanted, by `renew()`. False when there is none to be had. */
  expired(): boolean;
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
  #config: LinkConfig;
  readonly #listener: SignallingListener;
  readonly #makePeer: MakePeer;
  #peer: GatedPeer | undefined;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #move: ReturnType<typeof setTimeout> | undefined;
  #lostAt: number | undefined;
  #triedAt = 0;
  /** The server's last sign while it keeps this side waiting; undefined when it does not. */
  #waiting: number | undefined;
  /** What the server refused the last registration for. */
  #next: Verdict['next'] = 'soon';
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

  /** Registered, it stays so: the ticket is for the next time. One that was refused is tried again by another. */
  renew(rights: LinkRights): void {
    const another = rights.token !== this.#config.token;
    this.#config = { ...this.#config, ...rights };
    this.#peer?.renew(this.#server());
    if (another && (this.#next === 'renew' || this.#next === 'never')) this.#try();
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#retry);
    clearTimeout(this.#move);
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
      noted: (note) => this.#noted(note),
    };
    const peer = (this.#peer = this.#makePeer(peerId, this.#server(), gate));
    this.#tried();
    peer.on('open', () => {
      this.#lostAt = this.#waiting = undefined;
      this.#taken = this.#asked = 0;
      // At once, so that one that falls silent soon is known to be one that answers.
      peer.ask();
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
      const { failure, next } = verdictOf(type, detail);
      this.#next = next;
      if (next === 'renew' && !this.#listener.expired()) this.#next = 'never';
      const said = this.#next === 'never' ? (failure ?? 'not-let-in') : failure;
      if (said) this.#listener.failed(said, detail);
    }
  }

  #noted(note: ServerNote): void {
    if (note.type === 'MOVE') {
      clearTimeout(this.#move);
      this.#move = setTimeout(() => this.#moveNow(), note.payload.within * Math.random());
    } else if (note.type === 'WAIT' || this.#waiting !== undefined) {
      this.#waiting = performance.now();
    }
  }

  /** The server is about to go: to another one, while the connection to the far side stays. */
  #moveNow(): void {
    if (!this.#peer?.open) return;
    this.#peer.disconnect();
    this.#try();
  }

  #again(): void {
    if (this.#closed) return;
    clearTimeout(this.#retry);
    const now = performance.now();
    this.#lostAt ??= now;
    const needed = this.#listener.needed();
    this.#patient = !needed;
    // Until there is another ticket; or the chat goes on without the server, and needs it at last.
    if (this.#next === 'renew' || this.#next === 'never') return;
    const downFor = this.#next === 'later' ? soon : now - this.#lostAt;
    const wait = retryWait(downFor, needed, Math.random());
    this.#retry = setTimeout(() => this.#try(), wait);
  }

  /** A peer that keeps its connections re-registers; one that PeerJS destroyed is made anew. */
  #try(): void {
    clearTimeout(this.#retry);
    const peer = this.#peer;
    this.#tried();
    if (peer && !peer.destroyed && peer.disconnected) return peer.reconnect();
    peer?.destroy();
    this.#register();
  }

  #tried(): void {
    this.#triedAt = performance.now();
    this.#waiting = undefined;
    this.#next = 'soon';
  }

  #tick(): void {
    const peer = this.#peer;
    if (!peer || peer.disconnected) {
      // It could wait while the chat went on; now it is needed to mend it.
      if (this.#patient && this.#listener.needed()) this.#try();
      return;
    }
    if (peer.open) return this.#sound(peer);
    const now = performance.now();
    if (this.#waiting !== undefined && now - this.#waiting < waitWithin) {
      if (now - this.#triedAt > waitIsSaidAfter)
        this.#listener.failed('server-busy', 'The server has let this side wait.');
      return;
    }
    if (now - this.#triedAt < registerWithin) return peer.ask();
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
      config: {
        iceServers: [...this.#config.iceServers],
        iceTransportPolicy: this.#config.relayOnly ? 'relay' : 'all',
        bundlePolicy: 'max-bundle',
      },
      ...(this.#config.token && { token: this.#config.token }),
    };
  }
}
