import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import { ChatSession } from '../elements/chat-session/chat-session.js';
import { HeadsetButton } from '../elements/headset-button/headset-button.js';
import type { CameraRequestEvent } from '../elements/shared/events.js';
import { VideoToggle } from '../elements/video-toggle/video-toggle.js';
import { drawnPicture } from '../testing/drawn-picture.js';
import type { FakeState } from '../testing/fake-session.js';
import { hearWarnings } from '../testing/hear-warnings.js';
import { scene } from '../testing/scene.js';
import { mayDefine, prepare } from './may-define.js';

/** An element class as another copy of the kit, or another library, would bring it. */
const ofVersion = (version: string) =>
  class extends HTMLElement {
    static readonly version = version;
  };

describe('defining a tag', () => {
  const warnings = hearWarnings();

  it('defines the kit’s classes under their own tags', async () => {
    await import('./hangup-button.js');
    const { HangupButton } = await import('../elements/hangup-button/hangup-button.js');
    expect(customElements.get('hangup-button') === HangupButton).to.equal(true);
    expect(warnings).to.deep.equal([]);
  });

  it('leaves taken tags alone and names both versions in one warning', async () => {
    const [one, other] = [ofVersion('0.0.1'), ofVersion('0.0.1')];
    customElements.define('mic-toggle', one);
    customElements.define('self-view-pip', other);
    await import('./mic-toggle.js');
    await import('./self-view-pip.js');
    expect(customElements.get('mic-toggle') === one).to.equal(true);
    expect(customElements.get('self-view-pip') === other).to.equal(true);
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.contain('<mic-toggle> is held by 0.0.1');
    expect(warnings[0]).to.contain(HeadsetButton.version);
  });

  it('says so of each tag that another library holds', () => {
    for (const tag of ['taken-tag', 'other-tag']) {
      customElements.define(tag, class extends HTMLElement {});
      expect(mayDefine(tag, ofVersion('2.0.0'))).to.equal(false);
      expect(mayDefine(tag, ofVersion('2.0.0'))).to.equal(false);
    }
    expect(warnings).to.have.length(2);
    expect(warnings[0]).to.contain('<taken-tag> is held by another library; 2.0.0');
    expect(warnings[1]).to.contain('<other-tag>');
  });

  it('is silent about a second copy of the same version, and about the same class', () => {
    const [first, second] = [ofVersion('1.0.0'), ofVersion('1.0.0')];
    expect(mayDefine('kit-tag', first)).to.equal(true);
    customElements.define('kit-tag', first);
    expect([mayDefine('kit-tag', first), mayDefine('kit-tag', second)]).to.deep.equal([
      ...[false, false],
    ]);
    expect(warnings).to.deep.equal([]);
  });

  describe('a class under a name of the host’s', () => {
    customElements.define('my-camera', class extends VideoToggle {});
    customElements.define('my-chat', class extends ChatSession {});
    const inCall: FakeState = { call: { phase: 'active', ids: ['1'], startedAt: 0 } };

    it('follows the session, marks its states and gives commands', async () => {
      const { element, part, session, show } = await scene<VideoToggle>('my-camera', inCall);
      setTimeout(() => part('button')?.click());
      const event = await oneEvent<CameraRequestEvent>(element, 'camera-request');
      expect(event.on).to.equal(true);
      expect(session.asked).to.deep.equal(['setCamera true']);
      await show({ own: { picture: drawnPicture('Sam').stream } });
      expect(element.matches(':state(on)')).to.equal(true);
      await expect(element).to.be.accessible();
    });

    it('wears the tokens and its own styles', async () => {
      const { element, part, show } = await scene<VideoToggle>('my-camera', inCall);
      expect(part('button')!.offsetHeight).to.equal(44);
      element.style.setProperty('--visavis-control-size', '60px');
      expect(part('button')!.offsetHeight).to.equal(60);
      await show({ policy: { video: false } });
      expect(element).not.to.be.displayed;
    });

    it('finds a session of another name by `for`', async () => {
      const page = await fixture(html`
        <div>
          <my-chat id="chat" party="agent" voip video></my-chat>
          <my-camera for="chat"></my-camera>
        </div>
      `);
      const camera = page.querySelector<VideoToggle>('my-camera')!;
      await waitUntil(() => camera.renderRoot.textContent.includes('Start an audio call first'));
    });
  });

  it('gives the page the tokens once, however many tags are defined', () => {
    prepare();
    const { length } = document.adoptedStyleSheets;
    prepare();
    expect(document.adoptedStyleSheets).to.have.length(length);
    const page = getComputedStyle(document.documentElement);
    expect(page.getPropertyValue('--visavis-control-size').trim()).to.equal('44px');
  });
});
