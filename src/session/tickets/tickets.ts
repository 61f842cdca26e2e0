import type { Clock } from '../../ports/clock.js';
import type { LinkFailure } from '../../ports/link.js';
import type { SessionSettings } from '../session.js';
import type { QueuePlace } from '../snapshot.js';
import { type AskForTicket, type Asker, askForTicket, NoTicket } from './ask-for-ticket.js';
import type { TicketAnswer, WaitingAnswer } from './ticket-answer.js';
import { forgetVisit, visitOf } from './visit.js';

// A ticket is replaced when so much of its life is over: that leaves time for more than one try.
const renewAt = 0.7;
// Milliseconds. Servers take none that lives longer; and a host is asked no oftener than that.
const longestLife = 600_000;
const shortestWait = 5000;
const answerWithin = 10_000;
// Between tries: twice as long each time.
const firstPause = 1000;
const longestPause = 60_000;
const longestWhenMissed = 15_000;
// Tickets that are expired when they come, one after the other, before that is said.
const expiredAtMost = 3;
// Characters, as many as the far side is told of a name.
const longestName = 200;

export interface TicketHolder {
  /** What the host's page says, with what its ticket says; `fresh`: the ticket has just come. */
  use(settings: SessionSettings, fresh: boolean): void;
  /** A ticket is on its way, and nothing can be done without it. */
  connecting(): void;
  /** Nobody is free for it yet: it is asked again by itself. */
  waiting(queue: QueuePlace): void;
  failed(failure: LinkFailure, detail: string): void;
  /** Whether there is a chat that a ticket is of use for. */
  inChat(): boolean;
}

/** Keeps a ticket of the host's at hand, and puts what it says in the place of what the page says. */
export class Tickets {
  readonly #holder: TicketHolder;
  readonly #clock: Clock;
  readonly #ask: AskForTicket;
  #settings: SessionSettings | undefined;
  #answer: TicketAnswer | undefined;
  #asking: Promise<boolean> | undefined;
  #stop = new AbortController();
  #callOff = (): void => undefined;
  #failures = 0;
  #waits = false;
  /** Somebody waits for the next one: its absence is said. */
  #missed = true;
  /** The server has taken it for expired. */
  #refused = '';
  #refusals = 0;
  #refusedAt = -Infinity;

  constructor(holder: TicketHolder, clock: Clock, ask: AskForTicket = askForTicket) {
    this.#holder = holder;
    this.#clock = clock;
    this.#ask = ask;
    addEventListener('online', this.#online);
  }

  configure(settings: SessionSettings): void {
    const before = this.#settings;
    this.#settings = settings;
    if (before?.tokenUrl !== settings.tokenUrl || before?.party !== settings.party) this.#begin();
    this.#use();
  }

  /** Asks for a new one at once, for a person who waits; false when there is none. */
  now(): Promise<boolean> {
    this.#missed = true;
    this.#refusals = 0;
    return this.#renew();
  }

  /** The server takes the one at hand no more. */
  expired(): void {
    const now = this.#clock.now();
    if (now - this.#refusedAt > longestPause) this.#refusals = 0;
    this.#refusedAt = now;
    this.#refused = this.#answer?.ticket ?? '';
    this.#missed = true;
    this.#refusals += 1;
    if (this.#refusals > expiredAtMost)
      this.#holder.failed('no-ticket', 'The server takes each new ticket for expired.');
    if (this.#refusals === 1) void this.#renew();
    else this.#in(pause(this.#refusals, longestWhenMissed));
  }

  /** The chat is over: the next one is asked for as by another visitor. */
  left(): void {
    forgetVisit(this.#settings?.tokenUrl ?? '');
  }

  close(): void {
    removeEventListener('online', this.#online);
    this.#begin();
    this.#settings = undefined;
  }

  #begin(): void {
    this.#callOff();
    this.#stop.abort();
    this.#asking = this.#answer = undefined;
    this.#failures = 0;
    this.#waits = false;
    this.#missed = true;
  }

  /** Without an answer there is nobody to connect to yet. */
  #use(fresh = false): void {
    const [settings, answer] = [this.#settings, this.#answer];
    if (!settings) return;
    if (answer) return this.#holder.use(merged(settings, answer), fresh);
    this.#holder.use({ ...settings, remoteId: '' }, false);
    if (this.#asking || this.#waits || this.#failures > 0) return;
    this.#holder.connecting();
    void this.#renew();
  }

  #renew(): Promise<boolean> {
    this.#callOff();
    return (this.#asking ??= this.#askHost());
  }

  async #askHost(): Promise<boolean> {
    const { tokenUrl = '' } = this.#settings ?? {};
    const stop = (this.#stop = new AbortController());
    const giveUp = this.#clock.after(answerWithin, () => stop.abort());
    const late = new Promise<never>((_, fail) =>
      stop.signal.addEventListener('abort', () =>
        fail(new NoTicket('server-unreachable', `POST ${tokenUrl} had no answer.`)),
      ),
    );
    try {
      const asked = this.#ask(tokenUrl, askerOf(this.#settings), stop.signal);
      const heard = await Promise.race([asked, late]);
      if (this.#stop !== stop) return false;
      if ('waiting' in heard) return this.#told(heard);
      const { answer, life } = heard;
      if (answer.ticket === this.#refused)
        throw new NoTicket('no-ticket', '`ticket` is once more the one that has expired.');
      this.#came(answer, life);
      return true;
    } catch (error) {
      if (this.#stop === stop && this.#settings) this.#failed(error);
      return false;
    } finally {
      giveUp();
    }
  }

  #came(answer: TicketAnswer, life: number): void {
    this.#asking = undefined;
    this.#failures = 0;
    this.#waits = this.#missed = false;
    this.#answer = answer;
    this.#in(Math.max(shortestWait, renewAt * Math.min(life, longestLife)));
    this.#use(true);
  }

  /** There is none yet. Who is in a chat goes on with that one, whatever has become of its place at the host. */
  #told({ again, waiting }: WaitingAnswer): false {
    this.#asking = undefined;
    this.#failures = 0;
    this.#waits = true;
    this.#in(this.#missed ? again * 1000 : longestPause);
    if (this.#missed) this.#holder.waiting(waiting);
    return false;
  }

  /** With one at hand, nobody misses the next one yet. */
  #failed(error: unknown): void {
    this.#asking = undefined;
    this.#failures += 1;
    const { failure, message } =
      error instanceof NoTicket ? error : new NoTicket('server-unreachable', String(error));
    const final = failure === 'not-let-in' || failure === 'session-ended';
    if (!final || !this.#missed)
      this.#in(pause(this.#failures, this.#missed ? longestWhenMissed : longestPause));
    if (this.#missed) this.#holder.failed(failure, message);
  }

  #in(milliseconds: number): void {
    this.#callOff();
    this.#callOff = this.#clock.after(milliseconds, () => {
      // After the end of a chat, the next one asks by itself; who has no far side yet waits for one.
      if (!this.#answer?.remote || this.#holder.inChat()) void this.#renew();
    });
  }

  readonly #online = (): void => {
    if (this.#settings) this.#in(0);
  };
}

/** Agents are known to their host: of a visitor it may know no more than this. */
function askerOf(settings: SessionSettings | undefined): Asker {
  const { name = '', party = '', tokenUrl = '' } = settings ?? {};
  if (party !== 'visitor') return { party };
  return { party, name: name.slice(0, longestName) || undefined, visit: visitOf(tokenUrl) };
}

const pause = (tries: number, longest: number): number =>
  Math.min(longest, firstPause * 2 ** (tries - 1)) * (0.5 + Math.random() / 2);

function merged(settings: SessionSettings, answer: TicketAnswer): SessionSettings {
  const { iceServers = settings.iceServers, peer, remote = '', ticket, video, voip } = answer;
  return {
    ...settings,
    iceServers,
    peerId: peer,
    remoteId: remote,
    token: ticket,
    video: settings.video && video,
    voip: settings.voip && voip,
  };
}
