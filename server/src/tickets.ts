import type { webcrypto } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import {
  createLocalJWKSet,
  createRemoteJWKSet,
  decodeProtectedHeader,
  errors,
  type JSONWebKeySet,
  type JWTPayload,
  type JWTVerifyGetKey,
  jwtVerify,
  SignJWT,
} from 'jose';
import { isPeerId, isSessionId, type Party, type Place } from './shape.js';
import { Refusal } from './words.js';

/** Seconds that a ticket may be valid for: it gates joining, not staying. */
export const longestTicket = 600;

/** Milliseconds that a session's end has to be known: beyond any ticket's, with room for clocks that differ. */
export const endsAreKept = (longestTicket + 120) * 1000;

// Shorter than the digest, a secret can be guessed from one ticket.
const shortestSecret = 32;

// With its claims a ticket has some 400 bytes; what is longer is not read.
const longestText = 4096;

const parties: readonly unknown[] = ['agent', 'visitor'] satisfies Party[];

/** The right of one party to join one session under one id, as its host has signed it. */
export interface Ticket extends Place {
  readonly party: Party;
  /** Tells one ticket from another, in the log. */
  readonly jti: string;
}

export interface TicketKeys {
  /** For HS256; at least 32 bytes. */
  readonly secret?: string;
  /** For EdDSA: where the host's public keys are, as an address or a file. */
  readonly jwks?: string;
  /** Seconds that the host's clock may be off by. */
  readonly leeway?: number;
}

/** What `signTicket()` signs. */
export interface TicketClaims {
  /** The peer's id. */
  readonly sub: string;
  /** The session's id. */
  readonly sid: string;
  readonly party: Party;
  /** For the far side, as are the features: this server opens no door by them. */
  readonly name?: string;
  /** The administrator's policy: `{ voip: true, video: false }`. */
  readonly features?: Readonly<Record<string, boolean>>;
  /** Seconds until it expires; 300 unless said, 600 at most. */
  readonly ttl?: number;
}

/** Signs a ticket with the secret that the server knows (HS256). */
export async function signTicket(claims: TicketClaims, secret: string): Promise<string> {
  const { sub, ttl = 300, ...others } = claims;
  if (!isPeerId(sub))
    throw new TypeError('sub has to be a peer id: letters, digits, single dashes.');
  if (!isSessionId(others.sid)) throw new TypeError('sid has to be letters, digits and _ . ~ : -');
  if (!parties.includes(others.party)) throw new TypeError('party is agent or visitor.');
  if (!(ttl > 0 && ttl <= longestTicket)) {
    throw new RangeError(`ttl is more than 0 and at most ${longestTicket} seconds.`);
  }
  return sign({ ...others, sub }, ttl, secret);
}

/** Signs the host's order to end a session: `DELETE <path>/sessions/<sid>` takes it as its bearer token. */
export async function signEnd(sid: string, secret: string): Promise<string> {
  if (!isSessionId(sid)) throw new TypeError('sid has to be letters, digits and _ . ~ : -');
  return sign({ sid, scope: 'end-session' }, 60, secret);
}

/**
 * Signs the host's leave for an agent to sign in at the waiting room: `POST <path>/waiting-room` takes it as its bearer
 * token for `ttl` seconds: a day's work, unless said.
 */
export async function signAgent(id: string, secret: string, ttl = 43_200): Promise<string> {
  if (!isPeerId(id)) throw new TypeError('The agent has to be letters, digits, single dashes.');
  if (!(ttl > 0 && ttl <= 86_400)) {
    throw new RangeError('ttl is more than 0 and at most 86400 seconds.');
  }
  return sign({ sub: id, scope: 'agent' }, ttl, secret);
}

function sign(claims: JWTPayload, ttl: number, secret: string): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  return new SignJWT(claims)
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setIssuedAt(now)
    .setExpirationTime(now + Math.ceil(ttl))
    .setJti(crypto.randomUUID())
    .sign(keyOf(secret));
}

function keyOf(secret: string): Uint8Array<ArrayBuffer> {
  const key = new TextEncoder().encode(secret);
  if (key.length < shortestSecret) {
    throw new RangeError(`The secret has to have at least ${shortestSecret} bytes.`);
  }
  return key;
}

/** Reads tickets; what it does not take, it refuses with a word of the closed set. */
export class TicketOffice {
  readonly #leeway: number;
  readonly #secret: webcrypto.CryptoKey | undefined;
  readonly #jwks: JWTVerifyGetKey | undefined;

  private constructor(leeway: number, secret?: webcrypto.CryptoKey, jwks?: JWTVerifyGetKey) {
    this.#leeway = leeway;
    this.#secret = secret;
    this.#jwks = jwks;
  }

  static async open({ secret, jwks, leeway = 10 }: TicketKeys): Promise<TicketOffice> {
    if (!secret && !jwks) throw new TypeError('Tickets need a secret or a jwks.');
    return new TicketOffice(
      leeway,
      secret ? await verifying(keyOf(secret)) : undefined,
      jwks ? await keysOf(jwks) : undefined,
    );
  }

  /** The ticket, if it lets `id` in; a Refusal if not. `sid`: the session that the client names, if it names one. */
  async read(text: string, id: string, sid?: string): Promise<Ticket> {
    const claims = await this.#verify(text);
    const { exp = Infinity, jti, party, sub } = claims;
    if (exp > Date.now() / 1000 + longestTicket + this.#leeway) {
      throw new Refusal('ticket-invalid', 'It is valid for too long.');
    }
    if (!isPeerId(sub) || !isSessionId(claims.sid) || typeof jti !== 'string' || jti.length > 128) {
      throw new Refusal('ticket-invalid', 'It lacks sub, sid or jti.');
    }
    if (!parties.includes(party)) {
      throw new Refusal('ticket-wrong-party', 'Its party is neither agent nor visitor.');
    }
    if (sub !== id) throw new Refusal('ticket-wrong-id');
    if (sid !== undefined && sid !== claims.sid) throw new Refusal('ticket-wrong-session');
    return { sid: claims.sid, id, jti, party: party as Party };
  }

  /** Whether this is the host's order to end that session. */
  async ends(text: string, sid: string): Promise<boolean> {
    try {
      const claims = await this.#verify(text);
      return claims.scope === 'end-session' && claims.sid === sid;
    } catch {
      return false;
    }
  }

  /** The agent whom the host lets sign in by this; undefined when it is no such order. */
  async agentBy(text: string): Promise<string | undefined> {
    try {
      const { scope, sub } = await this.#verify(text);
      return scope === 'agent' && isPeerId(sub) ? sub : undefined;
    } catch {
      return undefined;
    }
  }

  async #verify(text: string): Promise<JWTPayload> {
    if (text.length > longestText) throw new Refusal('ticket-invalid', 'It is too long.');
    try {
      const { payload } = await this.#checked(text);
      const early = (payload.iat ?? 0) > Date.now() / 1000 + this.#leeway;
      if (early) throw new Refusal('ticket-not-yet');
      return payload;
    } catch (error) {
      throw refusalOf(error);
    }
  }

  /** Each kind of key takes its own algorithm: a public key is never taken for a secret. */
  #checked(text: string) {
    const options = { clockTolerance: this.#leeway, requiredClaims: ['exp'] };
    const alg = algorithmOf(text);
    if (alg === 'HS256' && this.#secret) {
      return jwtVerify(text, this.#secret, { ...options, algorithms: ['HS256'] });
    }
    if ((alg === 'EdDSA' || alg === 'Ed25519') && this.#jwks) {
      return jwtVerify(text, this.#jwks, { ...options, algorithms: ['EdDSA', 'Ed25519'] });
    }
    throw new Refusal('ticket-invalid', 'It is signed in a way that is not taken here.');
  }
}

/** Once for all tickets: jose would make one for each. */
const verifying = (secret: Uint8Array<ArrayBuffer>): Promise<webcrypto.CryptoKey> =>
  crypto.subtle.importKey('raw', secret, { name: 'HMAC', hash: 'SHA-256' }, false, ['verify']);

function algorithmOf(text: string): string | undefined {
  try {
    return decodeProtectedHeader(text).alg;
  } catch {
    throw new Refusal('ticket-invalid', 'It is no JWT.');
  }
}

async function keysOf(jwks: string): Promise<JWTVerifyGetKey> {
  if (/^https?:/.test(jwks)) return createRemoteJWKSet(new URL(jwks));
  return createLocalJWKSet(JSON.parse(await readFile(jwks, 'utf8')) as JSONWebKeySet);
}

const theirs = [
  errors.JWTInvalid,
  errors.JWSInvalid,
  errors.JWSSignatureVerificationFailed,
  errors.JWKSNoMatchingKey,
  errors.JWKSMultipleMatchingKeys,
  errors.JWKInvalid,
  errors.JOSEAlgNotAllowed,
  errors.JOSENotSupported,
];

function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  if (error instanceof errors.JWTExpired) return new Refusal('ticket-expired');
  if (error instanceof errors.JWTClaimValidationFailed) {
    const early = error.claim === 'nbf' && error.reason === 'check_failed';
    return new Refusal(early ? 'ticket-not-yet' : 'ticket-invalid', error.message);
  }
  const kind = theirs.find((one) => error instanceof one);
  // What is left is the server's own trouble, such as keys that cannot be fetched.
  return kind
    ? new Refusal('ticket-invalid', kind.code)
    : new Refusal('unavailable', 'Tickets cannot be checked.');
}
