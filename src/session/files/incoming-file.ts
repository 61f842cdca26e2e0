/** Bytes that are held as such before they are handed to the browser, which may lay them on the disk. */
const foldAt = 256 * 1024;

/** A file on its way here. Takes its bytes in order, and not one more than were announced. */
export class IncomingFile {
  readonly #size: number;
  #parts: Blob[] = [];
  #last: Uint8Array<ArrayBuffer>[] = [];
  #lastSize = 0;
  /** All before this offset is here. */
  at = 0;

  constructor(size: number) {
    this.#size = size;
  }

  get complete(): boolean {
    return this.at === this.#size;
  }

  /** `dropped`: of another place than the next. `over`: more than was announced. */
  take(offset: number, bytes: Uint8Array<ArrayBuffer>): 'taken' | 'dropped' | 'over' {
    if (offset !== this.at) return 'dropped';
    if (offset + bytes.length > this.#size) return 'over';
    this.#last.push(bytes);
    this.#lastSize += bytes.length;
    this.at += bytes.length;
    if (this.#lastSize >= foldAt) this.#fold();
    return 'taken';
  }

  blob(): Blob {
    this.#fold();
    return new Blob(this.#parts);
  }

  #fold(): void {
    this.#parts.push(new Blob(this.#last));
    this.#last = [];
    this.#lastSize = 0;
  }
}
