import { AsyncDirective } from 'lit/async-directive.js';
import { directive } from 'lit/directive.js';

// Milliseconds. Longer than moving an element takes, or than a browser needs to begin saving.
const keptFor = 1000;

interface Held {
  readonly url: string;
  users: number;
}

const held = new WeakMap<Blob, Held>();

function hold(blob: Blob): string {
  const there = held.get(blob) ?? { url: URL.createObjectURL(blob), users: 0 };
  there.users += 1;
  held.set(blob, there);
  return there.url;
}

/** An address keeps its blob in memory for as long as the page lives, unless it is given back. */
function release(blob: Blob): void {
  setTimeout(() => {
    const there = held.get(blob);
    if (!there || (there.users -= 1) > 0) return;
    held.delete(blob);
    URL.revokeObjectURL(there.url);
  }, keptFor);
}

class BlobUrlDirective extends AsyncDirective {
  #blob: Blob | undefined;

  render(blob: Blob): string {
    if (blob === this.#blob && this.isConnected) return held.get(blob)?.url ?? '';
    const url = hold(blob);
    if (this.#blob) release(this.#blob);
    this.#blob = blob;
    return url;
  }

  protected override disconnected(): void {
    if (this.#blob) release(this.#blob);
  }

  protected override reconnected(): void {
    if (this.#blob) this.setValue(hold(this.#blob));
  }
}

/** The address of a blob, the same for all who show it, for as long as one of them does. */
export const blobUrl = directive(BlobUrlDirective);
