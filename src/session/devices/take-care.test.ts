import { aTimeout, expect } from '@open-wc/testing';
import type { Devices, Opened } from '../../ports/devices.js';
import { heldClock } from '../../testing/held-clock.js';
import { testDevices, type TestDevicesOptions } from '../../testing/test-devices.js';
import { OwnMedia } from '../own-media.js';
import { Store } from '../store.js';
import { takeCare } from './take-care.js';

/** One side's devices in a call, looked after; time stands still. */
function side(options: TestDevicesOptions = {}) {
  const clock = heldClock();
  const store = new Store();
  const tracks: MediaStreamTrack[] = [];
  const grants: (() => void)[] = [];
  const failing = { ...options };
  const told = { far: 0, plugged: (): void => undefined, held: false, asked: 0 };
  const made = (): Devices => testDevices(failing);
  const keep = async (opening: Promise<Opened>): Promise<Opened> => {
    told.asked += 1;
    if (told.held) await new Promise<void>((grant) => grants.push(grant));
    const opened = await opening;
    if (opened.ok) tracks.push(opened.track);
    return opened;
  };
  const devices: Devices = {
    openMicrophone: () => keep(made().openMicrophone()),
    openCamera: () => keep(made().openCamera()),
    playSound: () => Promise.resolve(true),
    stopSound: () => undefined,
    whenPlugged: (plugged) => (told.plugged = plugged),
  };
  const mediaChanged = (): void => {
    told.far += 1;
  };
  let replace = (): Promise<void> => Promise.resolve();
  const own = new OwnMedia(() => devices, store, {
    setTrack: () => undefined,
    mediaChanged,
    microphoneLost: () => void replace(),
  });
  let energy: number | undefined = 0;
  const stats = (): Promise<RTCStatsReport> => {
    const source = { id: 'a', type: 'media-source', kind: 'audio', totalAudioEnergy: energy };
    return Promise.resolve(new Map([['a', source]]) as unknown as RTCStatsReport);
  };
  const care = takeCare({
    clock,
    store,
    devices: () => devices,
    own,
    mediaChanged,
    audioStats: stats,
  });
  replace = () => care.replaceMicrophone();
  return {
    clock,
    store,
    own,
    tracks,
    told,
    failing,
    grant: () => grants.forEach((one) => one()),
    problem: () =>
      store.snapshot.problem && `${store.snapshot.problem.about} ${store.snapshot.problem.code}`,
    inCall: async () => {
      await own.askMicrophone();
      own.sendMicrophone();
      store.set({ call: { ...store.snapshot.call, phase: 'active' } });
      await aTimeout(0);
    },
    /** A second passes, with this much sound. */
    second: async (sound: number | undefined) => {
      energy = sound === undefined ? undefined : (energy ?? 0) + sound;
      clock.pass(1000);
      await aTimeout(0);
    },
    event: (kind: string, type: string) =>
      tracks.findLast((track) => track.kind === kind)!.dispatchEvent(new Event(type)),
  };
}

const released: (() => void)[] = [];
async function called(options: TestDevicesOptions = {}) {
  const the = side(options);
  released.push(() => the.own.release());
  await the.inCall();
  return the;
}

afterEach(() => {
  for (const release of released.splice(0)) release();
});

describe('a browser that does not answer', () => {
  for (const about of ['microphone', 'camera'] as const) {
    it(`is spoken of after ten seconds, for the ${about}, until it does`, async () => {
      const { clock, grant, own, problem, told } = side();
      told.held = true;
      const asked = about === 'camera' ? own.openCamera() : own.askMicrophone();
      clock.pass(9999);
      expect(problem()).to.equal(undefined);
      clock.pass(1);
      expect(problem()).to.equal(`${about} unanswered`);
      grant();
      await asked;
      expect(problem()).to.equal(undefined);
      own.release();
    });
  }

  it('is not spoken of any more once it is cancelled, and what it grants late is stopped', async () => {
    const { clock, grant, own, problem, told, tracks } = side();
    told.held = true;
    const asked = own.askMicrophone();
    clock.pass(10_000);
    own.release();
    expect(problem()).to.equal(undefined);
    clock.pass(60_000);
    expect(problem()).to.equal(undefined);
    grant();
    await asked;
    expect(tracks.map(({ readyState }) => readyState)).to.deep.equal(['ended']);
  });

  it('is not spoken of when it answers in time', async () => {
    const { clock, own, problem } = side();
    await own.askMicrophone();
    clock.pass(60_000);
    expect(problem()).to.equal(undefined);
    own.release();
  });
});

describe('a device that the system pauses', () => {
  it('is told to both sides, and comes back by itself', async () => {
    const { clock, event, own, problem, store, told } = await called();
    event('audio', 'mute');
    clock.pass(350);
    expect(problem()).to.equal('microphone paused');
    expect(store.snapshot.own.microphonePaused).to.equal(true);
    expect([own.microphoneOn, told.far]).to.deep.equal([false, 1]);
    event('audio', 'unmute');
    expect(problem()).to.equal(undefined);
    expect([own.microphoneOn, told.far]).to.deep.equal([true, 2]);
    expect(store.snapshot.own.muted, 'the person muted nothing').to.equal(false);
  });

  it('is not spoken of for a hiccup', async () => {
    const { clock, event, problem, told } = await called();
    event('audio', 'mute');
    clock.pass(349);
    event('audio', 'unmute');
    clock.pass(10_000);
    expect([problem(), told.far]).to.deep.equal([undefined, 0]);
  });

  it('is not spoken of in the first second of a camera, but after it', async () => {
    const { clock, event, own, problem, store } = await called();
    await own.openCamera();
    event('video', 'mute');
    clock.pass(999);
    expect(problem()).to.equal(undefined);
    clock.pass(1);
    expect(problem()).to.equal('camera paused');
    expect([store.snapshot.own.cameraPaused, own.sendsPicture]).to.deep.equal([true, false]);
    event('video', 'unmute');
    expect([store.snapshot.own.cameraPaused, own.sendsPicture]).to.deep.equal([false, true]);
  });

  it('is the microphone when both are, then the camera', async () => {
    const { clock, event, own, problem } = await called();
    await own.openCamera();
    clock.pass(5000);
    event('audio', 'mute');
    event('video', 'mute');
    clock.pass(350);
    expect(problem()).to.equal('microphone paused');
    event('audio', 'unmute');
    expect(problem()).to.equal('camera paused');
  });

  it('is forgotten with the device', async () => {
    const { clock, event, own, problem, store } = await called();
    event('audio', 'mute');
    clock.pass(350);
    own.release();
    expect([problem(), store.snapshot.own.microphonePaused]).to.deep.equal([undefined, false]);
  });

  it('leaves what else is wrong on the screen when it goes on', async () => {
    const { clock, event, problem, store } = await called();
    event('audio', 'mute');
    clock.pass(350);
    store.set({ problem: { about: 'sound', code: 'needs-press' } });
    event('audio', 'unmute');
    expect(problem()).to.equal('sound needs-press');
  });
});

describe('a silent microphone', () => {
  const seconds = async (
    second: (sound: number | undefined) => Promise<void>,
    all: (number | undefined)[],
  ) => {
    for (const sound of all) await second(sound);
  };

  it('is spoken of after four seconds, until it gives a sound', async () => {
    const { problem, second } = await called();
    await seconds(second, [0, 0, 0]);
    expect(problem()).to.equal(undefined);
    await second(0);
    expect(problem()).to.equal('microphone silent');
    await second(1e-12);
    expect(problem()).to.equal(undefined);
  });

  it('is spoken of no later where the first report says nothing of it', async () => {
    const { problem, second } = await called();
    await seconds(second, [undefined, 0, 0, 0]);
    expect(problem()).to.equal(undefined);
    await second(0);
    expect(problem()).to.equal('microphone silent');
  });

  it('is none when a room is merely quiet', async () => {
    const { problem, second } = await called();
    await seconds(
      second,
      Array.from({ length: 600 }, () => 1e-12),
    );
    expect(problem()).to.equal(undefined);
  });

  it('is given thirty seconds once it was silent and then not: it filters all but speech', async () => {
    const { problem, second } = await called();
    await seconds(second, [0, 0, 0, 0, 0, 1]);
    await seconds(
      second,
      Array.from({ length: 29 }, () => 0),
    );
    expect(problem()).to.equal(undefined);
    await second(0);
    expect(problem()).to.equal('microphone silent');
  });

  it('is none while muted, or where the browser does not measure it', async () => {
    const { own, problem, second } = await called();
    own.setMuted(true);
    await seconds(second, [0, 0, 0, 0, 0, 0, 0]);
    expect(problem()).to.equal(undefined);
    own.setMuted(false);
    await seconds(second, [
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(problem()).to.equal(undefined);
  });

  it('is not measured out of a call', async () => {
    const { clock, problem, store } = await called();
    store.set({ call: { ...store.snapshot.call, phase: 'idle' } });
    clock.pass(60_000);
    await aTimeout(0);
    expect(problem()).to.equal(undefined);
  });
});

describe('a microphone that is pulled out', () => {
  for (const muted of [false, true]) {
    it(`is replaced by the one that is there, ${muted ? 'muted as it was' : 'and heard'}`, async () => {
      const { event, own, problem, store, told, tracks } = await called();
      own.setMuted(muted);
      told.far = 0;
      event('audio', 'ended');
      expect([own.microphoneOn, told.far], 'the far side is told at once').to.deep.equal([
        false,
        1,
      ]);
      await aTimeout(0);
      await aTimeout(0);
      expect(problem()).to.equal('microphone replaced');
      expect(store.snapshot.problem).to.deep.include({ device: tracks[1]!.label });
      expect([own.microphoneOn, store.snapshot.own.muted]).to.deep.equal([!muted, muted]);
      expect([told.asked, told.far]).to.deep.equal([2, 2]);
    });
  }

  it('leaves her muted, with the reason, when there is no other', async () => {
    const { event, failing, problem, store } = await called();
    Object.assign(failing, { microphone: 'missing' });
    event('audio', 'ended');
    await aTimeout(0);
    expect(problem()).to.equal('microphone missing');
    expect(store.snapshot.own).to.deep.include({ muted: true, microphone: 'missing' });
    expect(store.snapshot.problem).to.deep.include({ farKnows: true });
  });

  it('is not opened for ever when each one goes away at once', async () => {
    const { clock, event, problem, told } = await called();
    event('audio', 'ended');
    await aTimeout(0);
    await aTimeout(0);
    event('audio', 'ended');
    await aTimeout(0);
    expect([problem(), told.asked]).to.deep.equal(['microphone failed', 2]);
    clock.pass(2000);
  });
});

describe('a camera', () => {
  it('that stops is said to have stopped, and is not opened again by itself', async () => {
    const { event, own, problem, store, told } = await called();
    await own.openCamera();
    event('video', 'ended');
    await aTimeout(0);
    expect(problem()).to.equal('camera stopped');
    expect([store.snapshot.own.picture, told.asked]).to.deep.equal([undefined, 2]);
  });

  it('that was missing may be tried again when something was plugged in, and is not opened by it', async () => {
    const { own, store, told } = await called({ camera: 'missing' });
    await own.openCamera();
    expect(store.snapshot.own.camera).to.equal('missing');
    told.plugged();
    expect([store.snapshot.own.camera, told.asked]).to.deep.equal(['unknown', 2]);
  });

  it('that was missing may be tried again in the next call', async () => {
    const { own, store } = await called({ camera: 'missing' });
    await own.openCamera();
    store.set({ call: { ...store.snapshot.call, phase: 'idle' } });
    expect(store.snapshot.own.camera).to.equal('unknown');
  });
});
