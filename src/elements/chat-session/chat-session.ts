import { ContextProvider } from '@lit/context';
import { css, type CSSResultGroup, html, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { isServer } from '../../context/served.js';
import { sessionContext } from '../../context/session-context.js';
import type { Devices } from '../../ports/devices.js';
import type { Party } from '../../ports/link.js';
import type { ChatStore } from '../../session/chat-store.js';
import type { Conversation } from '../../session/conversation.js';
import { LateSession } from '../../session/late-session.js';
import type { OwnedSession, Session } from '../../session/session.js';
import { warnOnce } from '../../session/warn-once.js';
import { KitElement } from '../shared/kit-element.js';
import { tellHost } from './tell-host.js';

// Longer than any framework takes to move an element, shorter than anybody waits for a light to go out.
const goneAfter = 250;

/**
 * @summary One chat between an agent and a visitor, and the call in it. Wrap it around the other
 * elements; it gives them their state and carries the media.
 * @tag chat-session
 * @slot - The chat and the call controls.
 * @event {CallChangeEvent} call-change - The call entered another phase.
 * @event {CameraChangeEvent} camera-change - A camera went on or off, here or at the far side.
 * @event {ChatChangeEvent} chat-change - The chat's link changed.
 * @event {CallErrorEvent} call-error - Something went wrong; `code` says what.
 * @event {CallRequestEvent} call-request - A control inside is about to start a call; cancelable.
 * @event {AcceptRequestEvent} accept-request - A control inside is about to accept; cancelable.
 * @event {DeclineRequestEvent} decline-request - A control inside is about to decline; cancelable.
 * @event {HangupRequestEvent} hangup-request - A control inside is about to end the call; cancelable.
 * @event {CameraRequestEvent} camera-request - A control inside is about to turn the camera on or off; cancelable.
 * @event {MuteRequestEvent} mute-request - A control inside is about to mute or unmute; cancelable.
 * @event {MessageSendEvent} message-send - A message inside is about to be sent; cancelable.
 * @event {MessageReceivedEvent} message-received - The far side said something, or sent a file.
 * @event {UnreadChangeEvent} unread-change - There are more, or fewer, messages that nobody has seen.
 * @event {FileRejectedEvent} file-rejected - A file was not taken; `code` says why.
 * @event {EndChatRequestEvent} end-chat-request - The chat is about to be ended; cancelable.
 * @event {ChatEndEvent} chat-end - The chat is over: by whom, and how long it was.
 * @event {NewChatRequestEvent} new-chat-request - A new chat is asked for after the end; cancelable.
 * @cssState in-chat - The link to the far side is open.
 * @cssState calling - One's own ring is on its way.
 * @cssState incoming - The far side rings.
 * @cssState in-call - A call is on, or about to be.
 * @cssState reconnecting - The path broke in a call.
 */
export class ChatSession extends KitElement {
  static override readonly styles: CSSResultGroup = css`
    :host {
      display: block;
    }
    :host([hidden]) {
      display: none;
    }
  `;

  /** Whose side this page is: `agent` or `visitor`. */
  @property() party: Party | '' = '';
  /** This side's name, as the far side reads it. */
  @property({ attribute: 'party-name' }) partyName = '';
  /** Address of the PeerServer, absolute or relative to the page, e.g. `/peerjs`. */
  @property() server = '';
  /**
   * Where the page's host gives signed tickets, such as `/ticket`: asked by POST with `{ party }`, and by a visitor with
   * `{ party, name, visit }`, where `visit` is a secret of the tab that stays until the chat is over, it answers
   * `{ ticket, peer, remote, iceServers, features, expiresAt }`, which stand in for `peer-id`, `remote-id` and
   * `iceServers`. Calls and video need the leave of `features` and of `voip` and `video` here. Asked again before it expires.
   * The answer 202 with `{ waiting: { place, agents }, again }` means that it is to be asked again in so many seconds.
   */
  @property({ attribute: 'token-url' }) tokenUrl = '';
  /** This side's id at the PeerServer. */
  @property({ attribute: 'peer-id' }) peerId = '';
  /** The far side's id. Empty: no active chat. */
  @property({ attribute: 'remote-id' }) remoteId = '';
  /** The far side's name here; without it, the far side's own `party-name`. */
  @property({ attribute: 'remote-name' }) remoteName = '';
  /** The administrator allows calls. */
  @property({ type: Boolean }) voip = false;
  /** The administrator allows video; needs `voip` too. */
  @property({ type: Boolean }) video = false;
  /** Seconds a call rings before it counts as not answered. */
  @property({ type: Number, attribute: 'ring-timeout' }) ringTimeout = 30;
  /** STUN and TURN servers. None by default: nobody else learns of the call. */
  @property({ attribute: false }) iceServers: readonly RTCIceServer[] = [];
  /**
   * Packets go by way of a TURN server of `iceServers` alone, and neither side learns the other's network address.
   * Nothing connects without such a server.
   */
  @property({ type: Boolean, attribute: 'relay-only' }) relayOnly = false;
  /** Other devices than this machine's, for instance made-up ones. */
  @property({ attribute: false }) devices: Devices | undefined;

  /** Where the conversation is kept over a reload. Without one, in this tab, until the chat ends. */
  @property({ attribute: false }) store: ChatStore | undefined;

  readonly #session: OwnedSession = this.createSession();
  #stopTelling: (() => void) | undefined;
  #gone: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    new ContextProvider(this, { context: sessionContext, initialValue: this.#session });
  }

  /** The state that all elements share, and its commands. */
  get session(): Session {
    return this.#session;
  }

  /** Where the state comes from; a subclass may bring another one, for instance made up. */
  protected createSession(): OwnedSession {
    return new LateSession(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    clearTimeout(this.#gone);
    this.#stopTelling ??= tellHost(this, this.#session, (state, active) =>
      this.mark(state, active),
    );
    if (this.hasUpdated) this.#configure();
  }

  /** Moved is not removed: only an element that stays away gives up its call. */
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#gone = setTimeout(() => {
      this.#session.close();
      this.#stopTelling?.();
      this.#stopTelling = undefined;
    }, goneAfter);
  }

  /** Rings the far side, or accepts when it rings already. Rejects with a `CallError`. */
  startCall(): Promise<void> {
    return this.#session.startCall();
  }

  /** Accepts the call that rings. Call it only when the person has asked for it. */
  acceptCall(): Promise<void> {
    return this.#session.acceptCall();
  }

  /** Declines the call that rings. */
  declineCall(): Promise<void> {
    return this.#session.declineCall();
  }

  /** Ends the call, cancels it while it rings out, declines it while it rings here. */
  hangUp(): Promise<void> {
    return this.#session.hangUp();
  }

  /** Turns one's own camera on or off; only in a call. */
  setCamera(on: boolean): Promise<void> {
    return this.#session.setCamera(on);
  }

  /** Mutes or unmutes one's own microphone; only in a call. */
  setMuted(muted: boolean): Promise<void> {
    return this.#session.setMuted(muted);
  }

  /** Messages and files; undefined before the first active chat. */
  conversation(): Promise<Conversation> | undefined {
    return this.#session.conversation();
  }

  // A server draws what the attributes say; a page configures in `updated`, to take that over first.
  protected override willUpdate(): void {
    if (isServer) this.#configure();
  }

  protected override updated(changed: PropertyValues<this>): void {
    if ((changed.has('video') || changed.has('voip')) && this.video && !this.voip) {
      warnOnce('<chat-session video> needs voip too: there are no calls.');
    }
    if (changed.size > 0) this.#configure();
  }

  protected override render(): unknown {
    return html`<slot></slot>`;
  }

  #configure(): void {
    this.#session.configure({
      party: this.party,
      name: this.partyName,
      farName: this.remoteName,
      voip: this.voip,
      video: this.video,
      ringTimeout: this.ringTimeout,
      server: this.server,
      peerId: this.peerId,
      remoteId: this.remoteId,
      iceServers: this.iceServers,
      relayOnly: this.relayOnly,
      tokenUrl: this.tokenUrl,
    });
  }
}
