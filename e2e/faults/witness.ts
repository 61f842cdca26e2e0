import type { CallPhase, ChatSession, Session } from '../../src/index.js';
import { expect, type Side } from '../side.js';

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
}

declare global {
  interface Window {
    seen: Seen;
  }
}

/** Runs in the page, after side.ts's `watch`. */
export function witness(): void {
  const seen: Seen = { sound: [], frames: [], said: [], phases: [] };
  window.seen = seen;
  const now = (): number => performance.timeOrigin + performance.now();

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
    const current = stage?.querySelector('video') ?? null;
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

  // Quicker than a packet of sound, slower than would cost the call anything.
  setInterval(() => {
    followSession();
    followVideo();
    noteSound();
    noteStatus();
  }, 10);
}

/** What one side's page saw; every answer is in milliseconds after the given moment. */
export class Witness {
  readonly side: Side;

  constructor(side: Side) {
    this.side = side;
  }

  /** On this page's clock, which the wire's can be compared with. */
  now(): Promise<number> {
    return this.side.page.evaluate(() => performance.timeOrigin + performance.now());
  }

  /** The first sound that came after `at` and was played. */
  async soundAfter(at: number): Promise<number> {
    return this.#first('sound', () => this.#moments('sound', at));
  }

  /** The first frame of the far picture that was painted after `at`. */
  async frameAfter(at: number): Promise<number> {
    return this.#first('a frame', () => this.#moments('frames', at));
  }

  /**
   * When the far picture moved without a gap of over 500 ms, as seen in the `within` milliseconds
   * after `at`: the end of the last such gap, else the first frame. Infinity: it never did.
   */
  async stableAfter(at: number, within = 4_000): Promise<number> {
    await expect
      .poll(async () => (await this.now()) - at, { timeout: within + 5_000 })
      .toBeGreaterThan(within);
    const [last, frames] = await this.side.page.evaluate(
      ([from, to]) => {
        const { frames: all } = window.seen;
        return [all.findLast((one) => one < from), all.filter((one) => one >= from && one <= to)];
      },
      [at, at + within] as const,
    );
    const [first = Infinity] = frames;
    if (at + within - (frames.at(-1) ?? -Infinity) > 500) return Infinity;
    const ends = frames.filter((one, index) => one - (frames[index - 1] ?? last ?? one) > 500);
    return (ends.at(-1) ?? first) - at;
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

  #moments(kind: 'sound' | 'frames', at: number): Promise<readonly number[]> {
    return this.side.page.evaluate(
      ([of, from]) => window.seen[of].filter((one) => one >= from).map((one) => one - from),
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
