import type { SessionSettings } from './session.js';
import type { SessionSnapshot } from './snapshot.js';

/** What the host's settings alone say of this side. */
export function settled(
  { party, name }: SessionSettings,
  { own }: SessionSnapshot,
): Pick<SessionSnapshot, 'party' | 'own'> {
  return { party: party === 'agent' ? 'agent' : 'visitor', own: { ...own, name } };
}
