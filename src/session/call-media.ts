import type { Happening } from '../call/far-words.js';
import { stamp } from '../call/messages.js';
import type { Opened } from '../ports/devices.js';
import type { Link } from '../ports/link.js';
import type { PathLevel } from '../ports/path.js';
import { importAgain } from '../wire/import-again.js';
import { CallError } from './call-error.js';
import type { CallDevices } from './call-runner.js';
import type { Care } from './devices/take-care.js';
import { FarMedia } from './far-media.js';
import { OwnMedia } from './own-media.js';
import { codeOf } from './problem-code.js';
import type { QualityWatch } from './quality-watch.js';
import type { SessionPorts } from './session-ports.js';
import { inCall, type Problem } from './snapshot.js';
import { solved } from './solved.js';
import type { Store } from './store.js';

/** Loaded as soon as a call is about to be: trouble may come at once. A call goes on without it. */
const loadWatch = () => importAgain(() => import('./quality-watch.js')).catch(() => undefined);

/** What a call does to the devices here, and to what is seen and heard of the far side. */
export class CallMedia implements CallDevices {
  readonly #ports: SessionPorts;
  readonly #store: Store;
  readonly #link: () => Link | undefined;
  readonly #dispatch: (happening: Happening) => void;
  readonly own: OwnMedia;
  readonly far: FarMedia;
  /** Settles when the browser has answered; the command that asked waits for it. */
  asked: Promise<void> = Promise.resolve();
  #watch: QualityWatch | undefined;
  #cared: Promise<Care | undefined> | undefined;

  constructor(
    ports: SessionPorts,
    store: Store,
    link: () => Link | undefined,
    dispatch: (happening: Happening) => void,
  ) {
    this.#ports = ports;
    this.#store = store;
    this.#link = link;
    this.#dispatch = dispatch;
    this.own = new OwnMedia(ports.devices, store, {
      setTrack: (kind, track) => void link()?.setTrack(kind, track),
      mediaChanged: () => this.tell(),
      microphoneLost: () => void this.#microphoneLost(),
    });
    this.far = new FarMedia(ports.devices, store);
    // The first answer takes a moment, which a ring need not wait for.
    ports.devices().microphoneGranted?.();
  }

  // ── The call's effects ───────────────────────────────────────────────────

  askMicrophone(): void {
    this.asked = this.#ask();
  }

  openMedia(): void {
    this.own.sendMicrophone();
    this.#link()?.watch(true);
    this.tell();
    void this.far.playSound();
    this.far.refresh();
    void this.#watchQuality();
  }

  closeMedia(): void {
    this.own.release();
    this.#link()?.watch(false);
    this.#watch?.stop();
    this.far.close();
    solved(this.#store, 'camera', 'microphone', 'sound');
  }

  // ── The person's acts, in a call ─────────────────────────────────────────

  async openCamera(): Promise<void> {
    solved(this.#store, 'camera');
    const opened = await this.own.openCamera();
    if (opened && !opened.ok) this.#fail({ about: 'camera', code: opened.failure }, opened);
  }

  /** It was taken away, or never given: asked for again. */
  async reopenMicrophone(): Promise<void> {
    const opened = await this.own.askMicrophone();
    if (!opened) return;
    if (!opened.ok)
      this.#fail({ about: 'microphone', code: opened.failure, farKnows: true }, opened);
    solved(this.#store, 'microphone');
    this.own.setMuted(false);
    this.own.sendMicrophone();
  }

  // ── What is said of it ───────────────────────────────────────────────────

  /** Tells the far side what this side sends. */
  tell(): void {
    if (!inCall(this.#store.snapshot.call)) return;
    this.#link()?.send(
      stamp({ type: 'media', microphone: this.own.microphoneOn, camera: this.own.sendsPicture }),
    );
  }

  /** How this side comes in there. */
  farSaid(level: PathLevel): void {
    this.#watch?.farSaid(level);
  }

  async #ask(): Promise<void> {
    // Whoever is called need not wait for a device that takes its time.
    if (this.#ports.devices().microphoneGranted?.()) this.#dispatch({ type: 'mic-granted' });
    const asked = this.own.askMicrophone();
    this.#takeCare();
    void loadWatch();
    const opened = await asked;
    if (!opened) return;
    if (opened.ok) {
      this.#dispatch({ type: 'mic-ready' });
      return;
    }
    const { call } = this.#store.snapshot;
    const farKnows = call.caller === 'far' || call.rung || inCall(call);
    const reason =
      opened.failure === 'missing' || opened.failure === 'busy' ? 'no-microphone' : 'mic-blocked';
    this.#dispatch({ type: 'mic-failed', reason });
    this.#fail({ about: 'microphone', code: opened.failure, farKnows }, opened);
  }

  /** What befalls devices in a call is looked after by code that comes with the first press. */
  #takeCare(): void {
    this.#cared ??= importAgain(() => import('./devices/take-care.js')).then(
      ({ takeCare }) =>
        takeCare({
          ...this.#ports,
          store: this.#store,
          own: this.own,
          mediaChanged: () => this.tell(),
          audioStats: () => this.#link()?.sender('audio')?.getStats(),
        }),
      () => {
        this.#cared = undefined;
        return undefined;
      },
    );
  }

  async #microphoneLost(): Promise<void> {
    const care = await this.#cared;
    if (care) void care.replaceMicrophone();
    else this.own.setMuted(true);
  }

  async #watchQuality(): Promise<void> {
    const watch = await loadWatch();
    const link = this.#link();
    if (!watch || !link || !inCall(this.#store.snapshot.call)) return;
    this.#watch ??= new watch.QualityWatch(this.#store, this.own, this.#ports.clock);
    this.#watch.start(link);
  }

  /** Kept in the snapshot until mended or dismissed, and told to whoever gave the command. */
  #fail(problem: Problem, { detail }: Extract<Opened, { ok: false }>): never {
    this.#store.set({ problem });
    throw new CallError(codeOf(problem), detail);
  }
}
