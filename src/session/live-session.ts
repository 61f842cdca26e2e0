import { happeningOf, hello } from '../call/far-words.js';
import { type Message, type Outgoing, readMessage, stamp } from '../call/messages.js';
import type { FileChannel, LinkFailure, LinkListener, LinkState, LineKind } from '../ports/link.js';
import { importAgain } from '../wire/import-again.js';
import type { CallError, CallErrorCode } from './call-error.js';
import { CallMedia } from './call-media.js';
import { CallRunner } from './call-runner.js';
import type { ChatRunner } from './chat/chat-runner.js';
import type { Conversation } from './conversation.js';
import { explain } from './explain.js';
import { Joining } from './joining.js';
import { codeOf } from './problem-code.js';
import type { SessionPorts } from './session-ports.js';
import type { OwnedSession, SessionSettings } from './session.js';
import { settled } from './settled.js';
import type { Problem, SessionSnapshot } from './snapshot.js';
import { solved } from './solved.js';
import { Store } from './store.js';

const refuse = async (code: CallErrorCode): Promise<never> => {
  throw await explain(code);
};

/** The session behind `<chat-session>`: joins the link, the call and this side's devices. */
export class LiveSession implements OwnedSession, LinkListener {
  readonly #ports: SessionPorts;
  readonly #store: Store;
  readonly #media: CallMedia;
  readonly #runner: CallRunner;
  readonly #joining: Joining;
  #settings: SessionSettings | undefined;
  #talk: ChatRunner | undefined;
  #talkComing: Promise<ChatRunner> | undefined;
  dropped = 0;

  constructor(ports: SessionPorts, store = new Store()) {
    this.#ports = ports;
    this.#store = store;
    this.#media = new CallMedia(
      ports,
      store,
      () => this.#joining.link,
      (happening) => this.#runner.dispatch(happening),
    );
    this.#runner = new CallRunner(store, ports.clock, this.#media, (message) =>
      this.#send(message),
    );
    this.#joining = new Joining(ports, store, this, this.#runner, this.#media);
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
    await this.#media.asked;
  }

  async acceptCall(): Promise<void> {
    if (!this.#runner.allows('accept')) return refuse('not-now');
    this.dismissProblem();
    this.#runner.dispatch({ type: 'accept' });
    await this.#media.asked;
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
      this.#media.own.closeCamera();
      return;
    }
    if (!this.snapshot.policy.video) return refuse('not-allowed');
    if (!this.#runner.inCall) return refuse('not-now');
    return this.#media.openCamera();
  }

  async setMuted(muted: boolean): Promise<void> {
    if (!this.#runner.inCall) return refuse('not-now');
    if (!muted && !this.#media.own.microphone) return this.#media.reopenMicrophone();
    this.#media.own.setMuted(muted);
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
        return this.#media.far.playSound();
      case 'call':
        return this.startCall();
      case 'link':
        return this.rejoin(problem.code === 'open-elsewhere');
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
    this.#joining.link?.send({ v: 1, chat });
  }

  /** Where bytes of files go, while the link is open. */
  get files(): FileChannel | undefined {
    return this.#joining.link?.files;
  }

  /** Names the two sides of the chat: another name is another chat. Empty: no active chat. */
  get chatName(): string {
    return this.#joining.chatName;
  }

  /** The chat has ended: nothing connects again before `rejoin()`, or before the host names another far side. */
  leave(): void {
    this.#joining.leave();
  }

  /** `steal`: though another page has this side's place. */
  rejoin(steal = false): Promise<void> {
    this.#joining.rejoin(steal);
    return Promise.resolve();
  }

  // ── The owner ────────────────────────────────────────────────────────────

  configure(settings: SessionSettings): void {
    this.#settings = settings;
    this.#runner.ringTimeout = settings.ringTimeout;
    this.#store.set(settled(settings, this.snapshot));
    this.#joining.configure(settings);
    this.#media.far.nameHere(settings.farName);
    this.#applyPolicy();
    this.#tellAbout();
  }

  close(): void {
    this.#joining.close();
  }

  // ── The link ─────────────────────────────────────────────────────────────

  linkChanged(state: LinkState): void {
    this.#store.set({ chat: state.is });
    if (state.is === 'lost') this.#runner.dispatch({ type: 'link-lost', left: state.left });
    if (state.is === 'waiting' || state.is === 'open') solved(this.#store, 'link');
    if (state.is !== 'open') return;
    if (!state.fresh) this.#runner.dispatch({ type: 'link-back' });
    // Also on the same connection: what was said while it was broken is lost.
    this.#greet();
  }

  linkFailed(failure: LinkFailure): void {
    if (failure === 'open-elsewhere') return this.#joining.replaced();
    if (failure === 'session-ended') {
      this.#talk?.close();
      this.leave();
    }
    this.#store.set({ problem: { about: 'link', code: failure } });
  }

  lineReady(kind: LineKind, track: MediaStreamTrack): void {
    this.#media.far.lineReady(kind, track);
  }

  messageReceived(data: unknown): void {
    const message = readMessage(data);
    if (message) return this.#receive(message);
    const { chat } = (data ?? {}) as { readonly chat?: unknown };
    if (chat) this.#hear(chat);
    else this.dropped += 1;
  }

  #receive(message: Message): void {
    if (message.type === 'media') return this.#media.far.sends(message);
    if (message.type === 'quality') return this.#media.farSaid(message.level);
    if (message.type === 'about') {
      this.#media.far.said(message);
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

  /** First words on a new connection: what we still hold, who we are, what we send. */
  #greet(): void {
    this.#send(hello(this.snapshot.call));
    this.#tellAbout();
    this.#media.tell();
  }

  #send(message: Outgoing): void {
    this.#joining.link?.send(stamp(message));
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

  // ── Derived ──────────────────────────────────────────────────────────────

  /** What both administrators allow: a picture that the far side may not show is not sent. */
  #applyPolicy(): void {
    const settings = this.#settings;
    if (!settings) return;
    const video = settings.voip && settings.video && this.#media.far.allowsVideo;
    const before = this.snapshot.policy;
    if (before.voip !== settings.voip || before.video !== video) {
      this.#store.set({ policy: { voip: settings.voip, video } });
    }
    if (!settings.voip) this.#runner.dispatch({ type: 'shut' });
    if (!video) this.#media.own.closeCamera();
    this.#media.far.refresh();
  }

  #refusal(): 'declined' | 'busy' | undefined {
    if (!this.snapshot.policy.voip) return 'declined';
    return this.#runner.busyElsewhere ? 'busy' : undefined;
  }
}
