import { expect } from '@open-wc/testing';
import '../../define/network-quality.js';
import type { FakeState } from '../../testing/fake-session.js';
import { scene } from '../../testing/scene.js';
import type { NetworkQuality } from './network-quality.js';

const active: FakeState = { call: { phase: 'active', ids: ['1'], startedAt: 0 } };
const elementIn = (state: FakeState) => scene<NetworkQuality>('network-quality', state);

describe('<network-quality>', () => {
  it('follows the call', async () => {
    const { element, show } = await elementIn({});
    expect(element.matches(':state(live)')).to.equal(false);
    await show(active);
    expect(element.matches(':state(live)')).to.equal(true);
  });

  const states: Record<string, FakeState> = {
    'before a call': {},
    'in a call': active,
  };
  for (const [name, state] of Object.entries(states)) {
    it(`is accessible ${name}`, async () => {
      const { element } = await elementIn(state);
      await expect(element).to.be.accessible();
    });
  }
});
