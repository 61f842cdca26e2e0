import type { FileChannel, Link, LinkListener, LineKind, OpenLink } from '../ports/link.js';
import { type FilesPair, loopbackFiles } from './loopback-files.js';

/** Two links in one page, joined without a network: for tests and for pages that only show. */
export interface Loopback {
  readonly a: OpenLink;
  readonly b: OpenLink;
  /** Breaks the path; messages given meanwhile are lost. */
  cut(left?: boolean): void;
  /** A new connection, as after a redial. */
  join(): void;
}

interface End {
  listener: LinkListener | undefined;
}

export function loopback(): Loopback {
  const ends: { readonly a: End; readonly b: End } = {
    a: { listener: undefined },
    b: { listener: undefined },
  };
  let open = false;
  let files: FilesPair | undefined;

  const both = (tell: (listener: LinkListener) => void): void => {
    for (const { listener } of [ends.a, ends.b]) if (listener) tell(listener);
  };

  const join = (): void => {
    if (open || !ends.a.listener || !ends.b.listener) return;
    open = true;
    files = loopbackFiles();
    both((listener) => listener.linkChanged({ is: 'open', fresh: true }));
  };

  const cut = (left = false): void => {
    if (!open) return;
    open = false;
    files?.close();
    files = undefined;
    both((listener) => listener.linkChanged({ is: 'lost', left }));
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
          if (open) queueMicrotask(() => far.listener?.messageReceived(copy));
        },
        setTrack(kind: LineKind, track) {
          if (open && track) far.listener?.lineReady(kind, track);
          return Promise.resolve();
        },
        sender: () => undefined,
        watch: () => undefined,
        stats: () => Promise.resolve(undefined),
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
  };
}
