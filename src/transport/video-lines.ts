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
  #track: MediaStreamTrack | null = null;
  #at: 0 | 1 = 0;
  #held = false;
  /** One step after the other: each of them takes its time. */
  #done: Promise<unknown> = Promise.resolve();

  constructor(lines: readonly RTCRtpTransceiver[]) {
    this.#lines = lines;
  }

  /** The line that the picture is on. */
  get at(): 0 | 1 {
    return this.#at;
  }

  put(track: MediaStreamTrack | null): Promise<void> {
    this.#track = track;
    return this.#then(() => this.#send(this.#held ? null : track));
  }

  /** Sends nothing for now: it would not arrive, and what is late is in the way of what is new. */
  hold(): void {
    if (this.#held) return;
    this.#held = true;
    void this.#then(async () => {
      await this.#encode(false);
      await this.#send(null);
    });
  }

  /** Goes on over the other line. */
  goOn(): void {
    if (!this.#held) return;
    this.#held = false;
    void this.#then(async () => {
      this.#at = this.#at ? 0 : 1;
      await this.#encode(true);
      await this.#send(this.#track);
      // A line that was used before would go on from a frame that the receiver does not have.
      await this.#encode(true, { encodingOptions: [{ keyFrame: true }] });
    });
  }

  async #send(track: MediaStreamTrack | null): Promise<void> {
    if (this.sender) await putOn(this.sender, track);
  }

  async #encode(active: boolean, options: KeyFrameOptions = {}): Promise<void> {
    const parameters = this.sender?.getParameters();
    const [encoding] = parameters?.encodings ?? [];
    if (!parameters || !encoding) return;
    encoding.active = active;
    await this.sender?.setParameters(parameters, options).catch(ifClosed);
  }

  get sender(): RTCRtpSender | undefined {
    return this.#lines[this.#at]?.sender;
  }

  #then(step: () => Promise<void>): Promise<void> {
    const next = this.#done.then(step);
    this.#done = next.catch(() => undefined);
    return next;
  }
}

/** A connection that closed meanwhile takes no track; the next one gets it when it opens. */
export const putOn = (sender: RTCRtpSender, track: MediaStreamTrack | null): Promise<void> =>
  sender.replaceTrack(track).catch(ifClosed);

function ifClosed(error: unknown): void {
  if ((error as DOMException).name !== 'InvalidStateError') throw error;
}
