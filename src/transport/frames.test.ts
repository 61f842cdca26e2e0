import { expect } from '@open-wc/testing';
import { byeFrame, maxFrame, messageFrame, readFrame } from './frames.js';

const bytes = (...values: number[]): ArrayBuffer => Uint8Array.from(values).buffer;
const text = (value: string): ArrayBuffer => new TextEncoder().encode(value).buffer;

describe('frames', () => {
  it('carry goodbyes and messages', () => {
    expect(readFrame(byeFrame())).to.deep.equal({ is: 'bye' });
    expect(readFrame(messageFrame({ name: 'Kovač 👋' }))).to.deep.equal({
      is: 'message',
      message: { name: 'Kovač 👋' },
    });
  });

  it('are nothing when they are of another kind', () => {
    for (const data of [undefined, null, '', '{}', 0, new Blob(), new Uint8Array(3)]) {
      expect(readFrame(data)).to.equal(undefined);
    }
  });

  it('are nothing when they are no JSON or no UTF-8', () => {
    for (const data of [
      bytes(),
      bytes(0),
      bytes(2),
      bytes(255),
      bytes(0xc3, 0x28),
      text('{'),
      text('{"a":}'),
    ]) {
      expect(readFrame(data)).to.equal(undefined);
    }
  });

  it('are dropped unread when they are too large', () => {
    const fits = `"${'x'.repeat(maxFrame - 2)}"`;
    expect(readFrame(text(fits))?.is).to.equal('message');
    expect(readFrame(text(` ${fits}`))).to.equal(undefined);
  });

  it('bear any depth of brackets', () => {
    const deep = '['.repeat(maxFrame / 2) + ']'.repeat(maxFrame / 2);
    expect(() => readFrame(text(deep))).not.to.throw();
  });
});
