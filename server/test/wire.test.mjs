import assert from 'node:assert/strict';
import { test } from 'node:test';
import { read, relay } from '../dist/wire.js';

const offer = {
  type: 'OFFER',
  dst: 'sam',
  payload: { connectionId: 'dc_1', sdp: { type: 'offer' } },
};
const said = (message) => read(JSON.stringify(message));

test('What PeerJS sends is read, and goes on with nothing added but whom it is from', () => {
  for (const type of ['OFFER', 'ANSWER', 'CANDIDATE']) {
    const letter = said({ ...offer, type, src: 'somebody else', extra: 1 });
    assert.deepEqual(JSON.parse(relay(letter, 'anna')), { ...offer, type, src: 'anna' });
  }
  assert.equal(said({ type: 'HEARTBEAT' }), 'HEARTBEAT');
});

test('What a server says, no client may', () => {
  for (const type of [
    'OPEN',
    'LEAVE',
    'EXPIRE',
    'ERROR',
    'ID-TAKEN',
    'INVALID-KEY',
    'WAIT',
    'MOVE',
  ]) {
    assert.equal(said({ ...offer, type }), undefined, type);
  }
});

test('What is not in shape is not taken', () => {
  const deep = JSON.parse(`${'{"a":'.repeat(20)}1${'}'.repeat(20)}`);
  const wrong = [
    ...[null, 1, 'OFFER', [], [offer], {}],
    ...[undefined, null, 7, {}, '', '-sam', 'a'.repeat(129), 'a\u0000b', '__proto__'].map(
      (dst) => ({
        ...offer,
        dst,
      }),
    ),
    ...[undefined, null, 7, 'text', [], deep].map((payload) => ({ ...offer, payload })),
    ...[undefined, null, 7, ['OFFER'], { toString: 'OFFER' }].map((type) => ({ ...offer, type })),
  ];
  for (const message of wrong) assert.equal(said(message), undefined, JSON.stringify(message));
  for (const text of ['', '{', 'OFFER', '\u0000', '['.repeat(60_000)]) {
    assert.equal(read(text), undefined);
  }
});

test('100,000 spoilt messages throw nothing, change no prototype and get no further', () => {
  // The same each time, so that a failure can be met again.
  let seed = 7;
  const dice = (sides) => (seed = (seed * 48_271) % 2_147_483_647) % sides;
  const whole = JSON.stringify({
    ...offer,
    __proto__: null,
    payload: { ['__proto__']: { bad: 1 } },
  });
  const parts = [
    '"',
    '{',
    '}',
    '[',
    ']',
    '\\',
    '\u0000',
    '9e999',
    'null',
    '"__proto__":',
    '\ud800',
  ];
  let taken = 0;
  for (let round = 0; round < 100_000; round += 1) {
    let text = whole;
    for (let times = 1 + dice(3); times > 0; times -= 1) {
      const at = dice(text.length);
      text = text.slice(0, at) + parts[dice(parts.length)] + text.slice(at + dice(8));
    }
    const letter = read(text);
    if (letter === undefined || letter === 'HEARTBEAT') continue;
    taken += 1;
    assert.deepEqual(Object.keys(JSON.parse(relay(letter, 'anna'))), [
      'type',
      'src',
      'dst',
      'payload',
    ]);
  }
  assert.ok(taken > 0 && taken < 100_000);
  assert.equal({}.bad, undefined);
});
