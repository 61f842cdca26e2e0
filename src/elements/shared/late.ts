import type { ReactiveControllerHost } from 'lit';
import { isServer } from '../../context/served.js';
import { importAgain } from '../../wire/import-again.js';
import { notLoaded, warnOnce } from '../../session/warn-once.js';

// Milliseconds until it is asked for again.
const retryWait = 4000;

/** A module that is loaded when it is first needed; whoever waits for it renders again when it is here. */
export class Late<Module> {
  readonly #import: () => Promise<Module>;
  readonly #waiting = new Set<ReactiveControllerHost>();
  #module: Module | undefined;
  /** The last try came to nothing; the next one follows by itself. */
  failed = false;
  /** Settles when the try that is under way has ended. */
  settled: Promise<void> | undefined;

  constructor(importIt: () => Promise<Module>) {
    this.#import = importIt;
  }

  /** The module; undefined as long as it is on its way. */
  for(host: ReactiveControllerHost): Module | undefined {
    if (this.#module || isServer) return this.#module;
    this.#waiting.add(host);
    this.settled ??= this.#load();
    return undefined;
  }

  async #load(): Promise<void> {
    try {
      this.#module = await importAgain(this.#import);
      this.failed = false;
    } catch (error) {
      // The session says the very same of a file that it waits for too.
      warnOnce(`server-unreachable: ${notLoaded(error)}`);
      this.failed = true;
      setTimeout(() => {
        this.settled = this.#load();
      }, retryWait);
    }
    for (const host of this.#waiting) host.requestUpdate();
    if (this.#module) this.#waiting.clear();
  }
}
