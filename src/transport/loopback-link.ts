import type { FileChannel, Link, LinkListener, LineKind, OpenLink } from '../ports/link.js';
import { type FilesPair, loopbackFiles } from './loopback-files.js';

/** Two links in one page, joined without a network: for tests and for pages that only show. */
export interface Loopback {
  readonly a: OpenLink;
  readonly b: OpenLink;
  /** The connection is no more; messages given meanwhile are lost. */
  cut(left?: boolean): void;
  /** A new connection, as after a redial. */
  join(): void;
  /** Nothing comes through any more, and the connection stays; messages given meanwhile are lost. */
  silence(): void;
  /** The same connection carries again. */
  hearAgain(): void;
}

interface End {
  listener: LinkListener | undefined;
}

export function loopback(): Loopback {
  const ends: { readonly a: End; readonly b: End } = {
    a: { listener: undefined },
    b: { listener: undefined },
  };
  let state: 'none' | 'silent' | 'open' = 'none';
  let files: FilesPair | undefined;

  const both = (tell: (listener: LinkListener) => void): void => {
    for (const { listener } of [ends.a, ends.b]) if (listener) tell(listener);
  };

  const join = (): void => {
    if (state === 'open' || !ends.a.listener || !ends.b.listener) return;
    state = 'open';
    files?.close();
    files = loopbackFiles();
    both((listener) => listener.linkChanged({ is: 'open', fresh: true }));
  };

  const cut = (left = false): void => {
    if (state === 'none') return;
    // Who hears nothing any more knows already, and learns at most that the far side has left.
    const told = state === 'silent' && !left;
    state = 'none';
    files?.close();
    files = undefined;
    if (!told) both((listener) => listener.linkChanged({ is: 'lost', left }));
  };

  const silence = (): void => {
    if (state !== 'open') return;
    state = 'silent';
    files?.hold(true);
    both((listener) => listener.linkChanged({ is: 'lost', left: false }));
  };

  const hearAgain = (): void => {
    if (state !== 'silent') return;
    state = 'open';
    files?.hold(false);
    both((listener) => listener.linkChanged({ is: 'open', fresh: false }));
  };

  const opener =
    (own: End, far: End, filesOf: (pair: FilesPair) => FileChannel): OpenLink =>
    (_config, listener): Link => {
      own.listener = listener;
      // As over a network, nothing happens before the caller has its link in hand.
      queueMicrotask(() => (far.listener ? join() : listener.linkChanged({ is: 'waiting' })));
      return {
        get files() {
          return files && filesOf(files);
        },
        send(message) {
          const copy: unknown = JSON.parse(JSON.stringify(message));
          if (state === 'open') queueMicrotask(() => far.listener?.messageReceived(copy));
        },
        setTrack(kind: LineKind, track) {
          if (state !== 'none' && track) far.listener?.lineReady(kind, track);
          return Promise.resolve();
        },
        sender: () => undefined,
        watch: () => undefined,
        stats: () => Promise.resolve(undefined),
        unbrokenSince: () => true,
        renew: () => undefined,
        close() {
          if (own.listener !== listener) return;
          own.listener = undefined;
          cut(true);
        },
      };
    };

  return {
    a: opener(ends.a, ends.b, ({ a }) => a),
    b: opener(ends.b, ends.a, ({ b }) => b),
    cut,
    join,
    silence,
    hearAgain,
  };
}
