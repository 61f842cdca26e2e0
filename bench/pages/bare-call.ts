import { open, play } from './devices.js';
import type { Relay, Said } from './relay.js';

/** What there is without a kit: one RTCPeerConnection, a data channel, a relay for its signalling, and nothing else. */
export class BareCall {
  readonly #relay: Relay;
  readonly #own: MediaStreamTrack[] = [];
  #connection!: RTCPeerConnection;
  #channel!: RTCDataChannel;
  /** Once the data channel is open, which comes after the first sound. */
  connected!: Promise<void>;
  /** What comes next waits for what came before: a candidate may be there before the microphone that answers. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(relay: Relay) {
    this.#relay = relay;
    relay.heard = (said) => {
      this.#turn = this.#turn.then(() => this.#take(said));
    };
  }

  get together(): Promise<void> {
    return this.#relay.together;
  }

  /** A connection with lines for sound and picture, but nothing on them. */
  async prepare(): Promise<void> {
    this.#connect();
    this.#connection.addTransceiver('audio');
    this.#connection.addTransceiver('video');
    await this.#describe();
    await this.connected;
  }

  /** A connection with sound, made by the side that accepts. */
  async dial(): Promise<void> {
    this.#connect();
    this.#connection.addTrack(await this.#open('audio'));
    await this.#describe();
    await this.connected;
  }

  ring(): void {
    this.#channel.send('ring');
  }

  /** Puts a microphone on the prepared line, and has the far side do so. */
  async accept(): Promise<void> {
    this.#channel.send('accept');
    await this.#send('audio');
  }

  openCamera(): Promise<MediaStreamTrack> {
    return this.#open('video');
  }

  async sendOnPreparedLine(track: MediaStreamTrack): Promise<void> {
    await this.#lineFor(track.kind)?.sender.replaceTrack(track);
  }

  /** Adds a line, and negotiates it over the data channel. */
  async renegotiate(track: MediaStreamTrack): Promise<void> {
    this.#connection.addTrack(track);
    await this.#connection.setLocalDescription();
    this.#channel.send(JSON.stringify(this.#connection.localDescription));
  }

  hangUp(): void {
    this.#channel.send('hang-up');
    this.#release();
  }

  #connect(): void {
    this.#connection = new RTCPeerConnection();
    this.#connection.onicecandidate = ({ candidate }) => {
      if (candidate) this.#relay.say({ candidate: candidate.toJSON() });
    };
    this.#connection.ontrack = ({ track }) => play(track);
    this.#channel = this.#connection.createDataChannel('words', { negotiated: true, id: 0 });
    this.#channel.onmessage = ({ data }: MessageEvent<string>) => void this.#hear(data);
    this.connected = new Promise((done) => (this.#channel.onopen = () => done()));
  }

  async #take({ candidate, description }: Said): Promise<void> {
    if (candidate) return this.#connection.addIceCandidate(candidate);
    if (description?.type === 'answer') return this.#connection.setRemoteDescription(description);
    if (!description) return;
    this.#connect();
    await this.#connection.setRemoteDescription(description);
    const lines = this.#connection.getTransceivers();
    for (const line of lines) line.direction = 'sendrecv';
    // Alone, the line for sound is a call that is answered.
    if (lines.length === 1) await this.#send('audio');
    await this.#describe();
  }

  async #hear(word: string): Promise<void> {
    if (word === 'ring') document.body.append(document.createElement('dialog'));
    else if (word === 'accept') await this.#send('audio');
    else if (word === 'hang-up') this.#release();
    else await this.#describedBy(JSON.parse(word) as RTCSessionDescriptionInit);
  }

  async #describedBy(description: RTCSessionDescriptionInit): Promise<void> {
    await this.#connection.setRemoteDescription(description);
    if (description.type !== 'offer') return;
    await this.#connection.setLocalDescription();
    this.#channel.send(JSON.stringify(this.#connection.localDescription));
  }

  async #describe(): Promise<void> {
    await this.#connection.setLocalDescription();
    const { localDescription } = this.#connection;
    if (localDescription) this.#relay.say({ description: localDescription.toJSON() });
  }

  async #send(kind: 'audio' | 'video'): Promise<void> {
    await this.#lineFor(kind)?.sender.replaceTrack(await this.#open(kind));
  }

  #lineFor(kind: string): RTCRtpTransceiver | undefined {
    return this.#connection.getTransceivers().find(({ receiver }) => receiver.track.kind === kind);
  }

  async #open(kind: 'audio' | 'video'): Promise<MediaStreamTrack> {
    const track = await open(kind);
    this.#own.push(track);
    return track;
  }

  #release(): void {
    for (const track of this.#own) track.stop();
  }
}
