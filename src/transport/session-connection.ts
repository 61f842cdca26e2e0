import { BufferedConnection, type Peer } from './peerjs.js';

/** The name under which PeerJS knows this kind of connection. */
export const serialization = 'visavis-1';

// The second video line is for coming back after an outage; it costs nothing while it is empty.
const lineKinds = ['audio', 'video', 'video'] as const;

/** As it travels. */
interface Description {
  readonly type: 'offer' | 'answer';
  readonly sdp: string;
}

/** What is read of the ways of its packets, https://www.w3.org/TR/webrtc-stats/. */
interface WayReport {
  readonly type: string;
  readonly nominated?: boolean;
  readonly state?: string;
  readonly localCandidateId?: string;
  readonly candidateType?: string;
}

const described = ({ localDescription }: RTCPeerConnection): Description | undefined =>
  localDescription ? (localDescription.toJSON() as Description) : undefined;

/**
 * PeerJS's own data connection, with media lines beside its channel from the first offer on. The
 * lines are empty until a person has acted, so a call needs no negotiation: a track goes on a line.
 */
export class SessionConnection extends BufferedConnection {
  override readonly serialization = serialization;
  /** Beside the messages, so that none of them waits behind a file. Known to both ends by its number. */
  readonly files: RTCDataChannel;
  /** Beats are worth nothing late: none is sent twice, and none waits for another. */
  readonly beats: RTCDataChannel;
  /** Kept apart: PeerJS forgets its own when it closes. */
  readonly connection: RTCPeerConnection;
  #newest: Description | undefined;
  /** The far side makes this one say more than it takes in. */
  flooded: (() => void) | undefined;
  /** A TURN server does not take the credentials. */
  turnRefused: ((url: string) => void) | undefined;

  constructor(far: string, provider: Peer, options: object) {
    super(far, provider, options);
    const connection = (this.connection = this.peerConnection);
    this.files = connection.createDataChannel('files', { negotiated: true, id: 64 });
    this.beats = connection.createDataChannel('beats', {
      negotiated: true,
      id: 65,
      ordered: false,
      maxRetransmits: 0,
    });
    this.files.binaryType = this.beats.binaryType = 'arraybuffer';
    // PeerJS would end the session when ICE fails; the link mends it instead.
    connection.oniceconnectionstatechange = null;
    connection.addEventListener('icecandidateerror', ({ errorCode, url }) => {
      // https://www.rfc-editor.org/rfc/rfc8656#section-19: Unauthorized, Wrong Credentials.
      if (errorCode === 401 || errorCode === 441) this.turnRefused?.(url);
    });
    // PeerJS looks for a stream here, and lines have none.
    connection.ontrack = ({ transceiver }) => {
      // Before PeerJS makes its answer: a line that may be sent on from both ends.
      transceiver.direction = 'sendrecv';
    };
  }

  /** Audio and two of video; PeerJS's negotiation keeps their order on both ends. */
  get lines(): readonly RTCRtpTransceiver[] {
    return this.connection.getTransceivers();
  }

  /** The next search for a way goes by these; the one that is found stays. */
  renew(iceServers: readonly RTCIceServer[]): void {
    try {
      const before = this.connection.getConfiguration();
      this.connection.setConfiguration({ ...before, iceServers: [...iceServers] });
    } catch {
      // Closed, or not the addresses of servers: it goes on with those it has.
    }
  }

  /** Whether its packets go by way of a TURN server at this end. */
  async usesRelay(): Promise<boolean> {
    const reports = (await this.connection.getStats()) as unknown as ReadonlyMap<string, WayReport>;
    return [...reports.values()]
      .filter(
        ({ type, nominated, state }) =>
          type === 'candidate-pair' && nominated && state === 'succeeded',
      )
      .some(
        ({ localCandidateId }) => reports.get(localCandidateId ?? '')?.candidateType === 'relay',
      );
  }

  /** An offer of another way for the packets. */
  async offerAnew(): Promise<Description | undefined> {
    const { connection } = this;
    await connection.setLocalDescription(await connection.createOffer({ iceRestart: true }));
    return described(connection);
  }

  /** Takes the far side's offer or answer of another way; resolves to the answer to an offer. */
  async takeAnew(far: Description): Promise<Description | undefined> {
    const { connection } = this;
    this.#newest = far;
    // At once: its candidates are on their heels.
    await connection.setRemoteDescription(far);
    // Two offers in a row have one answer between them: what is made after it would be an offer.
    if (far.type === 'answer' || far !== this.#newest) return undefined;
    await connection.setLocalDescription();
    return described(connection);
  }

  // PeerJS calls this on the dialling side before it makes its offer.
  override _initializeDataChannel(channel: RTCDataChannel): void {
    // A far side may open any number of channels; one is the session's.
    if (this.open || (this.dataChannel as RTCDataChannel | undefined)) return channel.close();
    super._initializeDataChannel(channel);
    // Chromium may say it twice of a channel that the far side made.
    channel.addEventListener('open', () => (channel.onopen = null));
    const { _payload: offer } = this.options as { readonly _payload?: unknown };
    if (offer) return;
    for (const kind of lineKinds) this.peerConnection.addTransceiver(kind);
  }

  protected override _send(frame: ArrayBuffer): void {
    this._bufferedSend(frame);
    // PeerJS has begun to pile up: 8 MB are on their way, and an honest session has never that much to say.
    if (this.bufferSize > 0) this.flooded?.();
  }

  protected override _handleDataMessage({ data }: MessageEvent): void {
    this.emit('data', data);
  }
}
