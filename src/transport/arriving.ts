// Milliseconds. From one look to the next, and how long it is looked for.
const every = 50;
const within = 2000;

/**
 * Tells that something comes over a line before a beat says so: after a long break beats are the last to come, and a
 * picture that is there is to be seen.
 */
export class Arriving {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #round = 0;

  /** Tells once when `last`, the moment of the last packet on the clock of `performance.now()`, is later than this one. */
  await(last: () => Promise<number | undefined>, came: () => void): void {
    const begun = performance.now();
    this.stop();
    const round = this.#round;
    const look = async (): Promise<void> => {
      const at = (await last()) ?? 0;
      if (round !== this.#round) return;
      if (at > begun) came();
      else if (performance.now() - begun < within)
        this.#timer = setTimeout(() => void look(), every);
    };
    void look();
  }

  stop(): void {
    this.#round += 1;
    clearTimeout(this.#timer);
  }
}
