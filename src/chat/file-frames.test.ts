import { expect } from '@open-wc/testing';
import { chunkSize, type FileFrame, fileFrame, readFileFrame } from './file-frames.js';

const frame = (changes: Partial<FileFrame> = {}): ArrayBuffer =>
  fileFrame({ file: 'f1', offset: 0, bytes: Uint8Array.of(1, 2, 3), ...changes });

function changed(change: (view: DataView) => void): ArrayBuffer {
  const data = frame();
  change(new DataView(data));
  return data;
}

describe('frames of files', () => {
  it('carry bytes of a file and where they belong', () => {
    const sent = {
      file: 'x'.repeat(32),
      offset: 2 ** 40 + 7,
      bytes: new Uint8Array(chunkSize).fill(9),
    };
    expect(readFileFrame(fileFrame(sent))).to.deep.equal(sent);
  });

  it('carry only what is in view of a larger buffer', () => {
    const bytes = Uint8Array.of(1, 2, 3, 4).subarray(1, 3);
    expect(Array.from(readFileFrame(frame({ bytes }))?.bytes ?? [])).to.deep.equal([2, 3]);
  });

  const garbage: Readonly<Record<string, unknown>> = {
    nothing: undefined,
    'a string': 'f1',
    'a Blob': new Blob(['f1']),
    'a view instead of a buffer': new Uint8Array(frame()),
    'no bytes at all': new ArrayBuffer(0),
    'half a header': frame().slice(0, 9),
    'a header alone': frame().slice(0, 12),
    'another version': changed((view) => view.setUint8(0, 2)),
    'no name': changed((view) => view.setUint8(1, 0)),
    'a name longer than the frame': changed((view) => view.setUint8(1, 200)),
    'a name of more than 32': frame({ file: 'x'.repeat(33) }),
    'a name with controls': frame({ file: 'a\n' }),
    'a name outside ASCII': frame({ file: 'ž' }),
    'an offset before the start': frame({ offset: -1 }),
    'half an offset': frame({ offset: 0.5 }),
    'an offset that is no number': frame({ offset: NaN }),
    'an endless offset': frame({ offset: Infinity }),
    'an offset beyond what is counted': frame({ offset: 2 ** 60 }),
    'one byte too many': frame({ bytes: new Uint8Array(chunkSize + 1) }),
    'fifty megabytes': new ArrayBuffer(50_000_000),
  };
  for (const [what, data] of Object.entries(garbage)) {
    it(`are none with ${what}`, () => {
      expect(readFileFrame(data)).to.equal(undefined);
    });
  }

  it('are read of any bytes without throwing', () => {
    for (let round = 0; round < 2000; round += 1) {
      const data = crypto.getRandomValues(new Uint8Array(round % 64));
      expect(() => readFileFrame(data.buffer)).not.to.throw();
    }
  });
});
