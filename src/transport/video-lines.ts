import { Growing, smallest } from './growing.js';

/** https://w3c.github.io/webrtc-extensions/#rtcencodingoptions-dictionary */
interface KeyFrameOptions extends RTCSetParameterOptions {
  readonly encodingOptions?: readonly { readonly keyFrame: boolean }[];
}

/**
 * Two lines for one picture. After a break the picture goes on over the other line: the receiver of
 * the one that broke still waits for frames that will never come (docs/decisions/0025).
 */
export class VideoLines {
  readonly #lines: readonly RTCRtpTransceiver[];
  readonly #changed: () => void;
  #track: MediaStreamTrack | null = null;
  #at: 0 | 1 = 0;
  /** The line that has the picture; while it is held, not the one that it was on. */
  #has: 0 | 1 = 0;
  #held = false;
  readonly #growing = new Growing((by) => {
    void this.#then(() => encode(this.sender, { scaleResolutionDownBy: by }));
  });
  /** One step after the other: each of them takes its time. */
  #done: Promise<unknown> = Promise.resolve();

  /** `changed`: the picture is about to come over the other line. */
  constructor(lines: readonly RTCRtpTransceiver[], changed: () => void) {
    this.#lines = lines;
    this.#changed = changed;
  }

  /** The line that the picture is on. */
  get at(): 0 | 1 {
    return this.#at;
  }

  /** A picture that begins is small at first; another camera's goes on as the one before it did. */
  put(track: MediaStreamTrack | null): Promise<void> {
    const begins = track !== null && this.#track === null;
    this.#track = track;
    if (!track) this.#growing.stop();
    return this.#then(async () => {
      if (begins) await encode(this.#on(this.#has), { scaleResolutionDownBy: smallest });
      await putOn(this.#on(this.#has), track);
      if (begins && !this.#held && this.#track) this.#growing.begin();
    });
  }

  /**
   * Sends nothing for now: it would not arrive, and what is late is in the way of what is new. The other line
   * is made ready, switched off and small: from there the picture can go on at once.
   */
  hold(): void {
    if (this.#held) return;
    this.#held = true;
    this.#growing.stop();
    void this.#then(async () => {
      await encode(this.sender, { active: false });
      await putOn(this.sender, null);
      this.#has = this.#at ? 0 : 1;
      await encode(this.#on(this.#has), { active: false, scaleResolutionDownBy: smallest });
      await putOn(this.#on(this.#has), this.#track);
    });
  }

  /** Goes on over the other line. */
  goOn(): void {
    if (!this.#held) return;
    this.#held = false;
    void this.#then(async () => {
      this.#at = this.#has;
      this.#changed();
      // A line that was used before would go on from a frame that the receiver does not have.
      await encode(this.sender, { active: true }, { encodingOptions: [{ keyFrame: true }] });
      if (!this.#held) this.#growing.begin();
    });
  }

  stop(): void {
    this.#growing.stop();
  }

  get sender(): RTCRtpSender | undefined {
    return this.#on(this.#at);
  }

  #on(line: 0 | 1): RTCRtpSender | undefined {
    return this.#lines[line]?.sender;
  }

  #then(step: () => Promise<void>): Promise<void> {
    const next = this.#done.then(step);
    this.#done = next.catch(() => undefined);
    return next;
  }
}

async function encode(
  sender: RTCRtpSender | undefined,
  change: Pick<RTCRtpEncodingParameters, 'active' | 'scaleResolutionDownBy'>,
  options: KeyFrameOptions = {},
): Promise<void> {
  const parameters = sender?.getParameters();
  const [encoding] = parameters?.encodings ?? [];
  if (!parameters || !encoding) return;
  Object.assign(encoding, change);
  await sender?.setParameters(parameters, options).catch(ifClosed);
}

/** A connection that closed meanwhile takes no track; the next one gets it when it opens. */
export async function putOn(
  sender: RTCRtpSender | undefined,
  track: MediaStreamTrack | null,
): Promise<void> {
  await sender?.replaceTrack(track).catch(ifClosed);
}

function ifClosed(error: unknown): void {
  if ((error as DOMException).name !== 'InvalidStateError') throw error;
}
