import type { CallState } from '../../call/call-state.js';
import type { CallBody } from '../../chat/entry.js';
import { inCall, type SessionSnapshot } from '../snapshot.js';

// Why a call that never began was none: it was rung, and nobody spoke.
const missed = new Set(['no-answer', 'cancelled', 'declined', 'busy']);

const nameOf = ({ ids }: Pick<CallState, 'ids'>): string => [...ids].sort()[0] ?? '';

type Line = Omit<CallBody, 'type'>;

/** Writes down what changes in this side's call: its own acts, and what nobody did. */
export class CallLines {
  readonly #write: (line: CallBody) => void;
  #now: SessionSnapshot;
  #then: SessionSnapshot;
  #due = false;

  constructor(session: SessionSnapshot, write: (line: CallBody) => void) {
    this.#now = this.#then = session;
    this.#write = write;
  }

  changed(session: SessionSnapshot): void {
    this.#now = session;
    if (this.#due) return;
    this.#due = true;
    // After all that belongs to one moment: a camera goes off because the call is over, and just before it.
    queueMicrotask(() => {
      const lines = linesOf(this.#now, this.#then);
      this.#due = false;
      this.#then = this.#now;
      for (const line of lines) this.#write({ type: 'call', ...line });
    });
  }
}

function linesOf(now: SessionSnapshot, then: SessionSnapshot): readonly Line[] {
  const [on, was] = [inCall(now.call), inCall(then.call)];
  const { lastEnd } = now.call;
  // What comes up reconnecting had begun before this page did.
  if (on && !was)
    return now.call.phase === 'active' && now.call.caller === 'self'
      ? [{ what: 'started', call: nameOf(now.call) }]
      : [];
  if (now.call.phase === 'idle' && then.call.phase !== 'idle' && lastEnd) {
    const call = nameOf(lastEnd);
    // Both tell of an end that nobody wanted: one of them may not come back.
    if (was && lastEnd.by !== 'far') return [{ what: 'ended', call, duration: lastEnd.duration }];
    const rang = then.call.rung && lastEnd.caller === 'self' && missed.has(lastEnd.reason);
    return !was && rang ? [{ what: 'missed', call }] : [];
  }
  const camera = now.own.picture !== undefined;
  if (!on || camera === (then.own.picture !== undefined)) return [];
  return [{ what: camera ? 'camera-on' : 'camera-off', call: nameOf(now.call) }];
}
