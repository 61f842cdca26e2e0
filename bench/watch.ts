type Kind = 'audio' | 'video';

/** What a page of the bench saw of itself. All moments: `performance.timeOrigin + performance.now()`. */
export interface Bench {
  now(): number;
  /** When the browser last granted a device, before the page's own code hears of it. */
  readonly granted: Readonly<Record<Kind, number>>;
  /** When the first packet of each far track came. */
  readonly came: Readonly<Record<Kind, number[]>>;
  /** When each word of the far side came: not its beats, which come all the time. */
  readonly words: readonly number[];
  readonly connections: readonly RTCPeerConnection[];
  /** The devices have been open once: what follows measures no driver's start. */
  warmUp(): Promise<void>;
  /** The driver's own waiting would leave its code in the page's heap. */
  until(condition: () => unknown): Promise<void>;
  /** The end of the first frame that was drawn with the condition met. */
  painted(condition: () => unknown): Promise<number>;
  /** When the video that `find` finds first showed a frame. */
  firstFrame(find: () => HTMLVideoElement | null | undefined): Promise<number>;
  /** When the last of the page's own tracks had ended. */
  released(): Promise<number>;
}

declare global {
  interface Window {
    bench: Bench;
  }
}

/** Runs in a page, before anything of its own. */
export function watch(): void {
  const now = (): number => performance.timeOrigin + performance.now();
  const granted: Record<Kind, number> = { audio: 0, video: 0 };
  const came: Record<Kind, number[]> = { audio: [], video: [] };
  const words: number[] = [];
  const connections: RTCPeerConnection[] = [];
  const own: MediaStreamTrack[] = [];
  let stopped = 0;

  const { mediaDevices } = navigator;
  const ask = mediaDevices.getUserMedia.bind(mediaDevices);
  mediaDevices.getUserMedia = async (constraints) => {
    const stream = await ask(constraints);
    const at = now();
    for (const track of stream.getTracks()) {
      granted[track.kind as Kind] = at;
      own.push(track);
    }
    return stream;
  };

  const { prototype }: { prototype: { stop: (this: MediaStreamTrack) => void } } = MediaStreamTrack;
  const { stop } = prototype;
  prototype.stop = function () {
    stop.call(this);
    stopped = now();
  };

  const listen = (channel: RTCDataChannel): void => {
    if (channel.label !== 'beats') channel.addEventListener('message', () => words.push(now()));
  };
  const Real = window.RTCPeerConnection;
  window.RTCPeerConnection = class extends Real {
    constructor(config?: RTCConfiguration) {
      super(config);
      connections.push(this);
      // Chromium's sign that a track's first packet has come, which no poll of statistics is as quick as.
      this.addEventListener('track', ({ track }) => {
        track.addEventListener('unmute', () => came[track.kind as Kind].push(now()));
      });
      this.addEventListener('datachannel', ({ channel }) => listen(channel));
    }

    override createDataChannel(...args: Parameters<RTCPeerConnection['createDataChannel']>) {
      const channel = super.createDataChannel(...args);
      listen(channel);
      return channel;
    }
  };

  const frame = (): Promise<void> =>
    new Promise((done) => {
      requestAnimationFrame(() => done());
    });
  /** Right after what is being done: after a frame's callbacks, once it is drawn. */
  const next = (): Promise<void> =>
    new Promise((done) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => done();
      port2.postMessage(0);
    });
  // Now and then: waiting must not keep the processor from what is waited for.
  const until = async (condition: () => unknown): Promise<void> => {
    while (!condition()) await new Promise((done) => setTimeout(done, 2));
  };

  window.bench = {
    now,
    granted,
    came,
    words,
    connections,
    until,
    async warmUp() {
      for (const track of (await ask({ audio: true, video: true })).getTracks()) track.stop();
    },
    async painted(condition) {
      do await frame();
      while (!condition());
      await next();
      return now();
    },
    async firstFrame(find) {
      await until(find);
      return new Promise((done) => find()?.requestVideoFrameCallback(() => done(now())));
    },
    async released() {
      await until(() => own.length > 0 && own.every(({ readyState }) => readyState === 'ended'));
      return stopped;
    },
  };
}
