import { RequestEvent } from './request-event.js';

/**
 * A message is about to be sent. Cancel it to moderate: what was written stays where it is. A file comes
 * with an event of its own.
 */
export class MessageSendEvent extends RequestEvent {
  /** Empty for a file. */
  readonly text: string;
  readonly file: File | undefined;

  constructor(text: string, file?: File) {
    super('message-send');
    this.text = text;
    this.file = file;
  }
}

/** The chat is about to be ended, after any confirmation. */
export class EndChatRequestEvent extends RequestEvent {
  constructor() {
    super('end-chat-request');
  }
}

/** After the end, a new chat is asked for. Cancel it to give the `<chat-session>` another far side instead. */
export class NewChatRequestEvent extends RequestEvent {
  constructor() {
    super('new-chat-request');
  }
}
