import { expect } from '@open-wc/testing';
import { type Outgoing, readMessage, stamp } from './messages.js';

const good: readonly Outgoing[] = [
  { type: 'hello', ids: [] },
  { type: 'hello', ids: ['a', 'b'], ended: { ids: ['c'], reason: 'hung-up' } },
  { type: 'about', name: 'Anna', voip: true, video: false },
  { type: 'ring', id: 'a' },
  { type: 'accept', id: 'a' },
  { type: 'decline', id: 'a', reason: 'busy' },
  { type: 'end', ids: ['a'], reason: 'no-answer' },
  { type: 'media', microphone: true, camera: false },
];

const bad: readonly unknown[] = [
  undefined,
  null,
  42,
  'ring',
  [],
  {},
  { type: 'ring' },
  { v: 1, type: 'ring' },
  { v: 2, type: 'ring', id: 'a' },
  { v: 1, type: 'ring', id: '' },
  { v: 1, type: 'ring', id: 'x'.repeat(65) },
  { v: 1, type: 'ring', id: { toString: () => 'a' } },
  { v: 1, type: 'accept', id: 7 },
  { v: 1, type: 'decline', id: 'a', reason: 'because' },
  { v: 1, type: 'end', ids: 'a', reason: 'hung-up' },
  { v: 1, type: 'end', ids: ['1', '2', '3', '4', '5'], reason: 'hung-up' },
  { v: 1, type: 'media', microphone: 'yes', camera: 1 },
  { v: 1, type: 'about', name: 'x'.repeat(201), voip: true, video: true },
  { v: 1, type: 'constructor' },
  { v: 1, type: '__proto__' },
  JSON.parse('{"v":1,"type":"ring","__proto__":{"id":"a"}}'),
];

describe('messages', () => {
  for (const message of good) {
    it(`carries ${JSON.stringify(message)}`, () => {
      expect(readMessage(JSON.parse(JSON.stringify(stamp(message))))).to.deep.equal({
        v: 1,
        ...message,
      });
    });
  }

  for (const data of bad) {
    it(`drops ${(JSON.stringify(data) as string | undefined)?.slice(0, 80)} without throwing`, () => {
      expect(readMessage(data)).to.equal(undefined);
    });
  }

  it('takes only what it knows from a message', () => {
    const message = readMessage({ v: 1, type: 'ring', id: 'a', html: '<img>' });
    expect(message).to.deep.equal({ v: 1, type: 'ring', id: 'a' });
  });
});
