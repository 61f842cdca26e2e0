import type { ChatRecord } from '../chat/record.js';

export type { ChatRecord };

/**
 * Where a conversation is kept over a reload. By default the tab's `sessionStorage`, and IndexedDB for
 * files; a host may keep it in its own history instead (`chatSession.store`). Everything may answer at
 * once or later; what rejects is told by `snapshot.kept` and in the console, and the chat goes on.
 */
export interface ChatStore {
  /** All records that were kept, in any order. */
  load(): readonly ChatRecord[] | Promise<readonly ChatRecord[]>;
  put(record: ChatRecord): unknown;
  remove(key: string): unknown;
  /** The chat has ended: the kit itself needs nothing of it any more. */
  clear(): unknown;
  /** Bytes of a file; without these two, files come from the far side again, or are gone. */
  putFile?(file: string, blob: Blob): unknown;
  loadFile?(file: string): Promise<Blob | undefined>;
}
