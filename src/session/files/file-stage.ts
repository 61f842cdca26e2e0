import type { ChatMessage } from '../../chat/messages.js';
import type { Clock } from '../../ports/clock.js';
import type { FileChannel } from '../../ports/link.js';
import type { FileRejection } from '../chat-events.js';
import type { ChatStore } from '../chat-store.js';

export type FileMessage = Extract<ChatMessage, { type: 'get' | 'got' | 'gone' }>;

/** What files need of the conversation that they are in. */
export interface FileStage {
  /** Of the open link; another one for each connection. */
  readonly files: FileChannel | undefined;
  readonly store: ChatStore | undefined;
  readonly clock: Clock;
  tell(message: FileMessage): void;
  /** `FileRunner.states` is another map. */
  changed(): void;
  /** A file of the far side was not taken. */
  rejected(code: FileRejection, name: string): void;
  /** The store took a file, or could not. */
  kept(kept: boolean): void;
}

/** Puts a file into the conversation's store, if it takes files. Never rejects. */
export async function keep(stage: FileStage, file: string, blob: Blob): Promise<void> {
  if (!stage.store?.putFile) return;
  try {
    await stage.store.putFile(file, blob);
    stage.kept(true);
  } catch (error) {
    console.debug('visavis: a file could not be kept over a reload.', error);
    stage.kept(false);
  }
}

/** A file of `size` bytes that was kept, or undefined. Never rejects. */
export async function kept(
  { store }: FileStage,
  file: string,
  size: number,
): Promise<Blob | undefined> {
  try {
    const blob = await store?.loadFile?.(file);
    // In a host's keeping it may have become anything.
    return blob?.size === size ? blob : undefined;
  } catch (error) {
    console.debug('visavis: a file that was kept could not be read.', error);
    return undefined;
  }
}
