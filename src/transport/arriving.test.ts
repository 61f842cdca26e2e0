import { aTimeout, expect, waitUntil } from '@open-wc/testing';
import { Arriving } from './arriving.js';

describe('what arrives', () => {
  it('is told once, as soon as there is something newer', async () => {
    let [last, came] = [performance.now() - 10, 0];
    const arriving = new Arriving();
    arriving.await(
      async () => last,
      () => (came += 1),
    );
    await aTimeout(150);
    expect(came).to.equal(0);
    last = performance.now();
    await waitUntil(() => came > 0);
    last = performance.now();
    await aTimeout(150);
    expect(came).to.equal(1);
  });

  it('is not told once it is waited for no more, whatever is under way', async () => {
    let came = 0;
    const arriving = new Arriving();
    arriving.await(
      async () => performance.now() + 1,
      () => (came += 1),
    );
    arriving.stop();
    await aTimeout(100);
    expect(came).to.equal(0);
  });
});
