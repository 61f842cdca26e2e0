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
    void this.#then(() => this.#send(null));
  }

  /** Goes on over the other line. */
  goOn(): void {
    if (!this.#held) return;
    this.#held = false;
    void this.#then(async () => {
      this.#at = this.#at ? 0 : 1;
      await this.#send(this.#track);
      if (this.#track) await this.#beginAnew();
    });
  }

  async #send(track: MediaStreamTrack | null): Promise<void> {
    if (this.#sender) await putOn(this.#sender, track);
  }

  /** A line that was used before would go on from a frame that the receiver does not have. */
  async #beginAnew(): Promise<void> {
    const parameters = this.#sender?.getParameters();
    if (!parameters?.encodings.length) return;
    const encodingOptions = parameters.encodings.map(() => ({ keyFrame: true }));
    await this.#sender?.setParameters(parameters, { encodingOptions }).catch(ifClosed);
  }

  get #sender(): RTCRtpSender | undefined {
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
