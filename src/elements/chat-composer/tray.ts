import { checkFile, headSize, isPicture, kindOf } from '../../chat/file-kind.js';
import type { FileRejection } from '../../session/chat-events.js';

/** A file that goes with the next message. */
export interface Chosen {
  readonly file: File;
  /** By its content: it can be shown. */
  readonly picture: boolean;
}

export interface Limits {
  readonly accept: string;
  /** Bytes. */
  readonly maxSize: number;
  readonly maxFiles: number;
}

interface Listener {
  readonly changed: () => void;
  readonly refused: (code: FileRejection, name: string) => void;
}

/** What is to be sent with the next message: files that were chosen, pasted or dropped, each checked first. */
export class Tray {
  readonly #listener: Listener;
  #files: readonly Chosen[] = [];
  #checking: Promise<void> | undefined;

  constructor(listener: Listener) {
    this.#listener = listener;
  }

  get files(): readonly Chosen[] {
    return this.#files;
  }

  /** Settles when all that were added have been checked; undefined when all have been. */
  get checked(): Promise<void> | undefined {
    return this.#checking;
  }

  /** One after the other, so that they lie in the order in which they came. */
  add(files: Iterable<File>, limits: Limits): void {
    const all = [...files];
    const checking = (this.#checking ?? Promise.resolve()).then(async () => {
      for (const file of all) await this.#take(file, limits);
      if (this.#checking === checking) this.#checking = undefined;
    });
    this.#checking = checking;
  }

  remove(file: File): void {
    this.#files = this.#files.filter((chosen) => chosen.file !== file);
    this.#listener.changed();
  }

  async #take(file: File, limits: Limits): Promise<void> {
    const full = this.#files.length >= limits.maxFiles;
    const code = full ? 'too-many' : await checkFile(file, limits);
    if (code) {
      this.#listener.refused(code, file.name);
      return;
    }
    this.#files = [...this.#files, { file, picture: await isShown(file) }];
    this.#listener.changed();
  }
}

async function isShown(file: File): Promise<boolean> {
  try {
    return isPicture(kindOf(new Uint8Array(await file.slice(0, headSize).arrayBuffer())));
  } catch {
    return false; // it has been changed or taken away since
  }
}
