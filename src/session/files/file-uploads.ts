import type { Uploader } from '../conversation.js';
import type { FileStates } from './file-states.js';

/** Characters of an address that fit into an entry. */
const longest = 2048;

interface Upload {
  readonly start: () => void;
  readonly stop: () => void;
}

/** Files on their way to a host's own store. */
export class FileUploads {
  readonly #states: FileStates;
  readonly #running = new Map<string, Upload>();

  constructor(states: FileStates) {
    this.#states = states;
  }

  has(id: string): boolean {
    return this.#running.has(id);
  }

  /** Settles when the uploader has taken the file, at the first try or a later one; rejects when it is stopped. */
  begin(file: File, id: string, uploader: Uploader): Promise<string> {
    const over = new AbortController();
    const { signal } = over;
    const progress = (bytes: number): void => {
      if (this.#states.of(id) !== 'moving') return;
      this.#states.moved(id, Math.min(file.size, Math.max(0, Math.floor(bytes) || 0)));
    };
    return new Promise((resolve, reject) => {
      const run = async (): Promise<void> => {
        this.#states.set(id, { is: 'moving', moved: 0 });
        try {
          const address = checked(await uploader(file, { signal, progress }));
          if (signal.aborted) return;
          this.#running.delete(id);
          this.#states.set(id, { is: 'done', moved: file.size });
          resolve(address);
        } catch (error) {
          if (signal.aborted) return;
          console.warn('visavis: the uploader did not take a file.', error);
          this.#states.set(id, { is: 'failed', failure: 'upload-failed' });
        }
      };
      const stop = (): void => {
        this.#running.delete(id);
        over.abort();
        reject(new DOMException('The file was stopped.', 'AbortError'));
      };
      this.#running.set(id, { start: () => void run(), stop });
      void run();
    });
  }

  again(id: string): void {
    this.#running.get(id)?.start();
  }

  stop(id: string): void {
    this.#running.get(id)?.stop();
  }

  close(): void {
    for (const { stop } of this.#running.values()) stop();
  }
}

/** The far side follows it as a link: it has to be a whole one. */
function checked(address: string | URL): string {
  const { href, protocol } = new URL(address, document.baseURI);
  if (protocol !== 'https:' && protocol !== 'http:') {
    throw new TypeError(`An uploader answers an http address, not "${protocol}".`);
  }
  if (href.length > longest) throw new TypeError(`An address has at most ${longest} characters.`);
  return href;
}
