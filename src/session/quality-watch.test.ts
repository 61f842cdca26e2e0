import { expect } from '@open-wc/testing';
import { drawnPicture } from '../testing/drawn-picture.js';
import { heldClock } from '../testing/held-clock.js';
import { testDevices } from '../testing/test-devices.js';
import type { Link } from '../ports/link.js';
import { OwnMedia } from './own-media.js';
import { QualityWatch } from './quality-watch.js';
import { Store } from './store.js';

/** A watch on a made-up link: what it measures is given, what it is told is kept. */
function watched() {
  const store = new Store();
  const clock = heldClock();
  const sent: object[] = [];
  const onLine: (MediaStreamTrack | null)[] = [];
  const limits: (number | undefined)[] = [];
  let [received, lost, available] = [0, 0, 1_000_000];
  let told = 0;
  let cut = false;
  const sender = {
    getParameters: () => ({ encodings: [{}] }),
    setParameters: ({ encodings: [{ maxBitrate }] }: { encodings: [RTCRtpEncodingParameters] }) => {
      limits.push(maxBitrate);
      return Promise.resolve();
    },
  } as unknown as RTCRtpSender;
  const link: Link = {
    send: (message) => void sent.push(message),
    setTrack: (_kind, track) => Promise.resolve(void onLine.push(track)),
    sender: (kind) => (kind === 'video' ? sender : undefined),
    files: undefined,
    watch: () => undefined,
    stats: () =>
      Promise.resolve(
        new Map<string, object>([
          [
            'in',
            { type: 'inbound-rtp', kind: 'audio', packetsReceived: received, packetsLost: lost },
          ],
          ['pair', { type: 'candidate-pair', availableOutgoingBitrate: available }],
          ['t', { type: 'transport', selectedCandidatePairId: 'pair' }],
        ]) as unknown as RTCStatsReport,
      ),
    unbrokenSince: () => !cut,
    renew: () => undefined,
    close: () => undefined,
  };
  const own = new OwnMedia(() => testDevices(), store, {
    setTrack: () => undefined,
    mediaChanged: () => (told += 1),
    microphoneLost: () => undefined,
  });
  const watch = new QualityWatch(store, own, clock);
  const phase = (is: 'active' | 'reconnecting') =>
    store.set({ call: { ...store.snapshot.call, phase: is } });
  phase('active');
  watch.start(link);
  return {
    ...{ limits, link, onLine, phase, sent, store, watch },
    mediaTold: () => told,
    setCut: (now: boolean) => void (cut = now),
    /** Seconds of the call, in which this part of the far sound is lost. */
    pass: async (seconds: number, part = 0, bits = 1_000_000): Promise<void> => {
      for (let second = 0; second < seconds; second += 1) {
        received += 50 * (1 - part);
        lost += 50 * part;
        available = bits;
        clock.pass(1000);
        await new Promise((done) => setTimeout(done));
      }
    },
  };
}

describe('watching the quality of a call', () => {
  it('knows the far side’s network by what comes in, and tells the far side each time that changes', async () => {
    const { pass, sent, store } = watched();
    await pass(4);
    expect(store.snapshot.far.network).to.equal(5);
    await pass(5, 0.4);
    expect(store.snapshot.far.network).to.equal(1);
    expect(sent[0]).to.deep.equal({ v: 1, type: 'quality', level: 5 });
    expect(sent.at(-1)).to.deep.equal({ v: 1, type: 'quality', level: 1 });
    const before = sent.length;
    await pass(5, 0.4);
    expect(sent.length, 'not said twice').to.equal(before);
  });

  it('calls no network poor for a short cut, but for cut after cut', async () => {
    const { pass, setCut, store } = watched();
    await pass(4);
    setCut(true);
    await pass(2, 0.6);
    setCut(false);
    await pass(2);
    expect(store.snapshot.far.network).to.equal(5);
    setCut(true);
    await pass(6, 0.6);
    expect(store.snapshot.far.network).to.equal(1);
  });

  it('knows one’s own network by what the far side says', async () => {
    const { pass, store, watch } = watched();
    await pass(2);
    expect(store.snapshot.own.network).to.equal(undefined);
    watch.farSaid(2);
    await pass(1);
    expect(store.snapshot.own.network).to.equal(2);
  });

  it('knows nothing while reconnecting, and tells anew when the path is back', async () => {
    const { pass, phase, sent, store, watch } = watched();
    watch.farSaid(3);
    await pass(3);
    phase('reconnecting');
    await pass(1);
    const { far, own } = store.snapshot;
    expect([own.network, far.network]).to.deep.equal([undefined, undefined]);
    phase('active');
    await pass(3);
    expect(store.snapshot.far.network).to.equal(5);
    expect(sent).to.have.length(2);
  });

  it('stops with the call, also in the middle of a look', async () => {
    const { link, pass, store, watch } = watched();
    await pass(3);
    watch.start(link); // once more is the same as once
    watch.stop();
    watch.farSaid(1);
    await pass(3);
    const { far, own } = store.snapshot;
    expect([own.network, far.network]).to.deep.equal([undefined, undefined]);
  });

  it('takes the picture off its line, tries thinly, and tells the far side only of what lasts', async () => {
    const { limits, mediaTold, onLine, pass, store } = watched();
    const { stream } = drawnPicture('Sam');
    const [track] = stream.getVideoTracks();
    store.setOwn({ picture: stream });
    await pass(3);
    await pass(2, 0, 40_000);
    expect(store.snapshot.own.held).to.equal(true);
    expect([onLine, mediaTold()]).to.deep.equal([[null], 1]);
    expect(track!.readyState, 'the camera stays on').to.equal('live');
    await pass(5, 0, 55_000);
    expect(onLine.at(-1) === track, 'it is tried').to.equal(true);
    expect([limits, store.snapshot.own.held, mediaTold()]).to.deep.equal([[150_000], true, 1]);
    await pass(1, 0, 40_000);
    expect([onLine.at(-1), mediaTold()]).to.deep.equal([null, 1]);
    await pass(11, 0, 900_000);
    expect(store.snapshot.own.held).to.equal(false);
    expect(onLine.at(-1) === track).to.equal(true);
    expect([limits.at(-1), mediaTold()]).to.deep.equal([undefined, 2]);
  });

  it('lifts the limit when the camera goes off in the middle of a try', async () => {
    const { limits, pass, store } = watched();
    store.setOwn({ picture: drawnPicture('Sam').stream });
    await pass(3);
    await pass(2, 0, 40_000);
    await pass(5, 0, 55_000);
    store.setOwn({ picture: undefined, held: false });
    await pass(1);
    expect(limits).to.deep.equal([150_000, undefined]);
  });
});
