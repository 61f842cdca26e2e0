import { happeningOf, hello } from '../call/far-words.js';
import { type Message, type Outgoing, readMessage, stamp } from '../call/messages.js';
import type { Clock } from '../ports/clock.js';
import type { Devices } from '../ports/devices.js';
import type {
  FileChannel,
  Link,
  LinkConfig,
  LinkFailure,
  LinkListener,
  LinkState,
  LineKind,
  OpenLink,
} from '../ports/link.js';
import { importAgain } from '../wire/import-again.js';
import { CallError, type CallErrorCode } from './call-error.js';
import { CallRunner } from './call-runner.js';
import type { Care } from './devices/take-care.js';
import { explain } from './explain.js';
import { FarMedia } from './far-media.js';
import { CallKeeper, forgetCall, type KeptCall, loadCall, readCall } from './kept-call.js';
import { linkConfig } from './link-config.js';
import { OwnMedia } from './own-media.js';
import { codeOf } from './problem-code.js';
import type { ChatRunner } from './chat/chat-runner.js';
import type { Conversation } from './conversation.js';
import type { QualityWatch } from './quality-watch.js';
import type { TakeSeat } from './seat.js';
import type { OwnedSession, SessionOwner, SessionSettings } from './session.js';
import { settled } from './settled.js';
import type { Problem, SessionSnapshot } from './snapshot.js';
import { Store } from './store.js';

export interface SessionPorts {
  readonly openLink: OpenLink;
  /** Missing: other pages may sit for the same id. */
  readonly takeSeat?: TakeSeat;
  readonly clock: Clock;
  /** Asked for each time: a host may change it between calls. */
  readonly devices: () => Devices;
  /** Missing: nobody hears of the conversation, and the tab keeps it. */
  readonly owner?: SessionOwner;
  /** A new id that nobody guesses. */
  readonly newId: () => string;
  /** The page's address, to resolve a relative `server` against. */
  readonly base: () => string;
}

/** Settings that ask for the same link have the same key: it is kept as it is. */
const keyOf = (config: ReturnType<typeof linkConfig>): string =>
  config === undefined ? '' : JSON.stringify(config);

/** Loaded as soon as a call is about to be: trouble may come at once. A call goes on without it. */
const loadWatch = () => importAgain(() => import('./quality-watch.js')).catch(() => undefined);

const refuse = async (code: CallErrorCode): Promise<never> => {
  throw await explain(code);
};

/** The session behind `<chat-session>`: joins the link, the call and this side's devices. */
export class LiveSession implements OwnedSession, LinkListener {
  readonly #ports: SessionPorts;
  readonly #store: Store;
  readonly #own: OwnMedia;
  readonly #far: FarMedia;
  readonly #runner: CallRunner;
  #settings: SessionSettings | undefined;
  #link: Link | undefined;
  #keeper: CallKeeper | undefined;
  #leaveSeat: () => void = () => undefined;
  #linkKey = '';
  #chatName = '';
  /** Settles when the browser has answered; the command that asked waits for it. */
  #microphoneAsked: Promise<void> = Promise.resolve();
  #watch: QualityWatch | undefined;
  #talk: ChatRunner | undefined;
  #talkComing: Promise<ChatRunner> | undefined;
  #cared: Promise<Care | undefined> | undefined;
  dropped = 0;

  constructor(ports: SessionPorts, store = new Store()) {
    this.#ports = ports;
    this.#store = store;
    this.#own = new OwnMedia(ports.devices, this.#store, {
      setTrack: (kind, track) => void this.#link?.setTrack(kind, track),
      mediaChanged: () => this.#tellMedia(),
      microphoneLost: () => void this.#microphoneLost(),
    });
    this.#far = new FarMedia(ports.devices, this.#store);
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
    if (!policy.voip) return refuse('not-allowed');
    if (chat !== 'open') return refuse('no-chat');
    if (!this.#runner.allows('call')) return refuse('not-now');
    if (call.phase === 'idle' && this.#runner.busyElsewhere) {
      this.#store.set({ problem: { about: 'call', code: 'in-another-call' } });
      return refuse('in-another-call');
    }
    this.dismissProblem();
    this.#runner.dispatch({ type: 'call', id: this.#ports.newId() });
    await this.#microphoneAsked;
  }

  async acceptCall(): Promise<void> {
    if (!this.#runner.allows('accept')) return refuse('not-now');
    this.dismissProblem();
    this.#runner.dispatch({ type: 'accept' });
    await this.#microphoneAsked;
  }

  async declineCall(): Promise<void> {
    if (!this.#runner.allows('decline')) return refuse('not-now');
    this.#runner.dispatch({ type: 'decline' });
  }

  async hangUp(): Promise<void> {
    if (!this.#runner.allows('hang-up')) return refuse('not-now');
    this.#runner.dispatch({ type: 'hang-up' });
  }

  async setCamera(on: boolean): Promise<void> {
    if (!on) {
      this.#own.closeCamera();
      return;
    }
    if (!this.snapshot.policy.video) return refuse('not-allowed');
    if (!this.#runner.inCall) return refuse('not-now');
    if (this.snapshot.problem?.about === 'camera') this.dismissProblem();
    const opened = await this.#own.openCamera();
    if (opened && !opened.ok) this.#fail({ about: 'camera', code: opened.failure }, opened.detail);
  }

  async setMuted(muted: boolean): Promise<void> {
    if (!this.#runner.inCall) return refuse('not-now');
    if (!muted && !this.#own.microphone) return this.#reopenMicrophone();
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
        return this.#far.playSound();
      case 'call':
        return this.startCall();
      case 'link': {
        this.#rejoin(problem.code === 'open-elsewhere');
        return;
      }
      case 'setup':
      case undefined:
        return;
    }
  }

  dismissProblem(): void {
    if (this.snapshot.problem) this.#store.set({ problem: undefined });
  }

  explain(problem: Problem): Promise<CallError> {
    return explain(codeOf(problem));
  }

  // ── The conversation ─────────────────────────────────────────────────────

  conversation(): Promise<Conversation> {
    return (this.#talkComing ??= this.#openConversation());
  }

  async #openConversation(): Promise<ChatRunner> {
    try {
      const { ChatRunner } = await importAgain(() => import('./chat/chat-runner.js'));
      return (this.#talk = new ChatRunner(this, this.#ports));
    } catch (error) {
      this.#talkComing = undefined;
      throw error;
    }
  }

  /** Sends a message of the conversation. */
  say(chat: object): void {
    this.#link?.send({ v: 1, chat });
  }

  /** Where bytes of files go, while the link is open. */
  get files(): FileChannel | undefined {
    return this.#link?.files;
  }

  /** Names the two sides of the chat: another name is another chat. Empty: no active chat. */
  get chatName(): string {
    return this.#chatName;
  }

  /** The chat has ended: nothing connects again before `rejoin()`, or before the host names another far side. */
  leave(): void {
    this.#runner.dispatch({ type: 'shut' });
    this.#closeLink();
    this.#leaveSeat();
    this.#store.set({ chat: 'none' });
  }

  rejoin(): void {
    this.#rejoin(false);
  }

  #rejoin(steal: boolean): void {
    if (this.#settings) this.#useLink(linkConfig(this.#settings, this.#ports.base()), steal);
  }

  // ── The owner ────────────────────────────────────────────────────────────

  configure(settings: SessionSettings): void {
    this.#settings = settings;
    this.#runner.ringTimeout = settings.ringTimeout;
    this.#store.set(settled(settings, this.snapshot));
    const config = linkConfig(settings, this.#ports.base());
    if (keyOf(config) !== this.#linkKey) this.#useLink(config);
    this.#far.nameHere(settings.farName);
    this.#applyPolicy();
    this.#tellAbout();
  }

  close(): void {
    this.#useLink(undefined);
  }

  // ── The link ─────────────────────────────────────────────────────────────

  linkChanged(state: LinkState): void {
    this.#store.set({ chat: state.is });
    if (state.is === 'lost') this.#runner.dispatch({ type: 'link-lost', left: state.left });
    const reached = state.is === 'waiting' || state.is === 'open';
    if (reached && this.snapshot.problem?.about === 'link') this.dismissProblem();
    if (state.is !== 'open') return;
    if (!state.fresh) this.#runner.dispatch({ type: 'link-back' });
    // Also on the same connection: what was said while it was broken is lost.
    this.#greet();
  }

  linkFailed(failure: LinkFailure): void {
    this.#store.set({ problem: { about: 'link', code: failure } });
  }

  lineReady(kind: LineKind, track: MediaStreamTrack): void {
    this.#far.lineReady(kind, track);
  }

  messageReceived(data: unknown): void {
    const message = readMessage(data);
    if (message) return this.#receive(message);
    const { chat } = (data ?? {}) as { readonly chat?: unknown };
    if (chat) this.#hear(chat);
    else this.dropped += 1;
  }

  #receive(message: Message): void {
    if (message.type === 'media') return this.#far.sends(message);
    if (message.type === 'quality') return this.#watch?.farSaid(message.level);
    if (message.type === 'about') {
      this.#far.said(message);
      return this.#applyPolicy();
    }
    const happening = happeningOf(message, this.#refusal());
    if (happening) this.#runner.dispatch(happening);
  }

  /** What comes before the code is here comes again: both sides begin with what they have. */
  #hear(chat: unknown): void {
    if (!this.#talk) void this.conversation().catch(() => undefined);
    else if (!this.#talk.heard(chat)) this.dropped += 1;
  }

  #useLink(config: ReturnType<typeof linkConfig>, steal = false): void {
    this.#linkKey = keyOf(config);
    this.leave();
    const failed = typeof config === 'string';
    this.#chatName = failed || !config ? '' : `${config.peerId} ${config.remoteId}`;
    this.#store.set({
      chat: failed || !config ? 'none' : 'connecting',
      problem: failed ? { about: 'setup', code: config } : undefined,
    });
    if (!config || failed) return;
    const { takeSeat } = this.#ports;
    const open = (given: unknown): void => this.#openLink(config, given);
    if (!takeSeat) return open(undefined);
    this.#leaveSeat = takeSeat(config.peerId, steal, {
      taken: open,
      elsewhere: () => this.#elsewhere(),
      robbed: () => this.#robbed(),
    });
  }

  #openLink(config: LinkConfig, given: unknown): void {
    const now = this.#ports.clock.now();
    const call = readCall(given, now) ?? loadCall(this.#chatName, now);
    if (this.snapshot.problem?.about === 'link') this.dismissProblem();
    this.#store.set({ chat: 'connecting' });
    this.#keeper = new CallKeeper(this.#store, this.#ports.clock, this.#chatName);
    this.#link = this.#ports.openLink(config, this);
    if (call) this.#resume(call);
  }

  #closeLink(): void {
    this.#link?.close();
    this.#link = undefined;
    this.#keeper?.close();
    this.#keeper = undefined;
    this.#far.forget();
  }

  /** A copy of this tab brings a copy of its call, which is not its own. */
  #elsewhere(): void {
    forgetCall(this.#chatName);
    this.#store.set({ chat: 'none', problem: { about: 'link', code: 'open-elsewhere' } });
  }

  /** Another tab goes on: the far side hears a goodbye, and then that tab. */
  #robbed(): KeptCall | undefined {
    const call = this.#keeper?.read(true);
    this.#closeLink();
    this.#runner.dispatch({ type: 'moved' });
    this.#elsewhere();
    return call;
  }

  /** First words on a new connection: what we still hold, who we are, what we send. */
  #greet(): void {
    this.#send(hello(this.snapshot.call));
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
    this.#send({
      type: 'media',
      microphone: this.#own.microphoneOn,
      camera: this.#own.sendsPicture,
    });
  }

  // ── The call's effects ───────────────────────────────────────────────────

  /** The far side still waits; the camera stays off until the person turns it on. */
  #resume({ ids, caller, muted, startedAt }: KeptCall): void {
    this.#store.setOwn({ muted });
    this.#runner.dispatch({ type: 'resume', ids, caller, startedAt });
    // Without a microphone she still hears; the notice says how to get it back.
    this.#microphoneAsked.catch(() => this.#own.setMuted(true));
  }

  async #askMicrophone(): Promise<void> {
    this.#takeCare();
    void loadWatch();
    const opened = await this.#own.askMicrophone();
    if (!opened) return;
    if (opened.ok) {
      this.#runner.dispatch({ type: 'mic-ready' });
      return;
    }
    const farKnows = this.snapshot.call.caller === 'far' || this.#runner.inCall;
    const reason =
      opened.failure === 'missing' || opened.failure === 'busy' ? 'no-microphone' : 'mic-blocked';
    this.#runner.dispatch({ type: 'mic-failed', reason });
    this.#fail({ about: 'microphone', code: opened.failure, farKnows }, opened.detail);
  }

  async #reopenMicrophone(): Promise<void> {
    const opened = await this.#own.askMicrophone();
    if (!opened) return;
    if (!opened.ok) {
      this.#fail({ about: 'microphone', code: opened.failure, farKnows: true }, opened.detail);
    }
    if (this.snapshot.problem?.about === 'microphone') this.dismissProblem();
    this.#own.setMuted(false);
    this.#own.sendMicrophone();
  }

  /** What befalls devices in a call is looked after by code that comes with the first press. */
  #takeCare(): void {
    this.#cared ??= importAgain(() => import('./devices/take-care.js')).then(
      ({ takeCare }) =>
        takeCare({
          ...this.#ports,
          store: this.#store,
          own: this.#own,
          mediaChanged: () => this.#tellMedia(),
          stats: () => this.#link?.stats(),
        }),
      () => {
        this.#cared = undefined;
        return undefined;
      },
    );
  }

  async #microphoneLost(): Promise<void> {
    const care = await this.#cared;
    if (care) void care.replaceMicrophone();
    else this.#own.setMuted(true);
  }

  async #watchQuality(): Promise<void> {
    const watch = await loadWatch();
    if (!watch || !this.#link || !this.#runner.inCall) return;
    this.#watch ??= new watch.QualityWatch(this.#store, this.#own, this.#ports.clock);
    this.#watch.start(this.#link);
  }

  #openMedia(): void {
    void this.#watchQuality();
    this.#link?.watch(true);
    this.#own.sendMicrophone();
    this.#tellMedia();
    void this.#far.playSound();
    this.#far.refresh();
  }

  #closeMedia(): void {
    this.#link?.watch(false);
    this.#watch?.stop();
    this.#own.release();
    this.#far.close();
    const about = this.snapshot.problem?.about;
    if (about === 'camera' || about === 'microphone' || about === 'sound') this.dismissProblem();
  }

  // ── Derived ──────────────────────────────────────────────────────────────

  /** What both administrators allow: a picture that the far side may not show is not sent. */
  #applyPolicy(): void {
    const settings = this.#settings;
    if (!settings) return;
    const video = settings.voip && settings.video && this.#far.allowsVideo;
    const before = this.snapshot.policy;
    if (before.voip !== settings.voip || before.video !== video) {
      this.#store.set({ policy: { voip: settings.voip, video } });
    }
    if (!settings.voip) this.#runner.dispatch({ type: 'shut' });
    if (!video) this.#own.closeCamera();
    this.#far.refresh();
  }

  #refusal(): 'declined' | 'busy' | undefined {
    if (!this.snapshot.policy.voip) return 'declined';
    return this.#runner.busyElsewhere ? 'busy' : undefined;
  }

  /** Kept in the snapshot until mended or dismissed, and told to whoever gave the command. */
  #fail(problem: Problem, detail: string): never {
    this.#store.set({ problem });
    throw new CallError(codeOf(problem), detail);
  }
}
