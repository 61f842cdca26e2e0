import type { LinkFailure } from '../ports/link.js';

/** What becomes of a registration that the server has refused, or ended. */
export interface Verdict {
  /** Missing: there is nothing to say. */
  readonly failure?: LinkFailure;
  /** `renew`: by another ticket; `later`: not soon; `never`: not by itself. */
  readonly next: 'soon' | 'later' | 'renew' | 'never';
}

const notLetIn: Verdict = { failure: 'not-let-in', next: 'never' };
const busy: Verdict = { failure: 'server-busy', next: 'later' };

/** By the words of visavis-server: server/README.md has them all. */
const verdicts: Readonly<Record<string, Verdict>> = {
  'bad-request': notLetIn,
  'ticket-invalid': notLetIn,
  'ticket-not-yet': notLetIn,
  'ticket-wrong-id': notLetIn,
  'ticket-wrong-session': notLetIn,
  'ticket-wrong-party': notLetIn,
  'ticket-expired': { next: 'renew' },
  replaced: { failure: 'open-elsewhere', next: 'never' },
  'session-ended': { failure: 'session-ended', next: 'never' },
  'server-full': busy,
  unavailable: busy,
  draining: { next: 'soon' },
};

/** What PeerJS tells of a server, by the type of its error and the word; any other is one that cannot be reached. */
export const verdictOf = (type: string, word: string): Verdict =>
  (type === 'server-error' && Object.hasOwn(verdicts, word) && verdicts[word]) || {
    failure: 'server-unreachable',
    next: 'soon',
  };
