/** What one side says of the path, many times over; the newest word alone counts. */
export interface Beat {
  /** Whether it hears the other side. */
  readonly hears: boolean;
  /** The video line that its picture comes over. */
  readonly line: 0 | 1;
}

// Half of it is more than are lost in the longest break that a call outlives.
const counts = 2 ** 16;

/** Counts its own beats, and tells which of the far side's is the newest: they may overtake each other. */
export class Beats {
  #sent = 0;
  #heard: number | undefined;

  write({ hears, line }: Beat): Uint8Array<ArrayBuffer> {
    this.#sent = (this.#sent + 1) % counts;
    return Uint8Array.of((hears ? 1 : 0) | (line << 1), this.#sent >> 8, this.#sent & 255);
  }

  /** Undefined for what is no beat, or older than one that was read. */
  read(data: unknown): Beat | undefined {
    if (!(data instanceof ArrayBuffer) || data.byteLength !== 3) return undefined;
    const [word = 0, high = 0, low = 0] = new Uint8Array(data);
    if (word > 3) return undefined;
    const count = (high << 8) | low;
    const age = this.#heard === undefined ? counts - 1 : (this.#heard - count + counts) % counts;
    if (age < counts / 2) return undefined;
    this.#heard = count;
    return { hears: (word & 1) === 1, line: word & 2 ? 1 : 0 };
  }
}
