import type { CallEnd } from '../call/call-state.js';
import { type Message, type Outgoing, readMessage, stamp } from '../call/messages.js';
import type { Clock } from '../ports/clock.js';
import type { Devices } from '../ports/devices.js';
import type {
  Link,
  LinkFailure,
  LinkListener,
  LinkState,
  LineKind,
  OpenLink,
} from '../ports/link.js';
import { advice, CallError, type CallErrorCode, codeOf } from './call-error.js';
import { CallRunner } from './call-runner.js';
import { linkConfig } from './link-config.js';
import { OwnMedia } from './own-media.js';
import type { OwnedSession, SessionSettings } from './session.js';
import type { Problem, SessionSnapshot } from './snapshot.js';
import { Store } from './store.js';

export interface SessionPorts {
  readonly openLink: OpenLink;
  readonly clock: Clock;
  /** Asked for each time: a host may change it between calls. */
  readonly devices: () => Devices;
  /** A new id that nobody guesses. */
  readonly newId: () => string;
  /** The page's address, to resolve a relative `server` against. */
  readonly base: () => string;
}

/** What the far side says of itself, before it has said anything. */
const unknownFar = { name: '', voip: true, video: true };

const refuse = (code: CallErrorCode): never => {
  throw new CallError(code, advice[code]);
};

/** The session behind `<chat-session>`: joins the link, the call and this side's devices. */
export class LiveSession implements OwnedSession, LinkListener {
  readonly #ports: SessionPorts;
  readonly #store = new Store();
  readonly #own: OwnMedia;
  readonly #runner: CallRunner;
  #settings: SessionSettings | undefined;
  #link: Link | undefined;
  #linkKey = '';
  /** Settles when the browser has answered; the command that asked waits for it. */
  #microphoneAsked: Promise<void> = Promise.resolve();
  #farAbout = unknownFar;
  #farCamera = false;
  #farLines: Partial<Record<LineKind, MediaStreamTrack>> = {};
  /** Messages that were none, from this far side; for diagnosis. */
  dropped = 0;

  constructor(ports: SessionPorts) {
    this.#ports = ports;
    this.#own = new OwnMedia(ports.devices, this.#store, {
      setTrack: (kind, track) => void this.#link?.setTrack(kind, track),
      mediaChanged: () => this.#tellMedia(),
    });
    this.#runner = new CallRunner(this.#store, ports.clock, {
      send: (message) => this.#send(message),
      askMicrophone: () => (this.#microphoneAsked = this.#askMicrophone()),
      openMedia: () => this.#openMedia(),
      closeMedia: () => this.#closeMedia(),
    });
  }

  get snapshot(): SessionSnapshot {
    return this.#store.snapshot;
  }

  subscribe(listener: () => void): () => void {
    return this.#store.subscribe(listener);
  }

  // ── Commands ─────────────────────────────────────────────────────────────

  async startCall(): Promise<void> {
    const { policy, chat, call } = this.snapshot;
    if (!policy.voip) refuse('not-allowed');
    if (chat !== 'open') refuse('no-chat');
    if (!this.#runner.allows('call')) refuse('not-now');
    if (call.phase === 'idle' && this.#runner.busyElsewhere) {
      this.#store.set({ problem: { about: 'call', code: 'in-another-call' } });
      refuse('in-another-call');
    }
    this.dismissProblem();
    this.#runner.dispatch({ type: 'call', id: this.#ports.newId() });
    await this.#microphoneAsked;
  }

  async acceptCall(): Promise<void> {
    if (!this.#runner.allows('accept')) refuse('not-now');
    this.dismissProblem();
    this.#runner.dispatch({ type: 'accept' });
    await this.#microphoneAsked;
  }

  async declineCall(): Promise<void> {
    if (!this.#runner.allows('decline')) refuse('not-now');
    this.#runner.dispatch({ type: 'decline', at: this.#runner.now });
  }

  async hangUp(): Promise<void> {
    if (!this.#runner.allows('hang-up')) refuse('not-now');
    this.#runner.dispatch({ type: 'hang-up', at: this.#runner.now });
  }

  async setCamera(on: boolean): Promise<void> {
    if (!on) return this.#own.closeCamera();
    if (!this.snapshot.policy.video) refuse('not-allowed');
    if (!this.#runner.inCall) refuse('not-now');
    if (this.snapshot.problem?.about === 'camera') this.dismissProblem();
    const opened = await this.#own.openCamera();
    if (opened && !opened.ok) this.#fail({ about: 'camera', code: opened.failure }, opened.detail);
  }

  async setMuted(muted: boolean): Promise<void> {
    if (!this.#runner.inCall) refuse('not-now');
    if (!muted && !this.#own.hasMicrophone) return this.#reopenMicrophone();
    this.#own.setMuted(muted);
  }

  async retry(): Promise<void> {
    const { problem } = this.snapshot;
    this.dismissProblem();
    switch (problem?.about) {
      case 'microphone':
        return this.#runner.inCall ? this.setMuted(false) : this.startCall();
      case 'camera':
        return this.setCamera(true);
      case 'sound':
        return this.#playSound();
      case 'call':
        return this.startCall();
      case 'link':
        return this.#relink();
      case 'setup':
      case undefined:
        return;
    }
  }

  dismissProblem(): void {
    if (this.snapshot.problem) this.#store.set({ problem: undefined });
  }

  // ── The owner ────────────────────────────────────────────────────────────

  configure(settings: SessionSettings): void {
    this.#settings = settings;
    this.#runner.ringTimeout = settings.ringTimeout;
    const { own } = this.snapshot;
    const party = settings.party === 'agent' ? 'agent' : 'visitor';
    this.#store.set({ party, own: { ...own, name: settings.name } });
    const config = linkConfig(settings, this.#ports.base());
    if ((JSON.stringify(config) ?? '') !== this.#linkKey) this.#useLink(config);
    this.#applyPolicy();
    this.#tellAbout();
  }

  close(): void {
    this.#useLink(undefined);
  }

  // ── The link ─────────────────────────────────────────────────────────────

  linkChanged(state: LinkState): void {
    this.#store.set({ chat: state.is });
    if (state.is === 'lost')
      this.#runner.dispatch({ type: 'link-lost', left: state.left, ...this.#moment() });
    if (state.is !== 'open') return;
    if (this.snapshot.problem?.about === 'link') this.dismissProblem();
    if (state.fresh) this.#greet();
    else this.#runner.dispatch({ type: 'link-back' });
  }

  linkFailed(failure: LinkFailure): void {
    this.#store.set({ problem: { about: 'link', code: failure } });
  }

  lineReady(kind: LineKind, track: MediaStreamTrack): void {
    this.#farLines[kind] = track;
    if (this.#runner.inCall && kind === 'audio') void this.#playSound();
    this.#refreshFar();
  }

  messageReceived(data: unknown): void {
    const message = readMessage(data);
    if (message) this.#receive(message);
    else this.dropped += 1;
  }

  #receive(message: Message): void {
    const at = this.#moment();
    switch (message.type) {
      case 'hello':
        return this.#runner.dispatch({
          type: 'far-hello',
          ids: message.ids,
          ended: message.ended,
          ...at,
        });
      case 'about':
        this.#farAbout = message;
        this.#refreshFar();
        return this.#applyPolicy();
      case 'ring':
        return this.#runner.dispatch({
          type: 'far-ring',
          id: message.id,
          refuse: this.#refusal(),
          ...at,
        });
      case 'accept':
        return this.#runner.dispatch({ type: 'far-accept', id: message.id, ...at });
      case 'decline':
        return this.#runner.dispatch({
          type: 'far-decline',
          id: message.id,
          reason: message.reason,
          ...at,
        });
      case 'end':
        return this.#runner.dispatch({
          type: 'far-end',
          ids: message.ids,
          reason: message.reason,
          ...at,
        });
      case 'media':
        this.#farCamera = message.camera;
        this.#store.setFar({ muted: !message.microphone });
        return this.#refreshFar();
    }
  }

  #useLink(config: ReturnType<typeof linkConfig>): void {
    this.#linkKey = JSON.stringify(config) ?? '';
    this.#runner.dispatch({ type: 'shut', ...this.#moment() });
    this.#link?.close();
    this.#link = undefined;
    this.#farLines = {};
    this.#farAbout = unknownFar;
    const failed = typeof config === 'string';
    this.#store.set({
      chat: failed || !config ? 'none' : 'connecting',
      problem: failed ? { about: 'setup', code: config } : undefined,
    });
    if (config && !failed) this.#link = this.#ports.openLink(config, this);
  }

  async #relink(): Promise<void> {
    if (this.#settings) this.#useLink(linkConfig(this.#settings, this.#ports.base()));
  }

  /** First words on a new connection: what we still hold, who we are, what we send. */
  #greet(): void {
    const { ids, lastEnd } = this.snapshot.call;
    const ended: CallEnd | undefined = ids.length > 0 ? undefined : lastEnd;
    this.#send({
      type: 'hello',
      ids: [...ids],
      ...(ended && { ended: { ids: [...ended.ids], reason: ended.reason } }),
    });
    this.#tellAbout();
    this.#tellMedia();
  }

  #send(message: Outgoing): void {
    this.#link?.send(stamp(message));
  }

  #tellAbout(): void {
    const settings = this.#settings;
    if (!settings) return;
    const name = settings.name.slice(0, 200);
    this.#send({
      type: 'about',
      name,
      voip: settings.voip,
      video: settings.voip && settings.video,
    });
  }

  #tellMedia(): void {
    if (!this.#runner.inCall) return;
    this.#send({ type: 'media', microphone: this.#own.microphoneOn, camera: this.#own.cameraOn });
  }

  // ── The call's effects ───────────────────────────────────────────────────

  async #askMicrophone(): Promise<void> {
    const opened = await this.#own.askMicrophone();
    if (!opened) return;
    if (opened.ok) return this.#runner.dispatch({ type: 'mic-ready', ...this.#moment() });
    const farKnows = this.snapshot.call.caller === 'far';
    const reason =
      opened.failure === 'missing' || opened.failure === 'busy' ? 'no-microphone' : 'mic-blocked';
    this.#runner.dispatch({ type: 'mic-failed', reason, ...this.#moment() });
    this.#fail({ about: 'microphone', code: opened.failure, farKnows }, opened.detail);
  }

  async #reopenMicrophone(): Promise<void> {
    const opened = await this.#own.askMicrophone();
    if (!opened) return;
    if (!opened.ok)
      return this.#fail(
        { about: 'microphone', code: opened.failure, farKnows: true },
        opened.detail,
      );
    if (this.snapshot.problem?.about === 'microphone') this.dismissProblem();
    this.#own.setMuted(false);
    this.#own.sendMicrophone();
  }

  #openMedia(): void {
    this.#own.sendMicrophone();
    this.#tellMedia();
    void this.#playSound();
    this.#refreshFar();
  }

  #closeMedia(): void {
    this.#ports.devices().stopSound();
    this.#own.release();
    this.#farCamera = false;
    this.#store.setFar({ muted: false, picture: undefined });
    const about = this.snapshot.problem?.about;
    if (about === 'camera' || about === 'sound') this.dismissProblem();
  }

  async #playSound(): Promise<void> {
    const track = this.#farLines.audio;
    if (!track) return;
    const playing = await this.#ports.devices().playSound(track);
    if (!playing && this.#runner.inCall)
      this.#store.set({ problem: { about: 'sound', code: 'needs-press' } });
  }

  // ── Derived ──────────────────────────────────────────────────────────────

  /** What both administrators allow: a picture that the far side may not show is not sent. */
  #applyPolicy(): void {
    const settings = this.#settings;
    if (!settings) return;
    const video = settings.voip && settings.video && this.#farAbout.video;
    const before = this.snapshot.policy;
    if (before.voip !== settings.voip || before.video !== video) {
      this.#store.set({ policy: { voip: settings.voip, video } });
    }
    if (!settings.voip) this.#runner.dispatch({ type: 'shut', ...this.#moment() });
    if (!video) this.#own.closeCamera();
    this.#refreshFar();
  }

  #refusal(): 'declined' | 'busy' | undefined {
    if (!this.snapshot.policy.voip) return 'declined';
    return this.#runner.busyElsewhere ? 'busy' : undefined;
  }

  #refreshFar(): void {
    const { far, policy } = this.snapshot;
    const name = this.#settings?.farName || this.#farAbout.name;
    const track =
      this.#runner.inCall && this.#farCamera && policy.video ? this.#farLines.video : undefined;
    const same = far.picture?.getVideoTracks()[0] === track;
    if (same && far.name === name) return;
    this.#store.setFar({ name, picture: same ? far.picture : track && new MediaStream([track]) });
  }

  #moment(): { readonly at: number } {
    return { at: this.#runner.now };
  }

  /** Kept in the snapshot until mended or dismissed, and told to whoever gave the command. */
  #fail(problem: Problem, detail: string): never {
    this.#store.set({ problem });
    throw new CallError(codeOf(problem), detail);
  }
}
