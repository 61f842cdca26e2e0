import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { isServer } from '../../context/served.js';

/** Whether somebody looks at this page: it is visible, and has the focus. */
export class InFront implements ReactiveController {
  readonly #changed: (inFront: boolean) => void;
  #listening: AbortController | undefined;
  #was = false;

  constructor(host: ReactiveControllerHost, changed: (inFront: boolean) => void) {
    this.#changed = changed;
    host.addController(this);
  }

  get now(): boolean {
    return !isServer && document.visibilityState === 'visible' && document.hasFocus();
  }

  hostConnected(): void {
    if (isServer) return;
    this.#was = this.now;
    const { signal } = (this.#listening = new AbortController());
    for (const type of ['focus', 'blur'])
      window.addEventListener(type, () => this.#look(), { signal });
    document.addEventListener('visibilitychange', () => this.#look(), { signal });
  }

  hostDisconnected(): void {
    this.#listening?.abort();
  }

  #look(): void {
    const { now } = this;
    if (now === this.#was) return;
    this.#was = now;
    this.#changed(now);
  }
}
