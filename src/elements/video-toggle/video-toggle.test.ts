import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../define/video-toggle.js';
import '../../i18n/calls.js';
import { drawnPicture } from '../../testing/drawn-picture.js';
import type { FakeState } from '../../testing/fake-session.js';
import type { CameraRequestEvent } from '../shared/events.js';
import { scene } from '../../testing/scene.js';
import type { VideoToggle } from './video-toggle.js';

const active: FakeState = { call: { phase: 'active', ids: ['1'], startedAt: 0 } };
const toggleIn = (state: FakeState) => scene<VideoToggle>('video-toggle', state);

describe('<video-toggle>', () => {
  it('says that an audio call comes first, and stays focusable', async () => {
    const { element, part, session } = await toggleIn({});
    element.focus();
    await sendKeys({ press: 'Enter' });
    expect(part('button')).to.have.attribute('aria-disabled', 'true');
    expect(part('reason')).to.have.trimmed.text('Start an audio call first');
    expect(part('reason')?.matches(':popover-open'), 'the reason is shown').to.equal(true);
    expect(session.asked).to.deep.equal([]);
  });

  it('turns the camera on from the keyboard in a call', async () => {
    const { element, part, session } = await toggleIn(active);
    element.focus();
    await sendKeys({ press: 'Space' });
    await element.updateComplete;
    expect(session.asked).to.deep.equal(['setCamera true']);
    expect(part('button')).to.have.attribute('aria-pressed', 'true');
    expect(element.matches(':state(on)')).to.equal(true);
  });

  it('says that there is no camera, and asks for none, until there may be one', async () => {
    const { part, session, show } = await toggleIn({ ...active, own: { camera: 'missing' } });
    expect(part('button')).to.have.attribute('aria-disabled', 'true');
    expect(part('reason')).to.have.trimmed.text('No camera found');
    part('button')?.click();
    expect(session.asked).to.deep.equal([]);
    await show({ own: { camera: 'unknown' } });
    part('button')?.click();
    expect(session.asked).to.deep.equal(['setCamera true']);
  });

  it('stays pressed and is drawn as not sent while the network holds the picture back', async () => {
    const own = { picture: new MediaStream() };
    const { element, part, session, show } = await toggleIn({ ...active, own });
    const filled = getComputedStyle(part('button')!).backgroundColor;
    await show({ own: { held: true } });
    expect(part('button')).to.have.attribute('aria-pressed', 'true');
    await waitUntil(() => getComputedStyle(part('button')!).backgroundColor !== filled, 'hollow');
    expect(element.matches(':state(on)')).to.equal(false);
    part('button')!.click();
    expect(session.asked).to.deep.equal(['setCamera false']);
  });

  it('turns the camera off again', async () => {
    const { part, session } = await toggleIn({ ...active, own: { picture: new MediaStream() } });
    part('button')?.click();
    expect(session.asked).to.deep.equal(['setCamera false']);
  });

  it('takes it back when it is pressed again while the camera starts', async () => {
    const { part, session } = await toggleIn({ ...active, own: { askingCamera: true } });
    part('button')?.click();
    expect(session.asked).to.deep.equal(['setCamera false']);
  });

  it('leaves the camera alone when the host cancels the request', async () => {
    const { element, part, session } = await toggleIn(active);
    element.addEventListener('camera-request', (event) => event.preventDefault());
    setTimeout(() => part('button')?.click());
    expect((await oneEvent<CameraRequestEvent>(element, 'camera-request')).on).to.equal(true);
    expect(session.asked).to.deep.equal([]);
  });

  it('is not there when the administrator has switched video off', async () => {
    const { element, part, show } = await toggleIn({ ...active, policy: { video: false } });
    expect(part('button')).to.equal(null);
    expect(element).not.to.be.displayed;
    await show({ policy: { video: true } });
    expect(element).to.be.displayed;
  });

  it('finds the session again after it was moved', async () => {
    const { element, session } = await toggleIn(active);
    const around = element.parentElement;
    element.remove();
    session.show({ own: { picture: drawnPicture('Sam').stream } });
    around?.append(element);
    await element.updateComplete;
    expect(element.matches(':state(on)')).to.equal(true);
  });

  it('says so when it stands outside a session', async () => {
    const element = await fixture<VideoToggle>(html`<video-toggle></video-toggle>`);
    expect(element.renderRoot.querySelector('[part=reason]')).to.have.trimmed.text(
      'This control is not in a chat session',
    );
  });

  const states: Record<string, FakeState> = {
    'before a call': {},
    'in a call': active,
    'while the camera starts': { ...active, own: { askingCamera: true } },
    'while the picture is sent': { ...active, own: { picture: new MediaStream() } },
    'when the camera is blocked': { ...active, own: { camera: 'denied' } },
  };
  for (const [name, state] of Object.entries(states)) {
    it(`is accessible ${name}`, async () => {
      const { element } = await toggleIn(state);
      await expect(element).to.be.accessible();
    });
  }
});
