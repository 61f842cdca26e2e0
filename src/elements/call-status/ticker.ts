import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Renders its host once a second while `counting` says so. */
export class Ticker implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #counting: () => boolean;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(host: ReactiveControllerHost, counting: () => boolean) {
    this.#host = host;
    this.#counting = counting;
    host.addController(this);
  }

  /** Milliseconds since the epoch. */
  get now(): number {
    return Date.now();
  }

  hostUpdated(): void {
    if (!this.#counting()) this.#stop();
    else this.#timer ??= setInterval(() => this.#host.requestUpdate(), 1000);
  }

  hostDisconnected(): void {
    this.#stop();
  }

  #stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }
}
