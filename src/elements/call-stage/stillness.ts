import '../../i18n/problems.js';
import {
  html,
  type ReactiveController,
  type ReactiveControllerHost,
  type TemplateResult,
} from 'lit';
import type { Localize } from '../../i18n/localize.js';
import { sentence } from '../shared/far-name.js';

// Milliseconds: how often it looks, and without a picture for how long it says so. A cut of a second, and a
// slow machine's way back from it, go unsaid.
const interval = 250;
const patience = 2500;

type Host = ReactiveControllerHost & { readonly renderRoot: ParentNode };

/** Knows whether the video of its host has stopped moving. A page that nobody sees gets no pictures. */
export class Stillness implements ReactiveController {
  readonly #host: Host;
  #video: HTMLVideoElement | null = null;
  #timer: ReturnType<typeof setInterval> | undefined;
  #movedAt = 0;
  #shown = 0;
  #still = false;
  #awaits = false;

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  get still(): boolean {
    return this.#still;
  }

  /** Words over the last picture. */
  render(far: string, words: Localize): TemplateResult {
    return html`<p part="paused" class="empty strong">
      ${sentence(words.term('farPaused', far), words)}
    </p>`;
  }

  hostUpdated(): void {
    const video = this.#host.renderRoot.querySelector('video');
    if (video === this.#video) return;
    this.#stop();
    this.#video = video;
    if (!video) return;
    this.#moved();
    this.#timer = setInterval(() => this.#look(video), interval);
  }

  hostDisconnected(): void {
    this.#stop();
  }

  #look(video: HTMLVideoElement): void {
    if (document.hidden) return this.#moved();
    const { totalVideoFrames } = video.getVideoPlaybackQuality();
    if (totalVideoFrames > 0) this.#saw(totalVideoFrames);
    else this.#await(video);
    this.#set(performance.now() - this.#movedAt >= patience);
  }

  /** For Firefox, which counts no pictures of a call. Elsewhere it would have the page drawn for each. */
  #await(video: HTMLVideoElement): void {
    if (this.#awaits || !('requestVideoFrameCallback' in video)) return;
    this.#awaits = true;
    video.requestVideoFrameCallback((_now, { presentedFrames }) => {
      this.#awaits = false;
      if (video === this.#video) this.#saw(presentedFrames);
    });
  }

  #saw(shown: number): void {
    if (shown !== this.#shown) this.#moved();
    this.#shown = shown;
  }

  #moved(): void {
    this.#movedAt = performance.now();
  }

  #set(still: boolean): void {
    if (still === this.#still) return;
    this.#still = still;
    this.#host.requestUpdate();
  }

  #stop(): void {
    clearInterval(this.#timer);
    this.#video = null;
    this.#still = this.#awaits = false;
  }
}

export const stillnessOf = (host: Host): Stillness => new Stillness(host);
