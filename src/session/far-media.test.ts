import { expect } from '@open-wc/testing';
import { noCall } from '../call/call-state.js';
import { testDevices } from '../testing/test-devices.js';
import { FarMedia } from './far-media.js';
import { Store } from './store.js';

const track = (): MediaStreamTrack =>
  document.createElement('canvas').captureStream().getVideoTracks()[0]!;

function far() {
  const store = new Store();
  store.set({ call: { ...noCall, phase: 'active' }, policy: { voip: true, video: true } });
  const media = new FarMedia(() => testDevices({}), store);
  return {
    media,
    picture: () => store.snapshot.far.picture,
    name: () => store.snapshot.far.name,
  };
}

describe('the far side’s name', () => {
  it('stays when it has left, until somebody else is met', () => {
    const { media, name } = far();
    media.said({ name: 'Anna', voip: true, video: true });
    media.leave();
    expect(name()).to.equal('Anna');
    media.meet();
    expect(name()).to.equal('');
  });
});

describe('the far side’s picture', () => {
  it('stays the same stream from one line to the next', () => {
    const { media, picture } = far();
    const [first, second] = [track(), track()];
    media.lineReady('video', first);
    media.sends({ camera: true, microphone: true });
    const shown = picture();
    media.lineReady('video', second);
    expect(picture()).to.equal(shown);
    expect(shown?.getTracks()).to.deep.equal([second]);
  });

  for (const [how, end] of [
    ['the camera goes off', (media: FarMedia) => media.sends({ camera: false, microphone: true })],
    ['the call ends', (media: FarMedia) => media.close()],
  ] as const) {
    it(`leaves nothing on its line when ${how}: the line would hold every stream that it was in`, () => {
      const { media, picture } = far();
      media.lineReady('video', track());
      media.sends({ camera: true, microphone: true });
      const shown = picture();
      end(media);
      expect(picture()).to.equal(undefined);
      expect(shown?.getTracks()).to.deep.equal([]);
    });
  }
});
