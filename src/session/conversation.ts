import type { Body } from '../chat/entry.js';
import type { Party } from '../ports/link.js';

/** How far one's own message has come; `received` is the far side's. */
export type ItemState =
  /** Not on its way yet: the far side is away. It goes out by itself. */
  | 'sending'
  | 'sent'
  | 'delivered'
  | 'read'
  /** It did not go out within the time; `retry()` sends it after all. */
  | 'failed'
  | 'received';

/** One line of the conversation, oldest first in `ConversationSnapshot.items`. Replaced when it changes. */
export interface Item {
  /** Stays the same from writing to reading, and over a reload. */
  readonly id: string;
  readonly from: Party;
  /** Milliseconds since the epoch, by this machine's clock. */
  readonly at: number;
  readonly state: ItemState;
  readonly body: Body;
}

export type FileFailure =
  /** Its sender has it no more. */
  | 'gone'
  /** It is larger than what was announced, or than what this side takes. */
  | 'too-large'
  /** The host's `uploader` refused it or broke. */
  | 'upload-failed'
  /** This machine has no room for it. */
  | 'no-room';

/** Where the bytes of a file are. */
export interface FileState {
  /**
   * `offered`: the far side's, not asked for. `waiting`: wanted, and not coming yet. `moving`: on its way.
   * `done`: all there. `stopped`: one of both wanted it no more. `failed`: see `failure`.
   */
  readonly is: 'offered' | 'waiting' | 'moving' | 'done' | 'stopped' | 'failed';
  /** Bytes that have come or gone so far. */
  readonly moved: number;
  /** All bytes: one's own file at once, the far side's when `done`. */
  readonly blob?: Blob | undefined;
  /** The content is a picture that browsers show safely, whatever its name says. */
  readonly picture: boolean;
  readonly failure?: FileFailure | undefined;
}

/** What the far side is typing, letter by letter (real-time text). */
export interface LiveText {
  readonly text: string;
  /** Something on the way was lost: `text` has a U+FFFD where. */
  readonly lossy: boolean;
}

/** All that elements may know of a conversation, at one moment. Never changed in place. */
export interface ConversationSnapshot {
  readonly party: Party;
  /** Oldest first; what is not on its way yet comes last. */
  readonly items: readonly Item[];
  /** By the `file` of a file's body. */
  readonly files: ReadonlyMap<string, FileState>;
  /** What this side is writing; kept over a reload. */
  readonly draft: string;
  readonly farTyping: boolean;
  readonly farLive: LiveText | undefined;
  /** Messages and files of the far side that nobody has seen yet. */
  readonly unread: number;
  /** Who ended the chat, the host at its server too, and how long it was, in milliseconds; undefined while it goes on. */
  readonly ended: { readonly by: Party | 'host'; readonly duration: number } | undefined;
  /** What was kept from before a reload is here. */
  readonly restored: boolean;
  /** False when nothing can be kept over a reload: the store is full, or the browser gives none. */
  readonly kept: boolean;
}

export const emptyConversation: ConversationSnapshot = {
  party: 'visitor',
  items: [],
  files: new Map(),
  draft: '',
  farTyping: false,
  farLive: undefined,
  unread: 0,
  ended: undefined,
  restored: false,
  kept: true,
};

/** A file as a host stores it: resolves to where the far side finds it, rejects with what a person may read. */
export type Uploader = (
  file: File,
  options: { readonly signal: AbortSignal; readonly progress: (bytes: number) => void },
) => Promise<string | URL>;

/** The conversation of a session: messages, files, receipts. Commands throw a `RangeError` for what cannot be sent. */
export interface Conversation {
  readonly snapshot: ConversationSnapshot;
  /** Calls back after changes, at most once a frame; the returned function stops it. */
  subscribe(listener: () => void): () => void;
  /** Sends a text of 1 to 10,000 characters; now, or when the far side is back. Answers its id. */
  send(text: string): string;
  /** Offers a file; with an uploader, the far side gets the address it answers. Answers the item's id. */
  sendFile(file: File, uploader?: Uploader): string;
  /** Sends what failed, a message or a file by its item's id, once more. */
  retry(id: string): void;
  /** Takes away a message that never went out. */
  discard(id: string): void;
  /** Asks for the far side's file, by its body's `file`. */
  getFile(file: string): void;
  /** Stops a file, whichever side sends it. */
  stopFile(file: string): void;
  /** What this side is writing. With `live`, the far side sees each letter; else that something is being typed. */
  write(draft: string, live?: boolean): void;
  /** Everything up to this item was in view, on a page in front. */
  markRead(id: string): void;
  /** Largest file taken from the far side, in bytes. */
  takeFilesUpTo(bytes: number): void;
  /** Ends the chat, and the call in it, for both sides. */
  end(): Promise<void>;
  /** Begins a new chat with the same far side, after the end. */
  startAnew(): void;
}
