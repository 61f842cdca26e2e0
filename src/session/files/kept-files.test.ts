import { expect } from '@open-wc/testing';
import { KeptFiles } from './kept-files.js';

const day = 24 * 60 * 60 * 1000;
const opened: KeptFiles[] = [];

function keepOf(chat: string, now = Date.now()): KeptFiles {
  const keep = new KeptFiles(chat, () => now);
  opened.push(keep);
  return keep;
}

const failing = async (act: () => Promise<unknown>): Promise<string> => {
  try {
    await act();
  } catch (error) {
    return (error as Error).message;
  }
  return 'nothing failed';
};

describe('kept files', () => {
  afterEach(async () => {
    for (const keep of opened) {
      await keep.clear();
      keep.close();
    }
    opened.length = 0;
  });

  it('are there after a reload, byte for byte', async () => {
    await keepOf('a b').putFile('f', new Blob(['words'], { type: 'image/png' }));
    const blob = await keepOf('a b').loadFile('f');
    expect(await blob?.text()).to.equal('words');
    expect(blob?.type).to.equal('image/png');
  });

  it('belong to one chat', async () => {
    await keepOf('a b').putFile('f', new Blob(['words']));
    expect(await keepOf('a').loadFile('f')).to.equal(undefined);
    expect(await keepOf('a b').loadFile('g')).to.equal(undefined);
  });

  it('go with their chat, and no other does', async () => {
    const [one, two] = [keepOf('a b'), keepOf('a bb')];
    await one.putFile('f', new Blob(['words']));
    await one.putFile('g', new Blob(['words']));
    await two.putFile('f', new Blob(['more']));
    await one.clear();
    expect(await one.loadFile('f')).to.equal(undefined);
    expect(await one.loadFile('g')).to.equal(undefined);
    expect(await (await two.loadFile('f'))?.text()).to.equal('more');
  });

  it('of any chat are removed a day later, when the next one is opened', async () => {
    const now = Date.now();
    await keepOf('old', now - day - 1).putFile('f', new Blob(['words']));
    await keepOf('young', now - day + 60_000).putFile('f', new Blob(['words']));
    await keepOf('new', now).loadFile('f');
    expect(await keepOf('old', now - day - 1).loadFile('f')).to.equal(undefined);
    expect(await keepOf('young', now - day + 60_000).loadFile('f')).not.to.equal(undefined);
  });

  it('are opened again after they were let go of', async () => {
    const keep = keepOf('a b');
    await keep.putFile('f', new Blob(['words']));
    keep.close();
    expect(await (await keep.loadFile('f'))?.text()).to.equal('words');
  });

  describe('in a browser that keeps nothing', () => {
    const real = Object.getOwnPropertyDescriptor(IDBFactory.prototype, 'open');
    const pretend = (open: () => unknown): void => {
      Object.defineProperty(IDBFactory.prototype, 'open', { ...real, value: open });
    };
    afterEach(() => {
      if (real) Object.defineProperty(IDBFactory.prototype, 'open', real);
    });

    it('reject when it throws', async () => {
      pretend(() => {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      });
      expect(await failing(() => keepOf('a').loadFile('f'))).to.contain('insecure');
    });

    it('reject when it refuses, and try again the next time', async () => {
      pretend(() => {
        const request = { error: new DOMException('No private keeps.'), onerror: () => undefined };
        queueMicrotask(() => request.onerror());
        return request;
      });
      const keep = keepOf('a');
      expect(await failing(() => keep.putFile('f', new Blob(['x'])))).to.contain(
        'No private keeps',
      );
      if (real) Object.defineProperty(IDBFactory.prototype, 'open', real);
      await keep.putFile('f', new Blob(['x']));
      expect(await keep.loadFile('f')).not.to.equal(undefined);
    });

    it('reject when another page blocks it', async () => {
      pretend(() => {
        const request = { onblocked: () => undefined };
        queueMicrotask(() => request.onblocked());
        return request;
      });
      expect(await failing(() => keepOf('a').loadFile('f'))).to.contain('blocked');
    });
  });
});
