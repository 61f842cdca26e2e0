import type {
  EndChatRequestEvent,
  MessageSendEvent,
  NewChatRequestEvent,
} from './conversation-events.js';
import { RequestEvent } from './request-event.js';
import type { CallPhase, CallState } from '../../call/call-state.js';
import type { CallErrorCode } from '../../session/call-error.js';
import type {
  ChatEndEvent,
  FileRejectedEvent,
  MessageReceivedEvent,
  UnreadChangeEvent,
} from '../../session/chat-events.js';
import type { ChatState } from '../../session/snapshot.js';

/** The headset was pressed to start a call. */
export class CallRequestEvent extends RequestEvent {
  constructor() {
    super('call-request');
  }
}

/** An incoming call is about to be accepted, by the prompt or the headset. */
export class AcceptRequestEvent extends RequestEvent {
  constructor() {
    super('accept-request');
  }
}

/** An incoming call is about to be declined. */
export class DeclineRequestEvent extends RequestEvent {
  constructor() {
    super('decline-request');
  }
}

/** The call is about to be ended, or cancelled while it still rings. */
export class HangupRequestEvent extends RequestEvent {
  constructor() {
    super('hangup-request');
  }
}

/** The own camera is about to be turned on or off. */
export class CameraRequestEvent extends RequestEvent {
  readonly on: boolean;

  constructor(on: boolean) {
    super('camera-request');
    this.on = on;
  }
}

/** The own microphone is about to be muted or unmuted. */
export class MuteRequestEvent extends RequestEvent {
  readonly muted: boolean;

  constructor(muted: boolean) {
    super('mute-request');
    this.muted = muted;
  }
}

/** Something has happened; nothing to cancel. */
abstract class ChangeEvent extends Event {
  constructor(type: string) {
    super(type, { bubbles: true, composed: true });
  }
}

/** The call entered another phase. `call.lastEnd` says how a call ended when `phase` is `idle`. */
export class CallChangeEvent extends ChangeEvent {
  readonly phase: CallPhase;
  readonly previous: CallPhase;
  readonly call: CallState;

  constructor(call: CallState, previous: CallPhase) {
    super('call-change');
    this.phase = call.phase;
    this.previous = previous;
    this.call = call;
  }
}

/** A camera went on or off, here (`self`) or at the far side (`far`). */
export class CameraChangeEvent extends ChangeEvent {
  readonly who: 'self' | 'far';
  readonly on: boolean;

  constructor(who: 'self' | 'far', on: boolean) {
    super('camera-change');
    this.who = who;
    this.on = on;
  }
}

/** The chat's link changed: `none`, `connecting`, `waiting`, `open`, `lost`. */
export class ChatChangeEvent extends ChangeEvent {
  readonly chat: ChatState;

  constructor(chat: ChatState) {
    super('chat-change');
    this.chat = chat;
  }
}

/** Something went wrong. The kit shows it in words; `code` is for the host. */
export class CallErrorEvent extends ChangeEvent {
  readonly code: CallErrorCode;
  /** For developers, in English: what is wrong and what to do. */
  readonly message: string;

  constructor(code: CallErrorCode, message: string) {
    super('call-error');
    this.code = code;
    this.message = message;
  }
}

/** A launcher opened or closed its panel. */
export class LauncherChangeEvent extends ChangeEvent {
  readonly open: boolean;

  constructor(open: boolean) {
    super('launcher-change');
    this.open = open;
  }
}

/** The kit's events by name. They leave shadow trees, so the document hears them too. */
export interface VisavisEventMap {
  'call-request': CallRequestEvent;
  'accept-request': AcceptRequestEvent;
  'decline-request': DeclineRequestEvent;
  'hangup-request': HangupRequestEvent;
  'camera-request': CameraRequestEvent;
  'mute-request': MuteRequestEvent;
  'call-change': CallChangeEvent;
  'camera-change': CameraChangeEvent;
  'chat-change': ChatChangeEvent;
  'call-error': CallErrorEvent;
  'message-send': MessageSendEvent;
  'message-received': MessageReceivedEvent;
  'unread-change': UnreadChangeEvent;
  'file-rejected': FileRejectedEvent;
  'end-chat-request': EndChatRequestEvent;
  'chat-end': ChatEndEvent;
  'new-chat-request': NewChatRequestEvent;
  'launcher-change': LauncherChangeEvent;
}

declare global {
  interface HTMLElementEventMap extends VisavisEventMap {}
  interface DocumentEventMap extends VisavisEventMap {}
}
