import type { Opened } from '../ports/devices.js';

/** One own device: asked for, open, lost or released. Never open before it is asked for. */
export class OwnDevice {
  readonly #open: () => Promise<Opened>;
  readonly #lost: () => void;
  #asking: symbol | undefined;
  track: MediaStreamTrack | undefined;

  constructor(open: () => Promise<Opened>, lost: () => void) {
    this.#open = open;
    this.#lost = lost;
  }

  /** Undefined when it was released meanwhile: a late grant is stopped at once. */
  async ask(): Promise<Opened | undefined> {
    const asking = (this.#asking = Symbol());
    const opened = await this.#open();
    if (this.#asking !== asking) {
      if (opened.ok) opened.track.stop();
      return undefined;
    }
    this.#asking = undefined;
    if (opened.ok) {
      this.track = opened.track;
      opened.track.addEventListener('ended', this.#lost, { once: true });
    }
    return opened;
  }

  get asking(): boolean {
    return this.#asking !== undefined;
  }

  /** `stop()` is what turns the light off; it fires no `ended`. */
  release(): void {
    this.#asking = undefined;
    this.track?.removeEventListener('ended', this.#lost);
    this.track?.stop();
    this.track = undefined;
  }
}
