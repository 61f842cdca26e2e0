import { type DestinationStream, type Logger, pino } from 'pino';

/**
 * What is logged is said here once, so that it can be looked over: never a message's text, an SDP, a ticket, a
 * secret, a name or a whole address. Ids open no door without a ticket.
 */
export interface Log {
  listening(on: { readonly port: number; readonly tls: boolean }): void;
  joined(who: { sid: string; id: string; party: string; jti: string; address: string }): void;
  refused(what: { word: string; reason: string; address: string }): void;
  closed(who: { sid: string; id: string; code: number; after: number }): void;
  sessionEnded(session: { sid: string }): void;
  ticketGiven(session: { sid: string }): void;
  turnedAway(what: { reason: string; address: string }): void;
  draining(what: { clients: number }): void;
  drained(): void;
  redisAway(error: unknown): void;
  redisBack(what: { places: number }): void;
  trouble(what: string, error: unknown): void;
}

export function logTo(level: string, stream?: DestinationStream): Log {
  const logger: Logger = stream ? pino({ level }, stream) : pino({ level });
  return {
    listening: (on) => logger.info(on, 'listening'),
    joined: (who) => logger.info(who, 'joined'),
    refused: (what) => logger.info(what, 'refused'),
    closed: (who) => logger.info(who, 'closed'),
    sessionEnded: (session) => logger.info(session, 'session ended'),
    ticketGiven: (session) => logger.info(session, 'ticket given'),
    turnedAway: (what) => logger.warn(what, 'turned away'),
    draining: (what) => logger.info(what, 'draining'),
    drained: () => logger.info('drained'),
    redisAway: (error) => logger.error({ error: kindOf(error) }, 'Redis is away'),
    redisBack: (what) => logger.info(what, 'Redis is there'),
    trouble: (what, error) => logger.error({ error: kindOf(error) }, what),
  };
}

// An error's own words may quote what it stumbled over.
function kindOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  return (error as NodeJS.ErrnoException).code ?? error.name;
}
