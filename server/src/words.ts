/**
 * Why a client is refused or closed: each word with the code that its socket is closed by. Clients are told the
 * word first, in a message of type ERROR: stock PeerJS shows it, but never the code.
 */
export const words = {
  /** No id, no ticket, or not in the shape of one. */
  'bad-request': 4400,
  /** Not signed by the host, or not a ticket that can be used here. */
  'ticket-invalid': 4401,
  'ticket-expired': 4401,
  'ticket-not-yet': 4401,
  /** For somebody else than who asks. */
  'ticket-wrong-id': 4403,
  'ticket-wrong-session': 4403,
  'ticket-wrong-party': 4403,
  /** The same id came again with a valid ticket, such as in another tab: do not come back by yourself. */
  replaced: 4409,
  'session-ended': 4410,
  'server-full': 4429,
  /** Tickets cannot be checked, or ids not be given, just now: come again later. */
  unavailable: 4503,
  /** Too much, or nothing that this server takes. */
  misbehaved: 1008,
  /** The server is going: come again, to another. */
  draining: 1012,
} as const;

export type Word = keyof typeof words;

/** Somebody is not let in; the word is for the client, the reason for the log. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly word: Word;

  constructor(word: Word, reason?: string) {
    super(reason ?? word);
    this.word = word;
  }
}
