import { expect } from '@open-wc/testing';
import { importAgain } from './import-again.js';

const shapes = new URL('./shape.ts', import.meta.url).href;
const notFetched = (url: string) => (): Promise<{ readonly none: symbol }> =>
  Promise.reject(new TypeError(`Failed to fetch dynamically imported module: ${url}`));

describe('a module that did not come', () => {
  it('is fetched under another address, once for all who ask', async () => {
    const [one, other] = await Promise.all([
      importAgain(notFetched(shapes)),
      importAgain(notFetched(shapes)),
    ]);
    expect(one.none).to.be.a('symbol');
    expect(one).to.equal(other);
    expect(one).not.to.equal(await import('./shape.js'));
  });

  it('is fetched anew after that failed too', async () => {
    const missing = new URL('./missing.ts', import.meta.url).href;
    const fail = async (): Promise<unknown> =>
      importAgain(notFetched(missing)).catch((error: unknown) => error);
    const first = await fail();
    expect(first).to.be.an('error');
    expect(await fail()).not.to.equal(first);
  });

  it('fails for good where no address is told', async () => {
    const error = new Error('Out of order');
    const failed: unknown = await importAgain(() => Promise.reject(error)).catch(
      (reason: unknown) => reason,
    );
    expect(failed).to.equal(error);
  });
});
