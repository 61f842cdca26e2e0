import type { Session } from '../../session/session.js';
import { maySound, playNotes } from '../shared/notes.js';

// Milliseconds without a message after which the next one is heard again.
const rest = 4000;
const notes = [
  { at: 0, pitch: 783.99 },
  { at: 0.11, pitch: 1046.5 },
] as const;
const sound = { length: 0.24, loudness: 0.1 } as const;

// Of the whole page: two transcripts of one session make one sound. Two tabs cannot: one alone has the link.
const lastCame = new WeakMap<Session, number>();

/** A message has come while nobody looked: a short sound, once for all that come close together. */
export function hearMessage(session: Session): void {
  const now = performance.now();
  const quiet = now - (lastCame.get(session) ?? -Infinity) > rest;
  lastCame.set(session, now);
  if (!quiet || !maySound()) return;
  const context = new AudioContext();
  void playNotes(context, notes, sound).finally(() => void context.close());
}
