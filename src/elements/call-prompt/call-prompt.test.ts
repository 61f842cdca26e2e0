import { expect, waitUntil } from '@open-wc/testing';
import { resetMouse, sendKeys, sendMouse } from '@web/test-runner-commands';
import '../../define/call-prompt.js';
import '../../define/hangup-button.js';
import '../../define/headset-button.js';
import type { FakeState } from '../../testing/fake-session.js';
import { scene } from '../../testing/scene.js';
import type { CallPrompt } from './call-prompt.js';

const incoming: FakeState = { call: { phase: 'incoming', ids: ['1'], caller: 'far' } };
const asking: FakeState = { call: { phase: 'connecting' }, own: { askingMicrophone: true } };
const idle: FakeState = { call: { phase: 'idle', ids: [], caller: undefined } };
const promptIn = (state: FakeState) => scene<CallPrompt>('call-prompt', state);

/** A prompt with places to go on from. */
async function promptAmongControls(state: FakeState) {
  const the = await promptIn(state);
  const [headset, telephone] = [
    document.createElement('headset-button'),
    document.createElement('hangup-button'),
  ];
  the.element.after(headset, telephone);
  await Promise.all([headset.updateComplete, telephone.updateComplete]);
  return { ...the, headset, telephone };
}

describe('<call-prompt>', () => {
  for (const phase of ['idle', 'calling', 'active', 'reconnecting'] as const) {
    it(`is not there while ${phase}`, async () => {
      const { element, part } = await promptIn({ call: { phase } });
      expect(part('prompt')).not.to.exist;
      expect(element.getBoundingClientRect().height).to.equal(0);
    });
  }

  it('says who calls and what accepting does', async () => {
    const { element, part } = await promptIn(incoming);
    expect(part('prompt')).to.have.attribute('aria-label', 'Anna is calling you');
    for (const words of [
      'Anna is calling you',
      'Audio call',
      'If you accept, your browser may ask for your microphone',
      'Your camera stays off until you turn it on.',
    ]) {
      expect(part('prompt')).to.contain.text(words);
    }
    expect(element.matches(':state(ringing)')).to.equal(true);
  });

  it('names a caller that has no name by its part', async () => {
    const { part } = await promptIn({ ...incoming, party: 'agent', far: { name: '' } });
    expect(part('prompt')).to.have.attribute('aria-label', 'The visitor is calling you');
  });

  it('takes no focus from somebody who types', async () => {
    const { element, show } = await promptIn({});
    const composer = document.createElement('textarea');
    element.before(composer);
    composer.focus();
    await sendKeys({ type: 'Which li' });
    await show(incoming);
    await sendKeys({ type: 'ght? ' });
    expect(composer.value).to.equal('Which light? ');
    expect(composer.matches(':focus')).to.equal(true);
  });

  it('comes before the conversation on the keyboard: Decline, then Accept', async () => {
    const { element, part } = await promptIn(incoming);
    const before = document.createElement('button');
    element.before(before);
    before.focus();
    for (const name of ['decline', 'accept']) {
      await sendKeys({ press: 'Tab' });
      if (part('silence')?.matches(':focus')) await sendKeys({ press: 'Tab' });
      expect(part(name)!.matches(':focus'), name).to.equal(true);
    }
  });

  it('accepts from the keyboard and hands its focus to the call controls', async () => {
    const { part, session, telephone } = await promptAmongControls(incoming);
    part('accept')!.focus();
    await sendKeys({ press: 'Enter' });
    expect(session.asked).to.deep.equal(['acceptCall']);
    await waitUntil(() => telephone.matches(':focus'), 'a call control has the focus');
    expect(part('prompt')).not.to.exist;
  });

  it('declines from the keyboard and hands its focus to the headset', async () => {
    const { headset, part, session } = await promptAmongControls(incoming);
    part('decline')!.focus();
    await sendKeys({ press: 'Space' });
    expect(session.asked).to.deep.equal(['declineCall']);
    await waitUntil(() => headset.matches(':focus'), 'the headset has the focus');
  });

  it('hands its focus to the headset when the far side gives up', async () => {
    const { headset, part, show } = await promptAmongControls(incoming);
    part('accept')!.focus();
    await show(idle);
    await waitUntil(() => headset.matches(':focus'), 'the headset has the focus');
  });

  for (const [event, name] of [
    ['accept-request', 'accept'],
    ['decline-request', 'decline'],
  ] as const) {
    it(`does nothing when the host cancels ${event}`, async () => {
      const { element, part, session } = await promptIn(incoming);
      element.addEventListener(event, (request) => request.preventDefault());
      part(name)!.click();
      expect(session.asked).to.deep.equal([]);
    });
  }

  it('is busy, keeps the focus and can still decline while the browser asks', async () => {
    const { element, part, session, show } = await promptIn(incoming);
    part('accept')!.focus();
    await show(asking);
    expect(element.matches(':state(asking)')).to.equal(true);
    expect(part('accept')!.matches(':focus')).to.equal(true);
    expect(part('accept')).to.have.attribute('aria-busy', 'true');
    expect(part('accept')).to.have.trimmed.text('Waiting…');
    expect(part('prompt')).to.contain.text('Choose Allow so Anna can hear you');
    await sendKeys({ press: 'Enter' });
    expect(session.asked, 'accepted once').to.deep.equal([]);
    part('decline')!.click();
    expect(session.asked).to.deep.equal(['declineCall']);
  });

  it('shows a caller’s markup as text', async () => {
    const name = '<img src="x" onerror="alert(1)">';
    const { element, part } = await promptIn({ ...incoming, far: { name } });
    expect(part('prompt')).to.contain.text(name);
    expect(element.renderRoot.querySelector('img')).not.to.exist;
  });

  describe('its ringing', () => {
    const real = globalThis.AudioContext;
    let made: AudioContext[];
    const sounding = () => made.filter(({ state }) => state !== 'closed').length;

    beforeEach(async () => {
      made = [];
      globalThis.AudioContext = class extends real {
        constructor() {
          super();
          made.push(this);
        }
      };
      // Browsers let a page make a sound only after a press.
      await sendMouse({ type: 'click', position: [1, 1] });
    });
    afterEach(async () => {
      globalThis.AudioContext = real;
      await resetMouse();
    });

    it('sounds until somebody answers', async () => {
      const { show } = await promptIn(incoming);
      await waitUntil(() => sounding() === 1, 'it sounds');
      await show(asking);
      await waitUntil(() => sounding() === 0, 'it is quiet');
    });

    it('is seen before it is heard', async () => {
      const { part } = await promptIn(incoming);
      expect(part('accept')).to.exist;
      expect(made).to.have.length(0);
    });

    it('stops by its button, and sounds again with the next call', async () => {
      const { element, part, session, show } = await promptIn(incoming);
      expect(part('silence')).to.have.attribute('aria-label', 'Silence the ringing');
      await waitUntil(() => sounding() === 1, 'it sounds');
      part('silence')!.focus();
      await sendKeys({ press: 'Enter' });
      await element.updateComplete;
      await waitUntil(() => sounding() === 0, 'it is quiet');
      expect(part('silence')).not.to.exist;
      expect(part('prompt')!.matches(':focus'), 'the focus stays in the prompt').to.equal(true);
      expect(session.snapshot.call.phase, 'it still rings').to.equal('incoming');
      await show(idle);
      await show(incoming);
      await waitUntil(() => sounding() === 1, 'it sounds again');
    });

    it('stops when the prompt is taken out of the page', async () => {
      const { element } = await promptIn(incoming);
      await waitUntil(() => sounding() === 1, 'it sounds');
      element.remove();
      await waitUntil(() => sounding() === 0, 'it is quiet');
    });

    it('makes no sound when it is silent', async () => {
      const { element, part, show } = await promptIn({});
      element.silent = true;
      await show(incoming);
      expect(part('prompt')).to.exist;
      expect(part('silence')).not.to.exist;
      await promptIn(incoming);
      await waitUntil(() => made.length > 0, 'the other one sounds');
      expect(made).to.have.length(1);
    });
  });

  for (const [name, state] of Object.entries({ 'while it rings': incoming, 'and busy': asking })) {
    it(`is accessible ${name}`, async () => {
      const { element } = await promptIn(state);
      await expect(element).to.be.accessible();
    });
  }
});
