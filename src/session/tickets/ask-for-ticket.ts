import type { LinkFailure } from '../../ports/link.js';
import {
  readTicketAnswer,
  readWaitingAnswer,
  type TicketAnswer,
  type WaitingAnswer,
  WrongAnswer,
} from './ticket-answer.js';

/** Why there is no ticket: in words for the developer, and by what the person is told. */
export class NoTicket extends Error {
  override readonly name = 'NoTicket';
  readonly failure: LinkFailure;

  constructor(failure: LinkFailure, message: string) {
    super(message);
    this.failure = failure;
  }
}

export interface Ticket {
  readonly answer: TicketAnswer;
  /** Milliseconds. */
  readonly life: number;
}

/** Who asks, as the host hears it. */
export interface Asker {
  readonly party: string;
  /** A visitor's: for the agents, before there is a chat. */
  readonly name?: string | undefined;
  /** A visitor's: a secret that tells one from another, and that one has after a reload too. */
  readonly visit?: string;
}

export type AskForTicket = (
  url: string,
  asker: Asker,
  signal: AbortSignal,
) => Promise<Ticket | WaitingAnswer>;

/** Asks the host for a ticket, and hears whether it has to wait; rejects with a `NoTicket`. */
export const askForTicket: AskForTicket = async (url, asker, signal) => {
  const asked = `POST ${url}`;
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
    body: JSON.stringify(asker),
    cache: 'no-store',
    signal,
  }).catch((error: unknown) => {
    throw new NoTicket('server-unreachable', `${asked} had no answer: ${String(error)}.`);
  });
  const { redirected, status } = response;
  const refused = failureOf(status);
  if (refused) throw new NoTicket(refused, `${asked} answered ${status}.`);
  let data: unknown;
  try {
    data = await response.json();
  } catch {
    // Who is signed out is often led to the page for signing in.
    throw new NoTicket(redirected ? 'not-let-in' : 'no-ticket', `${asked} answered no JSON.`);
  }
  try {
    if (status === 202) return readWaitingAnswer(data);
    const answer = readTicketAnswer(data);
    return { answer, life: answer.expiresAt * 1000 - hostTime(response) };
  } catch (error) {
    if (!(error instanceof WrongAnswer)) throw error;
    throw new NoTicket('no-ticket', `${asked} answered what is no ticket: ${error.message}.`);
  }
};

function failureOf(status: number): LinkFailure | undefined {
  if (status >= 200 && status < 300) return undefined;
  if (status === 401 || status === 403) return 'not-let-in';
  if (status === 410) return 'session-ended';
  return status >= 500 || status === 408 || status === 429 ? 'server-busy' : 'no-ticket';
}

/** By the host's clock where it shows it: this machine's may be off by more than a ticket's life. */
function hostTime({ headers }: Response): number {
  return Date.parse(headers.get('Date') ?? '') || Date.now();
}
