import { createHmac } from 'node:crypto';
import { secret, ticketFor } from './serving.mjs';

const encoded = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A ticket with any claims at all, signed right unless said otherwise. */
export function forged(claims, { alg = 'HS256', key = secret } = {}) {
  const now = Math.floor(Date.now() / 1000);
  const whole = {
    sub: 'anna',
    sid: 'chat',
    party: 'agent',
    jti: 'one',
    iat: now,
    exp: now + 300,
    ...claims,
  };
  const head = `${encoded({ alg, typ: 'JWT' })}.${encoded(whole)}`;
  const signature =
    alg === 'none' ? '' : createHmac('sha256', key).update(head).digest('base64url');
  return `${head}.${signature}`;
}

const inSeconds = (seconds) => Math.floor(Date.now() / 1000) + seconds;

/** Tickets that must not let that id into `chat`: name, the word for it, the ticket. */
export const badTickets = async (sub = 'anna') => [
  ['no ticket', 'bad-request', ''],
  ['junk', 'ticket-invalid', 'junk'],
  ['too long', 'ticket-invalid', forged({ sub, name: 'x'.repeat(4000) })],
  ['expired', 'ticket-expired', forged({ sub, exp: inSeconds(-60), iat: inSeconds(-120) })],
  ['from the future', 'ticket-not-yet', forged({ sub, iat: inSeconds(120), exp: inSeconds(240) })],
  ['not before later', 'ticket-not-yet', forged({ sub, nbf: inSeconds(120) })],
  ['tampered', 'ticket-invalid', await tampered(sub)],
  ['unsigned (alg none)', 'ticket-invalid', forged({ sub }, { alg: 'none' })],
  ['of another key', 'ticket-invalid', forged({ sub }, { key: 'x'.repeat(32) })],
  ['valid for a day', 'ticket-invalid', forged({ sub, exp: inSeconds(86_400) })],
  ['without an end', 'ticket-invalid', forged({ sub, exp: undefined })],
  ['without a jti', 'ticket-invalid', forged({ sub, jti: undefined })],
  ['with an endless jti', 'ticket-invalid', forged({ sub, jti: 'x'.repeat(129) })],
  ['without a session', 'ticket-invalid', forged({ sub, sid: undefined })],
  ['with a strange session', 'ticket-invalid', forged({ sub, sid: 'a{b}' })],
  ['of no party', 'ticket-wrong-party', forged({ sub, party: 'owner' })],
  ['for another id', 'ticket-wrong-id', await ticketFor({ id: 'bob' })],
];

/** Somebody has put another id into a real ticket. */
async function tampered(sub) {
  const [head, claims, signature] = (await ticketFor({ id: 'bob' })).split('.');
  const changed = { ...JSON.parse(Buffer.from(claims, 'base64url').toString()), sub };
  return [head, encoded(changed), signature].join('.');
}
