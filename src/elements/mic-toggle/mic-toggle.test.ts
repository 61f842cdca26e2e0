import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../define/headset-button.js';
import '../../define/mic-toggle.js';
import type { FakeState } from '../../testing/fake-session.js';
import { scene } from '../../testing/scene.js';
import type { MuteRequestEvent } from '../shared/events.js';
import type { MicToggle } from './mic-toggle.js';

const active: FakeState = { call: { phase: 'active', ids: ['1'], startedAt: 0 } };
const idle: FakeState = { call: { phase: 'idle', ids: [], startedAt: undefined } };
const toggleIn = (state: FakeState) => scene<MicToggle>('mic-toggle', state);

/** A microphone that has the focus, and a headset to go on from. */
async function focusedIn(state: FakeState) {
  const the = await toggleIn(state);
  const headset = document.createElement('headset-button');
  the.element.before(headset);
  await headset.updateComplete;
  the.element.focus();
  return { ...the, headset };
}

describe('<mic-toggle>', () => {
  it('says that an audio call comes first, and stays focusable', async () => {
    const { element, part, session } = await toggleIn({});
    element.focus();
    await sendKeys({ press: 'Enter' });
    expect(part('button')).to.have.attribute('aria-disabled', 'true');
    expect(part('reason')).to.have.trimmed.text('Start an audio call first');
    expect(part('reason')?.matches(':popover-open'), 'the reason is shown').to.equal(true);
    expect(session.asked).to.deep.equal([]);
  });

  it('is on in a call, and mutes from the keyboard', async () => {
    const { element, part, session } = await toggleIn(active);
    expect(part('button')).to.have.attribute('aria-pressed', 'true');
    element.focus();
    await sendKeys({ press: 'Space' });
    await element.updateComplete;
    expect(session.asked).to.deep.equal(['setMuted true']);
    expect(part('button')).to.have.attribute('aria-pressed', 'false');
    expect(element.matches(':state(on)')).to.equal(false);
  });

  it('is hollow while the system has paused it, and a press still mutes', async () => {
    const { element, part, session } = await toggleIn({
      ...active,
      own: { microphonePaused: true },
    });
    expect(part('button')).to.have.attribute('aria-pressed', 'false');
    expect(element.matches(':state(on)')).to.equal(false);
    part('button')?.click();
    expect(session.asked).to.deep.equal(['setMuted true']);
  });

  it('unmutes, under the same name', async () => {
    const { element, part, session } = await toggleIn({ ...active, own: { muted: true } });
    expect(part('label')).to.have.trimmed.text('Microphone');
    part('button')?.click();
    await element.updateComplete;
    expect(session.asked).to.deep.equal(['setMuted false']);
    expect(part('label')).to.have.trimmed.text('Microphone');
    expect(element.matches(':state(on)')).to.equal(true);
  });

  it('leaves the microphone alone when the host cancels the request', async () => {
    const { element, part, session } = await toggleIn(active);
    element.addEventListener('mute-request', (event) => event.preventDefault());
    setTimeout(() => part('button')?.click());
    expect((await oneEvent<MuteRequestEvent>(element, 'mute-request')).muted).to.equal(true);
    expect(session.asked).to.deep.equal([]);
  });

  it('works while the path is broken', async () => {
    const { part, session } = await toggleIn({ ...active, call: { phase: 'reconnecting' } });
    part('button')?.click();
    expect(session.asked).to.deep.equal(['setMuted true']);
  });

  it('is off and busy while the browser asks for the microphone', async () => {
    const { part, session } = await toggleIn({
      call: { phase: 'calling' },
      own: { askingMicrophone: true },
    });
    part('button')?.click();
    expect(part('button')).to.have.attribute('aria-busy', 'true');
    expect(part('button')).to.have.attribute('aria-pressed', 'false');
    expect(part('reason')).to.have.trimmed.text('Asking for the microphone');
    expect(session.asked).to.deep.equal([]);
  });

  it('hands its focus to the headset when the call ends', async () => {
    const { headset, show } = await focusedIn(active);
    await show(idle);
    await waitUntil(() => document.activeElement === headset, 'the headset has the focus');
  });

  it('hands its focus on when a call ends that it never took part in', async () => {
    const { headset, show } = await focusedIn({ call: { phase: 'calling', ids: ['1'] } });
    await show(idle);
    await waitUntil(() => document.activeElement === headset, 'the headset has the focus');
  });

  it('hands its focus on before a framework takes it away', async () => {
    const { element, headset, session } = await focusedIn(active);
    session.subscribe(() => {
      queueMicrotask(() => {
        element.remove();
      });
    });
    // Moved: its own subscription now comes after the framework's.
    element.parentElement?.append(element);
    await element.updateComplete;
    element.focus();
    session.show(idle);
    await waitUntil(() => document.activeElement === headset, 'the headset has the focus');
  });

  it('leaves the focus where the host has put it', async () => {
    const { element, session } = await focusedIn(active);
    const composer = document.createElement('textarea');
    element.after(composer);
    session.show(idle);
    await element.updateComplete;
    composer.focus();
    await new Promise((painted) => requestAnimationFrame(painted));
    expect(composer.matches(':focus')).to.equal(true);
  });

  it('takes no focus from elsewhere when the call ends', async () => {
    const { element, show } = await focusedIn(active);
    const composer = document.createElement('textarea');
    element.after(composer);
    composer.focus();
    await show(idle);
    await new Promise((painted) => requestAnimationFrame(painted));
    expect(composer.matches(':focus')).to.equal(true);
  });

  it('says so when it stands outside a session', async () => {
    const element = await fixture<MicToggle>(html`<mic-toggle></mic-toggle>`);
    expect(element.renderRoot.querySelector('[part=reason]')).to.have.trimmed.text(
      'This control is not in a chat session',
    );
  });

  const states: Record<string, FakeState> = {
    'before a call': {},
    'in a call': active,
    'while muted': { ...active, own: { muted: true } },
    'while the browser asks': { call: { phase: 'connecting' }, own: { askingMicrophone: true } },
  };
  for (const [name, state] of Object.entries(states)) {
    it(`is accessible ${name}`, async () => {
      const { element } = await toggleIn(state);
      await expect(element).to.be.accessible();
    });
  }
});
