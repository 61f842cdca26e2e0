import type { Conversation, Uploader } from '../../session/conversation.js';
import { MessageSendEvent } from '../shared/conversation-events.js';
import type { Tray } from './tray.js';

interface Outgoing {
  /** Hears of each before it goes, and may keep it. */
  readonly host: HTMLElement;
  readonly conversation: Conversation;
  readonly tray: Tray;
  readonly text: string;
  readonly uploader: Uploader | undefined;
}

/** Sends the files, then the text that may speak of them. Answers whether the text has gone. */
export function send({ conversation, host, text, tray, uploader }: Outgoing): boolean {
  for (const { file } of tray.files) {
    if (!host.dispatchEvent(new MessageSendEvent('', file))) continue;
    conversation.sendFile(file, uploader);
    tray.remove(file);
  }
  if (!text || !host.dispatchEvent(new MessageSendEvent(text))) return false;
  conversation.send(text);
  return true;
}
