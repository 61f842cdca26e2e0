import type { CallPhase, ChatSession, Session } from '../../src/index.js';
import { expect, type Party, type Side } from '../side.js';

/** Whose page is looked into, whatever drives it. */
export interface Watcher {
  readonly party: Party;
  readonly page: { evaluate<A, R>(run: (given: A) => R | Promise<R>, given?: A): Promise<R> };
}

interface At<T> {
  readonly at: number;
  readonly what: T;
}

/** What the page itself saw, with the moments: `performance.timeOrigin + performance.now()`. */
interface Seen {
  /** When sound was first played that a packet brought after the packet before. */
  readonly sound: number[];
  /** When a frame of the far picture was painted. */
  readonly frames: number[];
  /** What `<call-status>` said. */
  readonly said: At<string>[];
  readonly phases: At<CallPhase>[];
  /** How many own tracks are live. */
  readonly live: At<number>[];
  /** When the page was pressed last. */
  pressed: number;
}

declare global {
  interface Window {
    seen: Seen;
  }
}

/** Runs in the page, after side.ts's `watch`. */
export function witness(): void {
  const seen: Seen = { sound: [], frames: [], said: [], phases: [], live: [], pressed: 0 };
  window.seen = seen;
  const now = (): number => performance.timeOrigin + performance.now();
  addEventListener('click', () => (seen.pressed = now()), true);

  const found = new Map<string, Element>();
  /** In the page, or inside of the layout that the visitor's page is made of. */
  const find = (tag: string): Element | null => {
    const known = found.get(tag);
    if (known?.isConnected) return known;
    const layout = document.querySelector('visitor-chat')?.shadowRoot;
    const element = document.querySelector(tag) ?? layout?.querySelector(tag) ?? null;
    if (element) found.set(tag, element);
    return element;
  };

  let session: Session | undefined;
  const notePhase = (): void => {
    const phase = session?.snapshot.call.phase;
    if (phase && phase !== seen.phases.at(-1)?.what) seen.phases.push({ at: now(), what: phase });
  };
  const followSession = (): void => {
    const element = find('chat-session') as ChatSession | null;
    const current = element?.session;
    if (!current || current === session) return;
    session = current;
    session.subscribe(notePhase);
    notePhase();
  };

  const noteStatus = (): void => {
    const text = find('call-status')?.shadowRoot?.querySelector('[role=status]')?.textContent;
    const what = text?.replace(/\s+/g, ' ').trim() ?? '';
    if (what !== (seen.said.at(-1)?.what ?? '')) seen.said.push({ at: now(), what });
  };

  let video: HTMLVideoElement | null = null;
  const followVideo = (): void => {
    const stage = find('call-stage')?.shadowRoot;
    // A page without the kit, to compare with, has its video as it is.
    const current = (stage ?? document).querySelector('video');
    if (current === video) return;
    video = current;
    const painted = (): void => {
      seen.frames.push(now());
      if (current === video) current?.requestVideoFrameCallback(painted);
    };
    current?.requestVideoFrameCallback(painted);
  };

  const played = new Map<number, number>();
  const noteSound = (): void => {
    const receivers = window.watched.connections
      .filter(({ signalingState }) => signalingState !== 'closed')
      .flatMap((connection) => connection.getReceivers())
      .filter(({ track }) => track.kind === 'audio');
    for (const { source, rtpTimestamp } of receivers.flatMap((one) =>
      one.getSynchronizationSources(),
    )) {
      if (played.get(source) === rtpTimestamp) continue;
      played.set(source, rtpTimestamp);
      seen.sound.push(now());
    }
  };

  const noteLive = (): void => {
    const what = window.watched.tracks.filter(({ readyState }) => readyState === 'live').length;
    if (what !== (seen.live.at(-1)?.what ?? 0)) seen.live.push({ at: now(), what });
  };
  const { prototype }: { prototype: { stop: (this: MediaStreamTrack) => void } } = MediaStreamTrack;
  const { stop } = prototype;
  prototype.stop = function () {
    stop.call(this);
    noteLive();
  };

  // Quicker than a packet of sound, slower than would cost the call anything.
  setInterval(() => {
    followSession();
    followVideo();
    noteSound();
    noteStatus();
    noteLive();
  }, 10);
}

/** What one side's page saw; every answer is in milliseconds after the given moment. */
export class Witness<S extends Watcher = Side> {
  readonly side: S;

  constructor(side: S) {
    this.side = side;
  }

  /** On this page's clock, which the wire's can be compared with. */
  now(): Promise<number> {
    return this.side.page.evaluate(() => performance.timeOrigin + performance.now());
  }

  /** The first sound that came after `at` and was played. */
  soundAfter(at: number): Promise<number> {
    return this.#first('sound', () => this.#since('sound', at));
  }

  /** The first frame of the far picture that was painted after `at`. */
  frameAfter(at: number): Promise<number> {
    return this.#first('a frame', () => this.#since('frames', at));
  }

  /**
   * When the far picture moved again for good: the end of its last gap of over 500 ms, known once 4 s without
   * another have passed. Waits for that, since a machine that is busy for a moment leaves gaps of its own.
   */
  async stableAfter(at: number): Promise<number> {
    const first = await this.frameAfter(at);
    return this.#first('a picture that keeps moving', () =>
      this.side.page.evaluate((from) => {
        const now = performance.timeOrigin + performance.now();
        const frames = window.seen.frames.filter((one) => one >= from);
        const isGap = (one: number, index: number): boolean =>
          one - (frames[index - 1] ?? from) > 500;
        const flowsSince = frames.findLast(isGap) ?? from;
        const isMoving = now - frames.at(-1)! <= 500;
        return isMoving && now - flowsSince >= 4_000 ? [flowsSince - from] : [];
      }, at + first),
    ).then((more) => first + more);
  }

  /** When `<call-status>` first said so after `at`, or 0 if it was saying so already. */
  async saidAfter(at: number, words: RegExp): Promise<number> {
    return this.#first(`“${String(words)}” in call-status`, async () => {
      const said = await this.side.page.evaluate(() => window.seen.said);
      return said
        .filter((_, index) => (said[index + 1]?.at ?? Infinity) > at)
        .filter(({ what }) => words.test(what))
        .map((one) => Math.max(0, one.at - at));
    });
  }

  /** Every text of `<call-status>` since `at`, in order. */
  async said(at = 0): Promise<readonly string[]> {
    const said = await this.side.page.evaluate(() => window.seen.said);
    return said.filter((one) => one.at >= at).map(({ what }) => what);
  }

  /** Every phase the call went into, with its moment. */
  phases(): Promise<readonly At<CallPhase>[]> {
    return this.side.page.evaluate(() => window.seen.phases);
  }

  /** When the call first went into this phase after `at`. */
  async phaseAfter(at: number, phase: CallPhase): Promise<number> {
    return this.#first(`the phase ${phase}`, async () =>
      (await this.phases())
        .filter((one) => one.at >= at && one.what === phase)
        .map((one) => one.at - at),
    );
  }

  /** When the page was pressed last. */
  pressed(): Promise<number> {
    return this.side.page.evaluate(() => window.seen.pressed);
  }

  /** When no more than so many own tracks were live, for good; 0 if it was so already. */
  async darkAfter(at: number, left = 0): Promise<number> {
    return this.#first(`at most ${left} live tracks`, async () => {
      const live = await this.side.page.evaluate(() => window.seen.live);
      const lit = live.findLastIndex(({ what }) => what > left);
      const dark = live[lit + 1];
      if (lit === -1) return [0];
      return dark ? [Math.max(0, dark.at - at)] : [];
    });
  }

  #since(kind: 'sound' | 'frames', at: number): Promise<readonly number[]> {
    return this.side.page.evaluate(
      ([of, from]) => {
        const moment = window.seen[of].find((one) => one >= from);
        return moment === undefined ? [] : [moment - from];
      },
      [kind, at] as const,
    );
  }

  async #first(name: string, read: () => Promise<readonly number[]>): Promise<number> {
    let moments: readonly number[] = [];
    await expect
      .poll(async () => (moments = await read()).length, {
        message: `${this.side.party} notices ${name}`,
        intervals: [50],
        timeout: 40_000,
      })
      .toBeGreaterThan(0);
    return moments[0]!;
  }
}
