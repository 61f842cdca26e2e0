import { createHmac } from 'node:crypto';

/** An entry of `iceServers`, as `RTCPeerConnection` takes it. */
export interface TurnCredentials {
  readonly urls: readonly string[];
  readonly username: string;
  readonly credential: string;
}

export interface TurnRequest {
  /** coturn's `static-auth-secret`. */
  readonly secret: string;
  /** Who they are for: coturn counts its quotas by it. */
  readonly peer: string;
  /** Seconds they are taken for; a call that lasts longer needs new ones in time. */
  readonly ttl?: number;
  /** `turn:turn.example.com:3478`, `turns:…`. */
  readonly urls: readonly string[];
}

/** Credentials that end by themselves, as coturn's `use-auth-secret` takes them. */
export function turnCredentials({ secret, peer, ttl = 600, urls }: TurnRequest): TurnCredentials {
  if (!secret) throw new TypeError('TURN credentials need the secret that coturn has.');
  if (!(ttl > 0)) throw new RangeError('ttl has to be more than 0 seconds.');
  const username = `${Math.floor(Date.now() / 1000 + ttl)}:${peer}`;
  // What coturn asks for; SHA-1 inside an HMAC is not broken.
  const credential = createHmac('sha1', secret).update(username).digest('base64');
  return { urls: [...urls], username, credential };
}
