import type { Clock } from '../ports/clock.js';
import type { FileChannel } from '../ports/link.js';
import {
  type Conversation,
  type ConversationSnapshot,
  emptyConversation,
  type Uploader,
} from './conversation.js';
import type { SessionOwner } from './session.js';
import type { SessionSnapshot } from './snapshot.js';

/** What a conversation needs of the session that it is in. */
export interface ChatStage {
  readonly snapshot: SessionSnapshot;
  subscribe(listener: () => void): () => void;
  /** Sends a message of the conversation, if the link is open. */
  say(chat: object): void;
  readonly files: FileChannel | undefined;
  /** Names the two sides; another name is another chat. */
  readonly chatName: string;
  leave(): void;
  rejoin(): void;
}

export interface ChatPorts {
  readonly clock: Clock;
  readonly newId: () => string;
  readonly owner?: SessionOwner;
}

/** Runs a conversation over a session's link. */
export class ChatRunner implements Conversation {
  readonly snapshot: ConversationSnapshot = emptyConversation;

  constructor(_stage: ChatStage, _ports: ChatPorts) {}

  /** False for what is no message of a conversation. */
  heard(_chat: unknown): boolean {
    return false;
  }

  subscribe(_listener: () => void): () => void {
    return () => undefined;
  }

  send(_text: string): string {
    return '';
  }

  sendFile(_file: File, _uploader?: Uploader): string {
    return '';
  }

  retry(_id: string): void {}
  discard(_id: string): void {}
  getFile(_file: string): void {}
  stopFile(_file: string): void {}
  write(_draft: string, _live?: boolean): void {}
  markRead(_id: string): void {}
  takeFilesUpTo(_bytes: number): void {}
  async end(): Promise<void> {}
  startAnew(): void {}
}
