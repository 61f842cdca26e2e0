import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../define/hangup-button.js';
import '../../define/headset-button.js';
import type { FakeState } from '../../testing/fake-session.js';
import { scene } from '../../testing/scene.js';
import type { HangupButton } from './hangup-button.js';

const calling: FakeState = { call: { phase: 'calling', ids: ['1'], caller: 'self' } };
const active: FakeState = { call: { phase: 'active', ids: ['1'], startedAt: 0 } };
const telephoneIn = (state: FakeState) => scene<HangupButton>('hangup-button', state);

describe('<hangup-button>', () => {
  for (const phase of ['idle', 'incoming'] as const) {
    it(`has no call to end while ${phase}, says so and stays focusable`, async () => {
      const { element, part, session } = await telephoneIn({ call: { phase } });
      element.focus();
      await sendKeys({ press: 'Enter' });
      expect(element.matches(':focus')).to.equal(true);
      expect(part('button')).to.have.attribute('aria-disabled', 'true');
      expect(part('reason')).to.have.trimmed.text('There is no call to end');
      expect(element.matches(':state(live)')).to.equal(false);
      expect(session.asked).to.deep.equal([]);
    });
  }

  const calls = {
    calling: 'Cancel call',
    connecting: 'End call',
    active: 'End call',
    reconnecting: 'End call',
  } as const;
  for (const [phase, label] of Object.entries(calls) as [keyof typeof calls, string][]) {
    it(`is named “${label}” and hangs up from the keyboard while ${phase}`, async () => {
      const { element, part, session } = await telephoneIn({ call: { phase } });
      expect(part('label')).to.have.trimmed.text(label);
      expect(element.matches(':state(live)')).to.equal(true);
      element.focus();
      await sendKeys({ press: 'Enter' });
      expect(session.asked).to.deep.equal(['hangUp']);
    });
  }

  it('leaves the call alone when the host cancels the request', async () => {
    const { element, part, session } = await telephoneIn(active);
    element.addEventListener('hangup-request', (event) => event.preventDefault());
    setTimeout(() => part('button')?.click());
    await oneEvent(element, 'hangup-request');
    expect(session.asked).to.deep.equal([]);
  });

  for (const [name, state] of Object.entries({ 'the call': active, 'its ring': calling })) {
    it(`hands its focus to the headset after it ended ${name}, hidden by the host or not`, async () => {
      const { element, session } = await telephoneIn(state);
      const headset = document.createElement('headset-button');
      element.before(headset);
      await headset.updateComplete;
      session.subscribe(() => (element.hidden = true));
      element.focus();
      await sendKeys({ press: 'Space' });
      await waitUntil(() => document.activeElement === headset, 'the headset has the focus');
    });
  }

  it('says so when it stands outside a session', async () => {
    const element = await fixture<HangupButton>(html`<hangup-button></hangup-button>`);
    expect(element.renderRoot.querySelector('[part=reason]')).to.have.trimmed.text(
      'This control is not in a chat session',
    );
  });

  const states: Record<string, FakeState> = {
    'before a call': {},
    'while it rings': calling,
    'in a call': active,
  };
  for (const [name, state] of Object.entries(states)) {
    it(`is accessible ${name}`, async () => {
      const { element, show } = await telephoneIn(state);
      await expect(element).to.be.accessible();
      element.showLabel = true;
      await show(state);
      await expect(element).to.be.accessible();
    });
  }
});
