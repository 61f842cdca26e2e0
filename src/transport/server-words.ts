import type { LinkFailure } from '../ports/link.js';

/** What becomes of a registration that the server has refused, or ended. */
export interface Verdict {
  /** Missing: there is nothing to say. */
  readonly failure?: LinkFailure;
  /** `renew`: by another ticket; `later`: not soon; `never`: not by itself. */
  readonly next: 'soon' | 'later' | 'renew' | 'never';
}

/** By the words of visavis-server: server/README.md has them all. Any other server is one that cannot be reached. */
export function verdictOf(type: string, word: string): Verdict {
  switch (type === 'server-error' && word) {
    case 'ticket-expired':
      return { next: 'renew' };
    case 'replaced':
      return { failure: 'open-elsewhere', next: 'never' };
    case 'session-ended':
      return { failure: 'session-ended', next: 'never' };
    case 'server-full':
    case 'unavailable':
      return { failure: 'server-busy', next: 'later' };
    case 'draining':
      return { next: 'soon' };
  }
  return type === 'server-error' && /^(bad-request$|ticket-)/.test(word)
    ? { failure: 'not-let-in', next: 'never' }
    : { failure: 'server-unreachable', next: 'soon' };
}
