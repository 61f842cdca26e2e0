import { expect } from '@open-wc/testing';
import '../../define/typing-indicator.js';
import type { FakeState } from '../../testing/fake-session.js';
import { scene } from '../../testing/scene.js';
import type { TypingIndicator } from './typing-indicator.js';

const typing: FakeState = { talk: { farTyping: true } };
const indicatorIn = (state: FakeState) => scene<TypingIndicator>('typing-indicator', state);

describe('<typing-indicator>', () => {
  for (const [name, talk] of Object.entries({
    'nobody types': {},
    'nothing is left of what was typed': { farLive: { text: '', lossy: false } },
    'the chat has ended': { farTyping: true, ended: { by: 'agent', duration: 1 } },
  } as const)) {
    it(`takes no room while ${name}`, async () => {
      const { element } = await indicatorIn({ talk });
      expect(element.getBoundingClientRect().height).to.equal(0);
      expect(element.matches(':state(typing)')).to.equal(false);
    });
  }

  it('says who types, for ears too', async () => {
    const { element, part, show } = await indicatorIn({});
    await show(typing);
    expect(part('typing')).to.have.trimmed.text('Anna is typing');
    expect(element.matches(':state(typing)')).to.equal(true);
    await show({ talk: { farTyping: false } });
    expect(part('typing')).not.to.exist;
  });

  it('shows what is being typed, letter by letter, in place of the dots', async () => {
    const { part, show } = await indicatorIn(typing);
    await show({ talk: { farLive: { text: 'It is the tr', lossy: false } } });
    expect(part('text')).to.have.text('It is the tr');
    expect(part('meta')).to.have.trimmed.text('Anna is typing this');
    await show({ talk: { farLive: { text: 'It is th', lossy: false } } });
    expect(part('text')).to.have.text('It is th');
    expect(part('lost')).not.to.exist;
  });

  it('marks where letters were lost, and says so', async () => {
    const { element, part } = await indicatorIn({
      talk: { farLive: { text: 'the \ufffd light \ufffd', lossy: true } },
    });
    expect(part('text')).to.have.text('the \ufffd light \ufffd');
    expect(part('text')!.querySelectorAll('.lost')).to.have.lengthOf(2);
    expect(element.renderRoot).to.contain.text('Some letters were lost on the way');
  });

  it('shows markup that is being typed as text', async () => {
    const text = '<img src=x onerror=alert(1)>';
    const { element, part } = await indicatorIn({ talk: { farLive: { text, lossy: false } } });
    expect(part('text')).to.have.text(text);
    expect(element.renderRoot.querySelector('img')).not.to.exist;
  });

  it('is accessible', async () => {
    const { element, show } = await indicatorIn(typing);
    await expect(element).to.be.accessible();
    await show({ talk: { farLive: { text: 'the \ufffd light', lossy: true } } });
    await expect(element).to.be.accessible();
  });
});
