import { chunkSize, fileFrame } from '../chat/file-frames.js';
import { maxText } from '../chat/limits.js';

// What a far side that has gone bad may send: nothing at all, noise, and messages that are nearly right.

type Roll = (sides: number) => number;

const entry = {
  writer: 'w',
  number: 1,
  id: 'e1',
  from: 'visitor',
  order: 1,
  at: 1_700_000_000_000,
  body: { type: 'text', text: 'Hello' },
};
const chats = [
  {
    type: 'sync',
    chat: 'c',
    held: [{ writer: 'w', number: 3 }],
    read: { agent: 0, visitor: 0 },
    order: 3,
    now: 1_700_000_000_000,
    answer: true,
  },
  { type: 'said', entry },
  {
    type: 'said',
    entry: {
      ...entry,
      body: { type: 'file', file: 'f', name: 'a.png', size: 9000, mime: 'image/png' },
    },
  },
  { type: 'said', entry: { ...entry, body: { type: 'stopped', file: 'f' } } },
  { type: 'said', entry: { ...entry, body: { type: 'call', what: 'started', call: 'x' } } },
  { type: 'has', writer: 'w', number: 1 },
  { type: 'read', order: 1 },
  { type: 'typing', on: true },
  { type: 'live', draft: 'd', number: 1, at: 0, erase: 0, insert: 'Hel' },
  { type: 'live', draft: 'd', number: 2, whole: 'Hello' },
  { type: 'get', file: 'f', offset: 0 },
  { type: 'got', file: 'f' },
  { type: 'gone', file: 'f' },
];

/** One of each message that two sessions say to each other. */
export const goodMessages: readonly object[] = [
  ...[
    { type: 'hello', ids: ['x'], ended: { ids: ['y'], reason: 'hung-up' } },
    { type: 'about', name: 'Sam', voip: true, video: true },
    { type: 'ring', id: 'x' },
    { type: 'accept', id: 'x' },
    { type: 'decline', id: 'x', reason: 'declined' },
    { type: 'end', ids: ['x'], reason: 'hung-up' },
    { type: 'media', microphone: true, camera: true },
  ].map((message) => ({ v: 1, ...message })),
  ...chats.map((chat) => ({ v: 1, chat })),
];

const deep = (levels: number): unknown =>
  JSON.parse(`${'['.repeat(levels)}${']'.repeat(levels)}`) as unknown;

const values: readonly ((roll: Roll) => unknown)[] = [
  () => null,
  () => undefined,
  () => true,
  (roll) => roll(5) - 2,
  () => 2 ** 53,
  () => 1e308,
  () => -0,
  () => 0.5,
  (roll) => 'x'.repeat(roll(300)),
  () => 'x'.repeat(maxText + 1),
  () => '\0\u{10ffff}\ud800',
  () => '\udc00\udc00',
  () => '__proto__',
  () => 'constructor',
  () => [],
  () => ({}),
  (roll) => Array.from({ length: roll(2000) }, () => ({ writer: 'w', number: 1 })),
  (roll) => deep(1 + roll(2000)),
  () => ({ type: 'text', text: '' }),
  () => ({ length: 1e9 }),
];

const pick = <T>(roll: Roll, all: readonly T[]): T => all[roll(all.length)] as T;

/** A copy with some of its fields taken away, swapped, or put in the place of others. */
function spoiled(roll: Roll, data: unknown): unknown {
  if (typeof data !== 'object' || data === null) return pick(roll, values)(roll);
  // Not `structuredClone`: what is nested too deep for an engine's stack comes out of it as null.
  const copy = (Array.isArray(data) ? [...(data as unknown[])] : { ...data }) as Record<
    string,
    unknown
  >;
  const names = Object.keys(copy);
  for (let times = 1 + roll(2); times > 0; times -= 1) {
    const name = names.length === 0 || roll(9) === 0 ? 'extra' : pick(roll, names);
    const kind = roll(6);
    if (kind === 0) Reflect.deleteProperty(copy, name);
    else if (kind === 1) copy[name] = copy[pick(roll, [...names, 'none'])];
    else if (kind < 4 && typeof copy[name] === 'object') copy[name] = spoiled(roll, copy[name]);
    else copy[name] = pick(roll, values)(roll);
  }
  return copy;
}

/** As JSON: `__proto__` as a name, twice the same name, lone surrogates. */
function written(roll: Roll, data: unknown): string {
  const text = JSON.stringify(data) || 'null';
  switch (roll(8)) {
    case 0:
      return text.replace(
        '{',
        '{"__proto__":{"hostile":1},"constructor":{"prototype":{"hostile":1}},',
      );
    case 1:
      return text.replace(/"(\w+)":/, '"$1":"\\ud800","$1":');
    case 2:
      return text.slice(0, roll(text.length + 1));
    case 3:
      return text + pick(roll, [text, '}', '\0', ' ', '\u2028', '//']);
    case 4:
      return text.replace(/\d+/, () => pick(roll, ['1e999', '-1', '0x1', '9'.repeat(400), '1.5']));
    default:
      return text;
  }
}

/** What comes on the channel of messages: bytes, or what is no bytes at all. */
export function hostileFrame(roll: Roll): ArrayBuffer | string {
  const kind = roll(20);
  if (kind === 0) return 'x'.repeat(roll(20));
  if (kind === 1) return Uint8Array.from({ length: roll(64) }, () => roll(256)).buffer;
  if (kind === 2) return new ArrayBuffer(roll(3) === 0 ? 65_537 + roll(2000) : roll(4000));
  if (kind === 3 && roll(10) === 0) {
    const brackets = pick(roll, ['[', '{"a":', '[{"chat":']);
    return new TextEncoder().encode(brackets.repeat(roll(65_000 / brackets.length))).buffer;
  }
  const good = pick(roll, goodMessages);
  const bytes = new TextEncoder().encode(written(roll, kind < 16 ? spoiled(roll, good) : good));
  if (kind === 4)
    for (let at = roll(8); at < bytes.length; at += 1 + roll(40)) bytes[at] = roll(256);
  return bytes.buffer;
}

/** What comes on the channel of files. */
export function hostileFileFrame(roll: Roll): ArrayBuffer {
  const bytes = new Uint8Array(roll(8) === 0 ? roll(chunkSize * 2) : roll(64));
  const offset = pick(roll, [0, 1, -1, 2 ** 53, 1e300, NaN, Infinity, 9000, roll(9000)]);
  const file = pick(roll, ['f', 'g', '', '__proto__', 'x'.repeat(1 + roll(40)), '\n']);
  const frame = new Uint8Array(fileFrame({ file, offset, bytes }));
  if (roll(3) === 0)
    for (let times = roll(4); times > 0; times -= 1) frame[roll(frame.length)] = roll(256);
  return roll(6) === 0 ? frame.slice(0, roll(frame.length)).buffer : frame.buffer;
}

/** What PeerServer hands on; `sdp` is an offer of ours. */
export function hostileSignal(
  roll: Roll,
  from: string,
  sdp: string,
  connectionId: string,
): unknown {
  const description = (type: string): object => ({ type, sdp });
  const candidate = {
    candidate: 'candidate:1 1 udp 1 127.0.0.1 9 typ host',
    sdpMid: '0',
    sdpMLineIndex: 0,
  };
  const good = pick(roll, [
    {
      type: 'OFFER',
      payload: {
        type: 'data',
        serialization: 'visavis-1',
        connectionId,
        sdp: description('offer'),
      },
    },
    { type: 'ANSWER', payload: { connectionId, sdp: description('answer') } },
    { type: 'CANDIDATE', payload: { connectionId, candidate } },
    { type: 'CANDIDATE', payload: { type: 'visavis-knock' } },
    {
      type: 'CANDIDATE',
      payload: { type: 'visavis-mend', connectionId, round: 1, sdp: description('offer') },
    },
    { type: 'EXPIRE', payload: {} },
    { type: 'LEAVE', payload: {} },
    { type: 'OPEN' },
    { type: 'ERROR', payload: { msg: 'x' } },
  ]);
  const who = roll(4) === 0 ? 'stranger' : from;
  const signal = spoiled(roll, { ...good, src: who });
  try {
    return JSON.parse(written(roll, signal)) as unknown;
  } catch {
    return undefined; // no JSON: PeerJS itself drops it
  }
}
