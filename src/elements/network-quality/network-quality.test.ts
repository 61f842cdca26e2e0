import { expect } from '@open-wc/testing';
import '../../define/network-quality.js';
import type { FakeState } from '../../testing/fake-session.js';
import { scene } from '../../testing/scene.js';
import type { NetworkQuality } from './network-quality.js';

const active: FakeState = { call: { phase: 'active', ids: ['1'], startedAt: 0 } };
const levels = [1, 2, 3, 4, 5] as const;

async function elementIn(state: FakeState, of: 'self' | 'far' = 'self') {
  const the = await scene<NetworkQuality>('network-quality', state);
  the.element.of = of;
  await the.element.updateComplete;
  return { ...the, full: () => the.element.renderRoot.querySelectorAll('.full').length };
}

const grades = ['very poor', 'poor', 'fair', 'good', 'excellent'];

describe('<network-quality>', () => {
  for (const level of levels) {
    const poor = level <= 2;
    it(`shows level ${level} in bars, and ${poor ? 'in words for all' : 'in words for screen readers'}`, async () => {
      const { element, full, part } = await elementIn({ ...active, own: { network: level } });
      expect(full()).to.equal(level);
      const label = part('label')!;
      expect(label.textContent).to.equal(`Your connection is ${grades[level - 1]}`);
      expect(label.classList.contains('sr')).to.equal(!poor);
      expect(element.matches(':state(poor)')).to.equal(poor);
      await expect(element).to.be.accessible();
    });
  }

  it('speaks of the far side by its name, or by who it is', async () => {
    const { full, part, show } = await elementIn({ ...active, far: { network: 4 } }, 'far');
    expect(full()).to.equal(4);
    expect(part('label')!.textContent).to.equal('Anna’s connection is good');
    await show({ far: { name: '' } });
    expect(part('label')!.textContent).to.equal('The agent’s connection is good');
  });

  it('is not there while nothing is known, nor out of a call', async () => {
    const { element, show } = await elementIn({ ...active, far: { network: 2 } });
    expect(element.checkVisibility(), 'only the far side is known').to.equal(false);
    await show({ own: { network: 5 } });
    expect(element.checkVisibility()).to.equal(true);
    await show({ call: { phase: 'idle' } });
    expect(element.checkVisibility()).to.equal(false);
  });

  it('announces nothing by itself', async () => {
    const { element } = await elementIn({ ...active, own: { network: 1 } });
    expect(element.renderRoot.querySelector('[role], [aria-live]')).not.to.exist;
  });
});
