import type { DeviceFailure, Devices, Opened } from '../ports/devices.js';
import type { LineKind } from '../ports/link.js';
import { OwnDevice } from './own-device.js';
import type { Capability, OwnSide } from './snapshot.js';
import type { Store } from './store.js';

const capabilityOf: Partial<Record<DeviceFailure, Capability>> = {
  blocked: 'denied',
  'blocked-by-system': 'denied',
  'blocked-by-page': 'blocked-by-page',
  'insecure-page': 'blocked-by-page',
  missing: 'missing',
  busy: 'busy',
};

export interface OwnMediaHost {
  setTrack(kind: LineKind, track: MediaStreamTrack | null): void;
  /** What this side sends has changed: the far side has to know. */
  mediaChanged(): void;
  /** The microphone was pulled out, or taken away. */
  microphoneLost(): void;
}

/** This side's microphone and camera, and the slice of the snapshot that tells of them. */
export class OwnMedia {
  readonly #store: Store;
  readonly #host: OwnMediaHost;
  readonly #microphone: OwnDevice;
  readonly #camera: OwnDevice;

  constructor(devices: () => Devices, store: Store, host: OwnMediaHost) {
    this.#store = store;
    this.#host = host;
    this.#microphone = new OwnDevice(
      () => devices().openMicrophone(),
      () => this.#microphoneLost(),
    );
    this.#camera = new OwnDevice(
      () => devices().openCamera(),
      () => this.#cameraLost(),
    );
  }

  get microphoneOn(): boolean {
    return this.#microphone.track?.enabled === true && !this.#store.snapshot.own.microphonePaused;
  }

  get sendsPicture(): boolean {
    const { cameraPaused, held } = this.#store.snapshot.own;
    return this.#camera.track !== undefined && !held && !cameraPaused;
  }

  async askMicrophone(): Promise<Opened | undefined> {
    const asked = this.#microphone.ask();
    this.#store.setOwn({ askingMicrophone: true });
    const opened = await asked;
    if (!opened) return undefined;
    this.#store.setOwn({ askingMicrophone: false, microphone: capability(opened) });
    return opened;
  }

  /** From here the far side may hear us. */
  sendMicrophone(): void {
    const { track } = this.#microphone;
    if (!track) return;
    track.enabled = !this.#store.snapshot.own.muted;
    this.#host.setTrack('audio', track);
  }

  get microphone(): MediaStreamTrack | undefined {
    return this.#microphone.track;
  }

  setMuted(muted: boolean): void {
    if (this.#microphone.track) this.#microphone.track.enabled = !muted;
    this.#store.setOwn({ muted });
    this.#host.mediaChanged();
  }

  async openCamera(): Promise<Opened | undefined> {
    if (this.#camera.asking || this.#camera.track) return undefined;
    const asked = this.#camera.ask();
    this.#store.setOwn({ askingCamera: true });
    const opened = await asked;
    if (!opened) return undefined;
    const change: Partial<OwnSide> = { askingCamera: false, camera: capability(opened) };
    if (!opened.ok) {
      this.#store.setOwn(change);
      return opened;
    }
    this.#host.setTrack('video', opened.track);
    this.#store.setOwn({ ...change, picture: new MediaStream([opened.track]) });
    this.#host.mediaChanged();
    return opened;
  }

  /** The camera stays on; whether its picture is sent is the network's doing. */
  hold(held: boolean): void {
    this.#store.setOwn({ held });
    this.#host.mediaChanged();
  }

  closeCamera(): void {
    if (!this.#camera.asking && !this.#camera.track) return;
    this.#host.setTrack('video', null);
    this.#camera.release();
    this.#store.setOwn({ askingCamera: false, picture: undefined, held: false });
    this.#host.mediaChanged();
  }

  /** Everything off the lines and released: no light stays on after a call. */
  release(): void {
    this.#microphone.release();
    this.#camera.release();
    this.#host.setTrack('audio', null);
    this.#host.setTrack('video', null);
    this.#store.setOwn({
      askingMicrophone: false,
      askingCamera: false,
      muted: false,
      picture: undefined,
      held: false,
    });
  }

  #microphoneLost(): void {
    this.#microphone.release();
    this.#host.setTrack('audio', null);
    this.#host.mediaChanged();
    this.#host.microphoneLost();
  }

  #cameraLost(): void {
    this.closeCamera();
    this.#store.setOwn({ camera: 'unknown' });
    this.#store.set({ problem: { about: 'camera', code: 'stopped' } });
  }
}

const capability = (opened: Opened): Capability =>
  opened.ok ? 'granted' : (capabilityOf[opened.failure] ?? 'unknown');
