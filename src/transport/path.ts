import type { LineKind } from '../ports/link.js';
import { Brake } from '../wire/brake.js';
import { Beats } from './beats.js';
import type { Mend } from './gated-peer.js';
import { Heartbeat, type Pulse } from './heartbeat.js';
import { lastPacket } from './last-packet.js';
import { Mending, type MendingHost } from './mending.js';
import type { SessionConnection } from './session-connection.js';
import { putOn, VideoLines } from './video-lines.js';

// Milliseconds. Heard all the while, the far side says that it does not hear: by then as long as
// this side would wait with its own ears. Less may be a word of before the path came back.
const unheard = 700;

export interface PathListener extends MendingHost {
  /** One of the two sides does not hear the other. */
  silent(): void;
  heardAgain(): void;
  lineReady(kind: LineKind, track: MediaStreamTrack): void;
}

/** An open connection as a way for sound and pictures: whether it carries them, and what to do when not. */
export class Path {
  readonly #connection: SessionConnection;
  readonly #listener: PathListener;
  readonly #heartbeat: Heartbeat;
  readonly #mending: Mending;
  readonly #beats = new Beats();
  /** Two or three a second are sent in a call. */
  readonly #brake = new Brake(50, 50);
  readonly #audio: RTCRtpTransceiver | undefined;
  readonly #video: readonly RTCRtpTransceiver[];
  readonly #picture: VideoLines;
  #farHears = true;
  #farLine: 0 | 1 = 0;
  #unheardSince: number | undefined;
  /** Until then the far side hears, whatever it said before it knew. */
  #vouchedUntil = -Infinity;
  #silent = false;
  /** Until when one of the two did not hear the other; Infinity as long as it is so. */
  #brokenUntil = -Infinity;

  constructor(connection: SessionConnection, listener: PathListener) {
    this.#connection = connection;
    this.#listener = listener;
    this.#mending = new Mending(connection, listener);
    [this.#audio, ...this.#video] = connection.lines;
    this.#picture = new VideoLines(this.#video, () => this.#beat());
    this.#heartbeat = new Heartbeat({
      beat: () => this.#beat(),
      sound: () => lastPacket(this.#audio?.receiver),
      changed: (pulse) => this.#changed(pulse),
    });
    connection.beats.onmessage = ({ data }) => this.#beaten(data);
    connection.connection.addEventListener('connectionstatechange', this.#stateChanged);
    connection.connection.addEventListener('iceconnectionstatechange', this.#wayChanged);
    if (this.#audio) listener.lineReady('audio', this.#audio.receiver.track);
    this.#showFarLine();
  }

  /** Whether each hears the other, as far as the person is told. */
  get open(): boolean {
    return !this.#silent;
  }

  unbrokenSince(moment: number): boolean {
    return this.#brokenUntil < moment;
  }

  put(kind: LineKind, track: MediaStreamTrack | null): Promise<void> {
    if (kind === 'video') return this.#picture.put(track);
    return putOn(this.#audio?.sender, track);
  }

  /** What carries a kind now; another one after a break. */
  sender(kind: LineKind): RTCRtpSender | undefined {
    return kind === 'video' ? this.#picture.sender : this.#audio?.sender;
  }

  watch(closely: boolean): void {
    this.#heartbeat.watch(closely);
  }

  /** Something came over it. */
  heard(): void {
    this.#heartbeat.heard();
  }

  /** The server can be reached again: time to try. */
  mend(): void {
    if (this.#silent) this.#mending.now();
  }

  /**
   * There are newer credentials for the servers. A relay lets go of who stays on with the old ones, so a way through
   * one is looked for anew while the old one still carries all.
   */
  async renewed(): Promise<void> {
    if (await this.#connection.usesRelay()) this.#mending.ahead();
  }

  mended(mend: Mend): void {
    void this.#mending.heard(mend);
  }

  stop(): void {
    this.#heartbeat.stop();
    this.#mending.stop();
    this.#picture.stop();
    this.#connection.beats.onmessage = null;
    const { connection } = this.#connection;
    connection.removeEventListener('connectionstatechange', this.#stateChanged);
    connection.removeEventListener('iceconnectionstatechange', this.#wayChanged);
  }

  #beat(): void {
    const { beats } = this.#connection;
    if (beats.readyState !== 'open') return;
    beats.send(this.#beats.write({ hears: this.#hears, line: this.#picture.at }));
  }

  #beaten(data: unknown): void {
    const beat = this.#beats.read(data);
    if (!beat) return;
    this.#heartbeat.heard();
    if (this.#brake.take() > 0) return;
    this.#farHears = beat.hears || performance.now() < this.#vouchedUntil;
    this.#turnPicture();
    this.#weigh();
    if (beat.line === this.#farLine) return;
    this.#farLine = beat.line;
    this.#showFarLine();
  }

  get #hears(): boolean {
    return this.#heartbeat.pulse === 'flows';
  }

  #changed(pulse: Pulse): void {
    // What led nowhere and leads here again most often leads there too, and its beats come later than its sound.
    if (pulse === 'flows') return this.#vouch();
    // What it said last was said before the break.
    this.#farHears = false;
    this.#turnPicture();
    // Should the far side be at another address, it is found before anybody is told of a break.
    if (pulse === 'stalled') this.#mending.ahead();
    else this.#weigh();
  }

  /** A way that leads in one direction alone is broken for both. */
  #weigh(): void {
    const now = performance.now();
    this.#unheardSince = this.#hears && !this.#farHears ? (this.#unheardSince ?? now) : undefined;
    const silent =
      this.#heartbeat.pulse === 'silent' || now - (this.#unheardSince ?? now) > unheard;
    if (silent === this.#silent) return;
    this.#silent = silent;
    if (silent) {
      this.#listener.silent();
      this.#mending.begin();
    } else {
      this.#mending.stop();
      this.#listener.heardAgain();
    }
  }

  /** A picture that does not arrive spoils the ones after it. */
  #turnPicture(): void {
    if (!this.#hears || !this.#farHears) {
      this.#brokenUntil = Infinity;
      return this.#picture.hold();
    }
    if (this.#brokenUntil === Infinity) this.#brokenUntil = performance.now();
    this.#picture.goOn();
  }

  #showFarLine(): void {
    const line = this.#video[this.#farLine];
    if (line) this.#listener.lineReady('video', line.receiver.track);
  }

  /** The far side hears, whatever it still says: it was said before it knew. */
  #vouch(): void {
    this.#vouchedUntil = performance.now() + unheard;
    this.#farHears = true;
    this.#turnPicture();
    this.#weigh();
  }

  readonly #stateChanged = (): void => {
    if (this.#connection.connection.connectionState === 'failed') this.mend();
  };

  /**
   * A way is found when its answer has come back, so it leads in both directions. After a long break that is known
   * sooner than a beat comes: those of before are waited for first.
   */
  readonly #wayChanged = (): void => {
    if (this.#connection.connection.iceConnectionState !== 'connected') return;
    this.#mending.found();
    this.#heartbeat.heard();
    this.#vouch();
  };
}
