import type { Party } from '../ports/link.js';
import type { Item } from './conversation.js';

/** Something has happened in the conversation; nothing to cancel. Fired at the `<chat-session>`. */
abstract class ConversationEvent extends Event {
  constructor(type: string) {
    super(type, { bubbles: true, composed: true });
  }
}

/** A message, a file or a call's line of the far side has come; each once, never again after a reload. */
export class MessageReceivedEvent extends ConversationEvent {
  readonly item: Item;

  constructor(item: Item) {
    super('message-received');
    this.item = item;
  }
}

/** There are more, or fewer, messages that nobody on this side has seen. */
export class UnreadChangeEvent extends ConversationEvent {
  readonly count: number;

  constructor(count: number) {
    super('unread-change');
    this.count = count;
  }
}

/** The chat is over, and the call in it. */
export class ChatEndEvent extends ConversationEvent {
  /** `host`: the host has ended the session at its server. */
  readonly by: Party | 'host';
  /** Milliseconds from when both were first there. */
  readonly duration: number;

  constructor(by: Party | 'host', duration: number) {
    super('chat-end');
    this.by = by;
    this.duration = duration;
  }
}

/** Why a file was not taken. */
export type FileRejection = 'too-large' | 'empty' | 'type' | 'disguised' | 'too-many' | 'no-room';

/** A file was not taken: one's own, at the composer, or one that the far side sent. */
export class FileRejectedEvent extends ConversationEvent {
  readonly code: FileRejection;
  readonly name: string;
  readonly by: 'self' | 'far';

  constructor(code: FileRejection, name: string, by: 'self' | 'far') {
    super('file-rejected');
    this.code = code;
    this.name = name;
    this.by = by;
  }
}
