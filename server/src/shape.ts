// What the wire and tickets have in common.

export type Party = 'agent' | 'visitor';

/** A place in a session: ids mean nothing outside theirs. */
export interface Place {
  readonly sid: string;
  readonly id: string;
}

// PeerJS refuses any other on its own side.
const peerId = /^[A-Za-z0-9]+(?:[ _-][A-Za-z0-9]+)*$/;
// No braces: a session's keys in Redis are held together by them.
const sessionId = /^[A-Za-z0-9_.~:-]+$/;

const longest = 128;

export const isPeerId = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= longest && peerId.test(value);

export const isSessionId = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= longest && sessionId.test(value);

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
