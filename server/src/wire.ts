import { isPeerId, isRecord } from './shape.js';
import { type Word, words } from './words.js';

// PeerServer's protocol, as stock PeerJS 1.5.5 speaks it: JSON in text frames.

/** What clients may send on; they never send LEAVE, EXPIRE or OPEN, which make the far side hang up or give up. */
export type Relayed = 'OFFER' | 'ANSWER' | 'CANDIDATE';

export interface Letter {
  readonly type: Relayed;
  readonly dst: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

const relayed: readonly unknown[] = ['OFFER', 'ANSWER', 'CANDIDATE'] satisfies Relayed[];

// SDP and candidates need 3; the rest is room for a host's metadata.
const deepest = 16;

/** A client's message; undefined when it is none that this server takes. What is inside is the clients' own business. */
export function read(frame: string): Letter | 'HEARTBEAT' | undefined {
  const message = parse(frame);
  if (!isRecord(message)) return undefined;
  const { type, dst, payload } = message;
  if (type === 'HEARTBEAT') return type;
  if (!relayed.includes(type) || !isPeerId(dst) || !isRecord(payload)) return undefined;
  return isDeeper(payload, deepest) ? undefined : { type: type as Relayed, dst, payload };
}

function parse(frame: string): unknown {
  try {
    return JSON.parse(frame);
  } catch {
    return undefined;
  }
}

/** Writing out what is nested too deeply would throw, here or at the far side. */
function isDeeper(value: object, levels: number): boolean {
  if (levels === 0) return true;
  return Object.values(value).some(
    (inner) => typeof inner === 'object' && inner !== null && isDeeper(inner as object, levels - 1),
  );
}

/** Only what was read goes on, and the server alone says whom it is from. */
export const relay = ({ type, dst, payload }: Letter, src: string): string =>
  JSON.stringify({ type, src, dst, payload });

export const open = '{"type":"OPEN"}';

/** An answer, so that a client can tell a frozen server from a quiet one; stock PeerJS ignores it. */
export const heartbeat = '{"type":"HEARTBEAT","payload":{}}';

/** Let in, but not yet given the id; ignored by stock PeerJS. */
export const wait = '{"type":"WAIT","payload":{}}';

/** Register anew, at a moment of your own choice within so many milliseconds; ignored by stock PeerJS. */
export const move = (within: number): string =>
  JSON.stringify({ type: 'MOVE', payload: { within } });

/** Nobody came for what was sent to that id: `peer-unavailable` in PeerJS. */
export const expire = (missing: string): string => JSON.stringify({ type: 'EXPIRE', src: missing });

/** That peer is gone for good: PeerJS closes all connections with it. Never for a mere lost socket. */
export const leave = (gone: string): string => JSON.stringify({ type: 'LEAVE', src: gone });

export const error = (word: Word): string =>
  JSON.stringify({ type: 'ERROR', payload: { msg: word, code: words[word] } });
