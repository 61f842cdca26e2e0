import type { Message } from '../call/messages.js';
import type { Devices } from '../ports/devices.js';
import type { LineKind } from '../ports/link.js';
import { inCall } from './snapshot.js';
import type { Store } from './store.js';

type About = Pick<Extract<Message, { type: 'about' }>, 'name' | 'voip' | 'video'>;

/** What is assumed of a far side that has not yet said anything. */
const unknownAbout: About = { name: '', voip: true, video: true };

/** The far side's sound, picture and name, and the slice of the snapshot that tells of them. */
export class FarMedia {
  readonly #devices: () => Devices;
  readonly #store: Store;
  #lines: Partial<Record<LineKind, MediaStreamTrack>> = {};
  #about = unknownAbout;
  #camera = false;
  #nameHere = '';

  constructor(devices: () => Devices, store: Store) {
    this.#devices = devices;
    this.#store = store;
  }

  /** Whether the far administrator allows a picture to be shown there. */
  get allowsVideo(): boolean {
    return this.#about.video;
  }

  /** Another far side: nothing of the old one holds. */
  meet(): void {
    this.#about = unknownAbout;
    this.refresh();
  }

  /** Gone, with its name left: what is said of the chat afterwards, and a copy of it, tell who it was with. */
  leave(): void {
    this.#lines = {};
    this.#about = { ...unknownAbout, name: this.#about.name };
    this.refresh();
  }

  nameHere(name: string): void {
    this.#nameHere = name;
    this.refresh();
  }

  said(about: About): void {
    this.#about = about;
    this.refresh();
  }

  sends({ camera, microphone }: { readonly camera: boolean; readonly microphone: boolean }): void {
    this.#camera = camera;
    this.#store.setFar({ muted: !microphone });
    this.refresh();
  }

  lineReady(kind: LineKind, track: MediaStreamTrack): void {
    this.#lines[kind] = track;
    if (kind === 'audio' && inCall(this.#store.snapshot.call)) void this.playSound();
    this.refresh();
  }

  async playSound(): Promise<void> {
    const { audio } = this.#lines;
    if (!audio) return;
    const playing = await this.#devices().playSound(audio);
    if (!playing && inCall(this.#store.snapshot.call)) {
      this.#store.set({ problem: { about: 'sound', code: 'needs-press' } });
    }
  }

  /** The call is over: neither seen nor heard any more. */
  close(): void {
    this.#devices().stopSound();
    this.#camera = false;
    this.#store.setFar({ muted: false });
    this.refresh();
  }

  /** Shown is what the far side says it sends, in a call, where both administrators allow it. */
  refresh(): void {
    const { call, far, policy } = this.#store.snapshot;
    const name = this.#nameHere || this.#about.name;
    const shown = inCall(call) && this.#camera && policy.video;
    const track = shown ? this.#lines.video : undefined;
    const picture = track && pictureOf(track, far.picture);
    if (far.picture === picture && far.name === name) return;
    this.#store.setFar({ name, picture });
    // A track, which lasts as long as its connection, holds all streams that it is in.
    if (!picture) for (const one of far.picture?.getTracks() ?? []) far.picture?.removeTrack(one);
  }
}

/** The same stream as long as a picture is shown: whoever plays it keeps its last frame meanwhile. */
function pictureOf(track: MediaStreamTrack, picture = new MediaStream()): MediaStream {
  const [before] = picture.getVideoTracks();
  if (before === track) return picture;
  if (before) picture.removeTrack(before);
  picture.addTrack(track);
  return picture;
}
