import { aTimeout, expect, waitUntil } from '@open-wc/testing';
import { VideoLines } from './video-lines.js';

/** Two lines that write down what is done to them. */
function lines() {
  const done: string[] = [];
  const line = (name: string): RTCRtpTransceiver =>
    ({
      sender: {
        replaceTrack: async (track: MediaStreamTrack | null) =>
          void done.push(`${name} ${track ? 'picture' : 'nothing'}`),
        getParameters: () => ({ encodings: [{ active: true }] }),
        setParameters: async (
          { encodings: [encoding] }: RTCRtpSendParameters,
          options?: { readonly encodingOptions?: readonly { readonly keyFrame: boolean }[] },
        ) => {
          const keyFrame = options?.encodingOptions?.[0]?.keyFrame;
          const size = encoding?.scaleResolutionDownBy;
          const is = keyFrame ? 'key frame' : encoding?.active ? 'on' : 'off';
          done.push(`${name} ${is}${size ? `, 1/${size}` : ''}`);
        },
      },
    }) as unknown as RTCRtpTransceiver;
  const picture = new VideoLines([line('first'), line('second')], () => void done.push('told'));
  return { done, picture };
}

const track = {} as MediaStreamTrack;

describe('the two lines of a picture', () => {
  it('take turns: after each hold it goes on over the other one, with a key frame', async () => {
    const { done, picture } = lines();
    await picture.put(track);
    picture.hold();
    picture.hold();
    picture.goOn();
    picture.goOn();
    await picture.put(track);
    expect(picture.at).to.equal(1);
    expect(done.slice(0, 8)).to.deep.equal([
      'first on, 1/4',
      'first picture',
      'first off',
      'first nothing',
      'second off, 1/4',
      'second picture',
      'told',
      'second key frame',
    ]);
    picture.hold();
    picture.goOn();
    await picture.put(track);
    expect(picture.at).to.equal(0);
    expect(done).to.include('first key frame');
  });

  it('let a picture that begins be small and grow; another camera’s stays as large', async () => {
    const { done, picture } = lines();
    await picture.put(track);
    expect(done).to.deep.equal(['first on, 1/4', 'first picture']);
    await waitUntil(() => done.includes('first on, 1/2'), undefined, { timeout: 5000 });
    await picture.put({} as MediaStreamTrack);
    expect(done.slice(-1)).to.deep.equal(['first picture']);
    await picture.put(null);
    const before = done.length;
    await aTimeout(1500);
    expect(done.slice(before), 'what is off does not grow').to.deep.equal([]);
    await picture.put(track);
    expect(done.slice(-2)).to.deep.equal(['first on, 1/4', 'first picture']);
    picture.stop();
  });

  it('let a picture that came back grow, but not into the next break', async () => {
    const { done, picture } = lines();
    await picture.put(track);
    picture.hold();
    picture.goOn();
    await waitUntil(() => done.includes('second on, 1/2'), undefined, { timeout: 5000 });
    picture.hold();
    picture.goOn();
    await picture.put(track);
    picture.hold();
    picture.goOn();
    picture.hold();
    await picture.put(track);
    const before = done.length;
    await aTimeout(1500);
    expect(done.slice(before)).to.deep.equal([]);
    picture.stop();
  });

  it('send no picture that is turned on while it is held, until it goes on', async () => {
    const { done, picture } = lines();
    picture.hold();
    await picture.put(track);
    expect(done).to.include('second picture');
    expect(done).not.to.include('second key frame');
    expect(done).not.to.include('first picture');
    picture.goOn();
    await picture.put(track);
    expect(done).to.include('second key frame');
  });

  it('put a picture that is turned on in between on the line that goes on', async () => {
    const { done, picture } = lines();
    picture.hold();
    const on = picture.put(track);
    picture.goOn();
    await on;
    expect(done).not.to.include('first picture');
    expect(done).to.include('second picture');
  });
});
