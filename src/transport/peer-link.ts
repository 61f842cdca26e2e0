import type {
  FileChannel,
  Link,
  LinkConfig,
  LinkFailure,
  LinkListener,
  LinkRights,
  LinkState,
  LineKind,
  OpenLink,
} from '../ports/link.js';
import { evenClock } from './even-clock.js';
import { byeFrame, type Frame, messageFrame } from './frames.js';
import { GatedPeer, type Mend } from './gated-peer.js';
import { Intake } from './intake.js';
import { Path } from './path.js';
import { Reaching } from './reaching.js';
import type { SessionConnection } from './session-connection.js';
import { Signalling } from './signalling.js';

// Milliseconds. Long enough for a goodbye to leave, short enough that nobody waits for it.
const goodbyeTime = 200;
// How long a far side that sent too much is kept out: twice as long each time.
const firstPause = 10_000;
const longestPause = 300_000;
// Below this, "not there yet" would only flicker by.
const settleTime = 1500;
// The server's last word on this link, whatever its path is worth.
const isTheEnd: ReadonlySet<LinkFailure> = new Set(['open-elsewhere', 'session-ended']);

/** The link over PeerJS. The visitor dials; an agent without a link knocks, and the visitor dials. */
class PeerLink implements Link {
  readonly #config: LinkConfig;
  #iceServers: string;
  readonly #listener: LinkListener;
  readonly #tracks: Record<LineKind, MediaStreamTrack | null> = { audio: null, video: null };
  readonly #signalling: Signalling;
  #connection: SessionConnection | undefined;
  /** Of the connection at hand, from when it opened. */
  #path: Path | undefined;
  #closely = false;
  readonly #intake = new Intake({
    heard: (frame) => this.#heard(frame),
    flooded: () => this.#flooded(),
  });
  #pause = firstPause;
  readonly #reaching: Reaching;
  #state: LinkState['is'] = 'connecting';
  #settle: ReturnType<typeof setTimeout> | undefined;
  #told: LinkFailure | undefined;
  #closed = false;

  constructor(config: LinkConfig, listener: LinkListener) {
    this.#config = config;
    this.#iceServers = JSON.stringify(config.iceServers);
    this.#listener = listener;
    addEventListener('pagehide', this.#leave);
    addEventListener('pageshow', this.#restored);
    this.#reaching = this.#reach();
    this.#signalling = this.#start();
  }

  get files(): FileChannel | undefined {
    return this.#connection?.files;
  }

  send(message: object): void {
    if (this.#state === 'open') void this.#connection?.send(messageFrame(message));
  }

  async setTrack(kind: LineKind, track: MediaStreamTrack | null): Promise<void> {
    this.#tracks[kind] = track;
    await this.#path?.put(kind, track);
  }

  sender(kind: LineKind): RTCRtpSender | undefined {
    return this.#path?.sender(kind);
  }

  watch(closely: boolean): void {
    this.#closely = closely;
    this.#path?.watch(closely);
  }

  async stats(): Promise<RTCStatsReport | undefined> {
    return this.#connection?.connection.getStats();
  }

  unbrokenSince(moment: number): boolean {
    return this.#path?.unbrokenSince(moment) === true;
  }

  renew(rights: LinkRights): void {
    this.#signalling.renew(rights);
    const iceServers = JSON.stringify(rights.iceServers);
    if (iceServers === this.#iceServers) return;
    this.#iceServers = iceServers;
    this.#connection?.renew(rights.iceServers);
    void this.#path?.renewed();
  }

  close(): void {
    this.#closed = true;
    removeEventListener('pagehide', this.#leave);
    removeEventListener('pageshow', this.#restored);
    clearTimeout(this.#settle);
    this.#reaching.stop();
    const { connection, signalling } = {
      connection: this.#connection,
      signalling: this.#signalling,
    };
    this.#goodbye();
    this.#connection = undefined;
    setTimeout(() => {
      connection?.close();
      signalling.close();
    }, goodbyeTime);
  }

  // ── Signalling ───────────────────────────────────────────────────────────

  #start(): Signalling {
    return new Signalling((id, server, gate) => new GatedPeer(id, server, gate), this.#config, {
      registered: () => this.#registered(),
      failed: (failure, detail) => this.#failed(failure, detail),
      expired: () => this.#expired(),
      dialled: (connection) => this.#adopt(connection as SessionConnection),
      connectionId: () => this.#connection?.connectionId,
      needed: () => this.#state !== 'open',
      broken: () => this.#path?.open === false,
      knocked: () => this.#knocked(),
      mend: (mend) => this.#mended(mend),
      absent: () => this.#absent(),
    });
  }

  /** Once this link is closed, the one after it asks for itself. */
  #expired(): boolean {
    return !this.#closed && this.#listener.ticketExpired?.() === true;
  }

  /** Told once, not at each try. While the path to the far side is open, nobody misses the server. */
  #failed(failure: LinkFailure, detail: string): void {
    if (this.#closed || this.#told === failure) return;
    if (this.#state === 'open' && !isTheEnd.has(failure)) return;
    this.#told = failure;
    this.#listener.linkFailed(failure, detail);
  }

  #registered(): void {
    this.#told = undefined;
    if (this.#state === 'open') return;
    if (this.#path) return this.#path.mend();
    this.#reaching.now();
    if (this.#state === 'lost') return;
    this.#settle = setTimeout(() => this.#change({ is: 'waiting' }), settleTime);
  }

  #reach(): Reaching {
    return new Reaching(
      {
        party: this.#config.party,
        wanted: () => !this.#closed && this.#state !== 'open',
        lost: () => this.#state === 'lost',
        registered: () => this.#signalling.peer !== undefined,
        answered: () => Boolean(this.#connection?.connection.remoteDescription),
        dial: () => this.#dial(),
        knock: () => this.#signalling.peer?.knock(),
        giveUp: () => this.#drop(),
        noPath: () =>
          this.#failed('no-path', 'The far side answered, but no network path to it was found.'),
      },
      evenClock,
    );
  }

  #dial(): void {
    const connection = this.#signalling.peer?.dial();
    if (connection) this.#adopt(connection);
  }

  #knocked(): void {
    // Its page was reloaded before this side noticed: the old connection leads nowhere.
    if (this.#config.party === 'visitor' && this.#state === 'open') this.#lost(true);
    this.#reaching.knocked();
  }

  #absent(): void {
    if (this.#path || this.#reaching.farAbsent) return;
    this.#reaching.absent();
    if (this.#state === 'lost') return;
    this.#change({ is: 'waiting' });
    this.#failed('far-absent', `Nobody is registered as "${this.#config.remoteId}".`);
  }

  // ── The connection ───────────────────────────────────────────────────────

  /** A connection that was dialled, here or there, takes the place of the one before. */
  #adopt(connection: SessionConnection): void {
    if (this.#state === 'open') this.#lost(true);
    this.#drop();
    this.#connection = connection;
    this.#reaching.adopted();
    connection.on('open', () => this.#opened(connection));
    connection.on('data', (data) => this.#came(connection, data));
    connection.flooded = () => this.#flooded();
    connection.turnRefused = (url) => this.#failed('turn-auth', `${url} said 401.`);
    connection.on('close', () => this.#gone(connection));
    connection.on('error', () => this.#gone(connection));
    connection.connection.addEventListener('connectionstatechange', () => {
      if (connection.connection.connectionState !== 'failed' || this.#path) return;
      if (!connection.open) this.#failed('no-path', 'No network path to the far side was found.');
      this.#gone(connection);
    });
  }

  #opened(connection: SessionConnection): void {
    if (connection !== this.#connection) return;
    clearTimeout(this.#settle);
    this.#reaching.done();
    this.#told = undefined;
    const { connectionId } = connection;
    const path = (this.#path = new Path(connection, {
      offers: this.#config.party === 'visitor',
      silent: () => this.#change({ is: 'lost', left: false }),
      heardAgain: () => this.#change({ is: 'open', fresh: false }),
      hopeless: () => this.#gone(connection),
      say: (mend) => {
        const { peer } = this.#signalling;
        peer?.mend({ connectionId, ...mend });
        return peer !== undefined;
      },
      lineReady: (kind, track) => this.#listener.lineReady(kind, track),
    }));
    path.watch(this.#closely);
    void path.put('audio', this.#tracks.audio);
    void path.put('video', this.#tracks.video);
    this.#change({ is: 'open', fresh: true });
  }

  #came(connection: SessionConnection, data: unknown): void {
    if (connection !== this.#connection) return;
    this.#path?.heard();
    this.#intake.take(data);
  }

  #mended(mend: Mend): void {
    if (this.#path && mend.connectionId === this.#connection?.connectionId) this.#path.mended(mend);
    // The far side holds a connection that this side has not: a new one is due.
    else if (this.#state !== 'open')
      if (this.#config.party === 'visitor') this.#knocked();
      else this.#signalling.peer?.knock();
  }

  #heard(frame: Frame | undefined): void {
    const connection = this.#connection;
    if (!connection) return;
    // What is no frame is a message that nobody can read: counted with the others.
    if (!frame) this.#listener.messageReceived(undefined);
    else if (frame.is === 'message') this.#listener.messageReceived(frame.message);
    else this.#gone(connection, true);
  }

  /** Cut off for a while. Nothing is lost: once the path is back, both tell what they lack. */
  #flooded(): void {
    const connection = this.#connection;
    if (!connection) return;
    this.#reaching.pause(this.#pause);
    this.#signalling.peer?.holdOffers(this.#pause);
    this.#pause = Math.min(this.#pause * 2, longestPause);
    this.#gone(connection);
    this.#failed('flooded', 'The far side sent more than this page could take.');
  }

  #gone(connection: SessionConnection, left = false): void {
    if (connection !== this.#connection) return;
    const had = this.#path !== undefined;
    this.#drop();
    if (!had) return; // a dial that came to nothing: the next one is due anyway
    this.#lost(left);
    this.#reaching.now();
  }

  #lost(left: boolean): void {
    if (this.#state === 'open' || left) this.#change({ is: 'lost', left });
  }

  /** Closes the connection at hand without a word. */
  #drop(): void {
    const connection = this.#connection;
    this.#connection = undefined;
    this.#path?.stop();
    this.#path = undefined;
    this.#intake.clear();
    connection?.removeAllListeners();
    connection?.close();
  }

  #change(state: LinkState): void {
    if (this.#closed) return;
    this.#state = state.is;
    this.#listener.linkChanged(state);
  }

  // ── Leaving ──────────────────────────────────────────────────────────────

  #goodbye(): void {
    this.#path?.stop();
    if (this.#connection?.open) void this.#connection.send(byeFrame());
  }

  /** The page goes: the far side hears it now instead of guessing it from silence. */
  readonly #leave = (): void => this.#goodbye();

  /** Back from the browser's page cache, where connections do not live on. */
  readonly #restored = ({ persisted }: PageTransitionEvent): void => {
    if (persisted && this.#connection) this.#gone(this.#connection);
  };
}

export const openPeerLink: OpenLink = (config, listener) => new PeerLink(config, listener);
