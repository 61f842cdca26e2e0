/** What a page is told of its seat. */
export interface SeatListener {
  /** This page has it. `given`: what the page that had it before goes on with here. */
  taken(given: unknown): void;
  /** Another page of this browser has it. `taken` follows when that page is gone. */
  elsewhere(): void;
  /** Another page took it from this one. Answers what that page is to go on with. */
  robbed(): unknown;
}

/** Asks for a seat, or takes it from whoever has it; the returned function leaves it. */
export type TakeSeat = (id: string, steal: boolean, listener: SeatListener) => () => void;

// Milliseconds. A page that is reloaded may still have its seat for a moment.
const settleTime = 300;
// And where another one waits, its own next page comes first.
const reloadTime = 2000;
// A page that stands still hands nothing over.
const handOverTime = 500;

const wait = (milliseconds: number): Promise<undefined> =>
  new Promise((done) => setTimeout(done, milliseconds, undefined));

/** The browser frees a seat a moment after it was left. */
let leaving: Promise<unknown> = Promise.resolve();

class Seat {
  readonly #name: string;
  readonly #listener: SeatListener;
  readonly #channel: BroadcastChannel;
  readonly #gone = new AbortController();
  #free: ((sat: true) => void) | undefined;
  #sitting: Promise<boolean> | undefined;

  constructor(name: string, listener: SeatListener) {
    this.#name = name;
    this.#listener = listener;
    this.#channel = new BroadcastChannel(name);
  }

  leave(): void {
    this.#gone.abort();
    this.#channel.close();
    if (this.#free) leaving = this.#sitting ?? leaving;
    this.#free?.(true);
  }

  #isLeft(): boolean {
    return this.#gone.signal.aborted;
  }

  async take(steal: boolean): Promise<void> {
    await leaving;
    let how: LockOptions = steal ? { steal } : { ifAvailable: true };
    while (!this.#isLeft()) {
      this.#sitting = this.#sit(how);
      how = { ifAvailable: true };
      if (await this.#sitting) return;
      await this.#untilFree();
    }
  }

  /** True when this page had the seat and left it; false when it did not get it, or lost it. */
  async #sit(how: LockOptions): Promise<boolean> {
    const given = how.steal && this.#given();
    try {
      return await navigator.locks.request(this.#name, how, async (lock) => {
        if (!lock) return false;
        if (this.#isLeft()) return true;
        const left = new Promise<true>((free) => (this.#free = free));
        const what = await given;
        if (!this.#isLeft()) this.#listener.taken(what);
        return left;
      });
    } catch (error) {
      const { name } = error as DOMException;
      if (name === 'SecurityError') {
        // A frame without an origin of its own shares nothing with other tabs.
        this.#listener.taken(undefined);
        return true;
      }
      if (name !== 'AbortError') throw error;
      this.#free = undefined;
      if (!this.#isLeft()) this.#channel.postMessage(this.#listener.robbed());
      return false;
    }
  }

  #given(): Promise<unknown> {
    const told = new Promise((hear) => {
      this.#channel.onmessage = ({ data }) => hear(data);
    });
    return Promise.race([told, wait(handOverTime)]).finally(() => (this.#channel.onmessage = null));
  }

  async #untilFree(): Promise<void> {
    const begun = performance.now();
    const late = setTimeout(() => {
      if (!this.#isLeft()) this.#listener.elsewhere();
    }, settleTime);
    await navigator.locks
      .request(this.#name, { signal: this.#gone.signal }, () => undefined)
      .catch(() => undefined);
    clearTimeout(late);
    if (performance.now() - begun > settleTime) await wait(reloadTime);
  }
}

/**
 * One page at a time sits for an id: two tabs of one side would take the call, and the far side's words,
 * from each other. Known among the tabs of one browser alone; the server knows of others.
 */
export const takeSeat: TakeSeat = (id, steal, listener) => {
  if (!('locks' in navigator)) {
    // An insecure page.
    listener.taken(undefined);
    return () => undefined;
  }
  const seat = new Seat(`visavis ${id}`, listener);
  void seat.take(steal);
  return () => seat.leave();
};
