import { aTimeout, expect, waitUntil } from '@open-wc/testing';
import '../../define/call-stage.js';
import '../../define/self-view-pip.js';
import { drawnPicture } from '../../testing/drawn-picture.js';
import type { FakeState } from '../../testing/fake-session.js';
import { scene } from '../../testing/scene.js';
import type { CallStage } from './call-stage.js';

const own = { picture: new MediaStream() };
const far = { picture: drawnPicture('Anna').stream };
const active: FakeState = { call: { phase: 'active', ids: ['1'], startedAt: 0 } };
const stageIn = (state: FakeState) => scene<CallStage>('call-stage', state);

describe('<call-stage>', () => {
  const closed: Record<string, FakeState> = {
    'before a call': {},
    'in a call without cameras': active,
    'before the call is accepted': { call: { phase: 'connecting' }, own, far },
  };
  for (const [name, state] of Object.entries(closed)) {
    it(`is not there ${name}`, async () => {
      const { element } = await stageIn(state);
      expect(element.checkVisibility()).to.equal(false);
      expect(element.matches(':state(open)')).to.equal(false);
    });
  }

  it('opens black, with words, while only the own camera is on', async () => {
    const { element, part, show } = await stageIn(active);
    await show({ own });
    expect(element.checkVisibility()).to.equal(true);
    expect(getComputedStyle(part('stage')!).backgroundColor).to.equal('rgb(0, 0, 0)');
    expect(part('video')).not.to.exist;
    expect(part('empty')!.checkVisibility()).to.equal(true);
    expect(part('empty')).to.contain.text('Anna’s camera is off');
    expect(part('empty')).to.contain.text('You see your own picture in the corner.');
    expect(element.matches(':state(far-picture)')).to.equal(false);
  });

  it('stays black on a page of any colour scheme', async () => {
    const { element, part } = await stageIn({ ...active, own });
    for (const scheme of ['light', 'dark']) {
      element.parentElement!.style.colorScheme = scheme;
      expect(getComputedStyle(part('stage')!).backgroundColor, scheme).to.equal('rgb(0, 0, 0)');
    }
  });

  it('shows the far side’s picture in the whole area, without its sound', async () => {
    const { element, part } = await stageIn({ ...active, far });
    const video = part('video') as HTMLVideoElement;
    expect(video.srcObject === far.picture, 'the picture is the far side’s').to.equal(true);
    expect(video.muted, 'the sound comes from elsewhere').to.equal(true);
    expect(video.autoplay && video.playsInline).to.equal(true);
    expect(video).to.have.attribute('aria-label', 'Picture from Anna’s camera');
    const [area, shown] = [part('stage')!.getBoundingClientRect(), video.getBoundingClientRect()];
    expect(Math.max(shown.top - area.top, shown.left - area.left)).to.be.at.most(0);
    expect(Math.min(shown.bottom - area.bottom, shown.right - area.right)).to.be.at.least(0);
    expect(part('empty')!.checkVisibility()).to.equal(false);
    expect(element.matches(':state(far-picture)')).to.equal(true);
  });

  it('plays that picture', async () => {
    const { part } = await stageIn({ ...active, far });
    const video = part('video') as HTMLVideoElement;
    await new Promise((frame) => video.requestVideoFrameCallback(frame));
    expect(video.paused).to.equal(false);
  });

  it('turns black when the far side turns its camera off, and closes with the last camera', async () => {
    const { element, part, show } = await stageIn({ ...active, own, far });
    await show({ far: { picture: undefined } });
    expect(part('video')).not.to.exist;
    expect(part('empty')!.checkVisibility()).to.equal(true);
    await show({ own: { picture: undefined } });
    expect(element.checkVisibility()).to.equal(false);
  });

  it('dims the last picture while it reconnects', async () => {
    const { element, part, show } = await stageIn({ ...active, far });
    const filter = () => getComputedStyle(part('video')!).filter;
    expect(filter()).to.equal('none');
    await show({ call: { phase: 'reconnecting' } });
    expect(filter()).to.contain('brightness');
    expect(element.matches(':state(frozen)')).to.equal(true);
    await show({ call: { phase: 'active' } });
    expect(filter()).to.equal('none');
  });

  for (const counts of ['pictures', 'none'])
    it(`says so over the dimmed last picture when no picture comes any more, until one does, in a browser that counts ${counts}`, async () => {
      const canvas = document.createElement('canvas');
      const context = canvas.getContext('2d')!;
      const stream = canvas.captureStream(20);
      let on = true;
      const drawing = setInterval(() => {
        if (on) context.fillRect(0, 0, performance.now() % 100, 10);
      }, 50);
      const { element, part, show } = await stageIn({ ...active, far: { picture: stream } });
      const video = part('video') as HTMLVideoElement;
      if (counts === 'none') {
        // As Firefox does with pictures of a call.
        const none = { totalVideoFrames: 0 } as VideoPlaybackQuality;
        video.getVideoPlaybackQuality = () => none;
      }
      await new Promise((frame) => video.requestVideoFrameCallback(frame));
      await aTimeout(2800);
      expect(part('paused'), 'while it moves').not.to.exist;
      on = false;
      await waitUntil(() => part('paused'), 'words', { timeout: 8000 });
      expect(part('paused')).to.have.trimmed.text('Anna’s video is paused');
      expect(element.matches(':state(still)')).to.equal(true);
      expect(getComputedStyle(part('video')!).filter).to.contain('brightness');
      await expect(element).to.be.accessible();
      await show({ call: { phase: 'reconnecting' } });
      expect(part('paused'), 'then the status line says more').not.to.exist;
      await show({ call: { phase: 'active' } });
      on = true;
      await waitUntil(() => !part('paused'), 'gone with the next picture', { timeout: 4000 });
      expect(element.matches(':state(still)')).to.equal(false);
      clearInterval(drawing);
    }).timeout(20_000);

  it('is not taken in by a browser that tells of the same picture again and again', async () => {
    const { part, show } = await stageIn(active);
    const proto = HTMLVideoElement.prototype;
    const real = Object.getOwnPropertyDescriptor(proto, 'requestVideoFrameCallback')!;
    const again: typeof proto.requestVideoFrameCallback = (tell) =>
      Number(setTimeout(() => tell(0, { presentedFrames: 1 } as VideoFrameCallbackMetadata), 10));
    Object.defineProperty(proto, 'requestVideoFrameCallback', { ...real, value: again });
    try {
      await show({ far: { picture: new MediaStream() } });
      await waitUntil(() => part('paused'), 'words', { timeout: 8000 });
    } finally {
      Object.defineProperty(proto, 'requestVideoFrameCallback', real);
    }
  });

  it('lays what is written in it over the picture', async () => {
    const { element, part } = await stageIn({ ...active, own, far });
    const selfView = document.createElement('self-view-pip');
    element.append(selfView);
    await selfView.updateComplete;
    const { left, top, width, height } = selfView.getBoundingClientRect();
    const hit = document.elementFromPoint(left + width / 2, top + height / 2);
    expect(hit === selfView, 'the self-view lies on top').to.equal(true);
    expect(part('stage')!.checkVisibility()).to.equal(true);
  });

  it('takes the host’s own words for the black stage', async () => {
    const { element, part } = await stageIn({ ...active, own });
    element.innerHTML = '<p slot="empty">Be right back</p>';
    expect(part('empty')!.querySelector('slot')!.assignedElements()[0]).to.have.text(
      'Be right back',
    );
    expect(element.querySelector('p')!.checkVisibility()).to.equal(true);
  });

  it('names a far side that has no name by its part', async () => {
    const { part } = await stageIn({ ...active, own, party: 'agent', far: { name: '' } });
    expect(part('empty')).to.contain.text('The visitor’s camera is off');
  });

  const states: Record<string, FakeState> = {
    closed: active,
    'black, with words': { ...active, own },
    'with a picture': { ...active, far },
    'with a frozen picture': { call: { phase: 'reconnecting' }, own, far },
  };
  for (const [name, state] of Object.entries(states)) {
    it(`is accessible ${name}`, async () => {
      const { element } = await stageIn(state);
      await expect(element).to.be.accessible();
    });
  }
});
