import { mediaDevices } from '../media/media-devices.js';
import type { DeviceFailure, Devices } from '../ports/devices.js';
import { drawnPicture } from './drawn-picture.js';

export interface TestDevicesOptions {
  /** Written into the picture. */
  readonly name?: string;
  /** Of the picture's wall, 0 to 360. */
  readonly hue?: number;
  /** Hertz of the tone that stands for a voice. */
  readonly pitch?: number;
  /** Makes the microphone or camera fail in a chosen way. */
  readonly microphone?: DeviceFailure;
  readonly camera?: DeviceFailure;
  /** The microphone needs no answer, and takes this long to open. */
  readonly opening?: Promise<unknown>;
}

/** Made-up devices: a soft tone and a drawn picture. Lets a call work on a machine that has neither. */
export function testDevices({
  name = 'Test',
  hue = 205,
  pitch = 220,
  opening,
  ...failures
}: TestDevicesOptions = {}): Devices {
  const real = mediaDevices();
  const fail = (failure: DeviceFailure) =>
    Promise.resolve({ ok: false, failure, detail: `Made up: ${failure}.` } as const);
  return {
    async openMicrophone() {
      await opening;
      if (failures.microphone) return fail(failures.microphone);
      return { ok: true, track: toneTrack(pitch) };
    },
    microphoneGranted: () => opening !== undefined,
    openCamera: () =>
      failures.camera
        ? fail(failures.camera)
        : Promise.resolve({ ok: true, track: drawnPicture(name, hue).track }),
    playSound: (track) => real.playSound(track),
    stopSound: () => real.stopSound(),
  };
}

function toneTrack(pitch: number): MediaStreamTrack {
  const context = new AudioContext();
  const output = context.createMediaStreamDestination();
  const tone = new OscillatorNode(context, { frequency: pitch });
  // A voice swells: a steady tone would be taken for noise and suppressed.
  const swell = new OscillatorNode(context, { frequency: 1.5 });
  const volume = new GainNode(context, { gain: 0.08 });
  swell.connect(new GainNode(context, { gain: 0.06 })).connect(volume.gain);
  tone.connect(volume).connect(output);
  tone.start();
  swell.start();
  const [track] = output.stream.getAudioTracks();
  if (!track) throw new Error('This browser cannot make a tone.');
  const stop = track.stop.bind(track);
  track.stop = () => {
    stop();
    void context.close();
  };
  return track;
}
