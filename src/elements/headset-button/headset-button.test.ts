import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../define/hangup-button.js';
import '../../define/headset-button.js';
import '../../define/mic-toggle.js';
import type { FakeState } from '../../testing/fake-session.js';
import { scene } from '../../testing/scene.js';
import type { HeadsetButton } from './headset-button.js';

const calling: FakeState = { call: { phase: 'calling', ids: ['1'], caller: 'self' } };
const incoming: FakeState = { call: { phase: 'incoming', ids: ['1'], caller: 'far' } };
const active: FakeState = { call: { phase: 'active', ids: ['1'], startedAt: 0 } };
const headsetIn = (state: FakeState) => scene<HeadsetButton>('headset-button', state);

/** Presses the headset on the keyboard. */
async function press(element: HeadsetButton): Promise<void> {
  element.focus();
  await sendKeys({ press: 'Enter' });
  await element.updateComplete;
}

describe('<headset-button>', () => {
  it('starts an audio call from the keyboard', async () => {
    const { element, part, session } = await headsetIn({});
    expect(part('label')).to.have.trimmed.text('Start audio call');
    await press(element);
    expect(session.asked).to.deep.equal(['startCall']);
    expect(part('label')).to.have.trimmed.text('Calling Anna, press to cancel');
    expect(element.matches(':state(calling)')).to.equal(true);
  });

  it('cancels its own ring', async () => {
    const { element, session } = await headsetIn(calling);
    await press(element);
    expect(session.asked).to.deep.equal(['hangUp']);
  });

  it('accepts while the far side rings', async () => {
    const { element, part, session } = await headsetIn(incoming);
    expect(part('label')).to.have.trimmed.text('Accept call');
    expect(element.matches(':state(incoming)')).to.equal(true);
    await press(element);
    expect(session.asked).to.deep.equal(['acceptCall']);
    expect(element.matches(':state(in-call)')).to.equal(true);
  });

  it('moves focus to the first visible call control in a call, and does nothing else', async () => {
    const { element, session } = await headsetIn(active);
    const [hidden, control] = [
      document.createElement('mic-toggle'),
      document.createElement('hangup-button'),
    ];
    hidden.hidden = true;
    element.after(hidden, control);
    await Promise.all([hidden.updateComplete, control.updateComplete]);
    await press(element);
    await waitUntil(() => document.activeElement === control, 'the control has the focus');
    expect(session.asked).to.deep.equal([]);
  });

  it('finds call controls in document order, whenever they came', async () => {
    const { element } = await headsetIn(active);
    const [first, second] = [
      document.createElement('mic-toggle'),
      document.createElement('hangup-button'),
    ];
    element.after(second);
    await second.updateComplete;
    element.after(first);
    await first.updateComplete;
    await press(element);
    await waitUntil(() => document.activeElement === first, 'the first control has the focus');
  });

  it('keeps its focus when the call ends, though another headset comes before it', async () => {
    const { element, show } = await headsetIn(active);
    const first = document.createElement('headset-button');
    element.before(first);
    await first.updateComplete;
    element.focus();
    await show({ call: { phase: 'idle' } });
    await new Promise((painted) => requestAnimationFrame(painted));
    expect(element.matches(':focus')).to.equal(true);
  });

  for (const [event, state] of Object.entries({
    'call-request': {},
    'hangup-request': calling,
    'accept-request': incoming,
  })) {
    it(`does nothing when the host cancels ${event}`, async () => {
      const { element, part, session } = await headsetIn(state);
      element.addEventListener(event, (request) => {
        request.preventDefault();
      });
      part('button')?.click();
      expect(session.asked).to.deep.equal([]);
    });
  }

  const reasons: [reason: string, state: FakeState][] = [
    ['Calls are switched off', { policy: { voip: false } }],
    ['There is no active chat', { chat: 'none' }],
    ['Connecting to the chat…', { chat: 'connecting' }],
    ['Anna is not here yet', { chat: 'waiting' }],
    ['The visitor is not here yet', { chat: 'waiting', party: 'agent', far: { name: '' } }],
    ['Anna is not connected right now', { chat: 'lost' }],
  ];
  for (const [reason, state] of reasons) {
    it(`cannot call, stays focusable and says: ${reason}`, async () => {
      const { element, part, session } = await headsetIn(state);
      await press(element);
      expect(element.matches(':focus')).to.equal(true);
      expect(part('button')).to.have.attribute('aria-disabled', 'true');
      expect(part('button')).to.have.attribute('aria-describedby', part('reason')?.id);
      expect(part('reason')).to.have.trimmed.text(reason);
      expect(part('reason')?.matches(':popover-open'), 'the reason is shown').to.equal(true);
      expect(session.asked).to.deep.equal([]);
    });
  }

  it('still leads out of a call whose path broke', async () => {
    const { part } = await headsetIn({ ...active, chat: 'lost' });
    expect(part('button')).not.to.have.attribute('aria-disabled');
  });

  it('says that the browser asks for the microphone', async () => {
    const { part } = await headsetIn({
      call: { phase: 'connecting', ids: ['1'], caller: 'far' },
      own: { askingMicrophone: true },
    });
    expect(part('button')).to.have.attribute('aria-busy', 'true');
    expect(part('reason')).to.have.trimmed.text('Asking for the microphone');
  });

  it('shows its name beside the drawing, and the host’s words instead of it', async () => {
    const { element, part } = await headsetIn({});
    const width = () => part('label')!.getBoundingClientRect().width;
    expect(width(), 'for screen readers alone').to.be.at.most(1);
    element.showLabel = true;
    element.textContent = 'Talk';
    await element.updateComplete;
    expect(width()).to.be.above(1);
    const [words] = part('label')!.querySelector('slot')!.assignedNodes();
    expect(words?.textContent).to.equal('Talk');
  });

  it('is at least 44 px each way', async () => {
    const { width, height } = (await headsetIn({})).part('button')!.getBoundingClientRect();
    expect(Math.min(width, height)).to.be.at.least(44);
  });

  it('says so when it stands outside a session', async () => {
    const element = await fixture<HeadsetButton>(html`<headset-button></headset-button>`);
    expect(element.renderRoot.querySelector('[part=reason]')).to.have.trimmed.text(
      'This control is not in a chat session',
    );
  });

  const states: Record<string, FakeState> = {
    'before a call': {},
    'without an active chat': { chat: 'none' },
    'while it calls': calling,
    'while the far side rings': incoming,
    'while the browser asks': { call: { phase: 'connecting' }, own: { askingMicrophone: true } },
    'in a call': active,
  };
  for (const [name, state] of Object.entries(states)) {
    it(`is accessible ${name}`, async () => {
      const { element } = await headsetIn(state);
      await expect(element).to.be.accessible();
    });
  }
});
