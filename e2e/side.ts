import type { Browser, BrowserContext, Locator, Page } from '@playwright/test';
import { expect, test as base } from '@playwright/test';
import type { CallPhase, ChatSession, Session } from '../src/index.js';

export type Party = 'agent' | 'visitor';

/** What the page kept of its own doings, from before any script of it ran. */
interface Watched {
  readonly connections: RTCPeerConnection[];
  readonly channels: RTCDataChannel[];
  /** Constraints of each request for a device. */
  readonly asked: MediaStreamConstraints[];
  readonly tracks: MediaStreamTrack[];
  /** Addresses of the sockets it opened. */
  readonly sockets: string[];
}

declare global {
  interface Window {
    watched: Watched;
  }
}

/** Runs in the page. */
export function watch(): void {
  const watched: Watched = { connections: [], channels: [], asked: [], tracks: [], sockets: [] };
  window.watched = watched;
  const RealSocket = window.WebSocket;
  window.WebSocket = class extends RealSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols);
      watched.sockets.push(String(url));
    }
  };
  const RealConnection = window.RTCPeerConnection;
  window.RTCPeerConnection = class extends RealConnection {
    constructor(config?: RTCConfiguration) {
      super(config);
      watched.connections.push(this);
    }

    override createDataChannel(label: string, options?: RTCDataChannelInit): RTCDataChannel {
      const channel = super.createDataChannel(label, options);
      watched.channels.push(channel);
      return channel;
    }
  };
  // A copy of a track keeps the device open like the first.
  const { prototype }: { prototype: { clone: (this: MediaStreamTrack) => MediaStreamTrack } } =
    MediaStreamTrack;
  const { clone } = prototype;
  prototype.clone = function () {
    const copy = clone.call(this);
    if (watched.tracks.includes(this)) watched.tracks.push(copy);
    return copy;
  };
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (!devices) return; // an insecure page
  const real = devices.getUserMedia.bind(devices);
  devices.getUserMedia = async (constraints = {}) => {
    watched.asked.push(constraints);
    const stream = await real(constraints);
    watched.tracks.push(...stream.getTracks());
    return stream;
  };
}

export interface Media {
  readonly audioSent: number;
  readonly audioReceived: number;
  /** Total energy of the sound that came in. */
  readonly audioEnergy: number;
  readonly videoSent: number;
  /** Of pictures alone: a browser probing its path sends packets of mere padding, on empty lines too. */
  readonly pictureBytesSent: number;
  readonly framesEncoded: number;
  readonly framesDecoded: number;
}

/** The fields of `RTCStatsReport` entries that are read here. */
interface Report {
  readonly type: string;
  readonly kind: string;
  readonly packetsSent: number;
  readonly bytesSent: number;
  readonly framesEncoded: number;
  readonly packetsReceived: number;
  readonly totalAudioEnergy: number;
  readonly framesDecoded: number;
}

/** Runs in the page: sums over every connection it has. */
export async function readMedia(): Promise<Media> {
  const media = {
    audioSent: 0,
    audioReceived: 0,
    audioEnergy: 0,
    videoSent: 0,
    pictureBytesSent: 0,
    framesEncoded: 0,
    framesDecoded: 0,
  };
  for (const connection of window.watched.connections) {
    if (connection.connectionState === 'closed') continue;
    const reports = (await connection.getStats()) as unknown as Map<string, Report>;
    for (const report of reports.values()) {
      const line = `${report.type} ${report.kind}`;
      if (line === 'outbound-rtp audio') media.audioSent += report.packetsSent;
      if (line === 'outbound-rtp video') {
        media.videoSent += report.packetsSent;
        media.pictureBytesSent += report.bytesSent;
        media.framesEncoded += report.framesEncoded;
      }
      if (line === 'inbound-rtp audio') {
        media.audioReceived += report.packetsReceived;
        media.audioEnergy += report.totalAudioEnergy;
      }
      if (line === 'inbound-rtp video') media.framesDecoded += report.framesDecoded;
    }
  }
  return media;
}

/** One side of a session in a browser of its own, and what a person does and sees there. */
export class Side {
  readonly page: Page;
  readonly party: Party;
  /** What nobody caught, rejections included. */
  readonly errors: string[] = [];

  constructor(page: Page, party: Party) {
    this.page = page;
    this.party = party;
    page.on('pageerror', ({ message }) => this.errors.push(message));
  }

  /** An element of the kit, in the page's call area where there are two. */
  tag(name: string): Locator {
    return this.page.locator(name === 'video-toggle' ? '.call video-toggle' : name);
  }

  press(name: string): Promise<void> {
    return this.tag(name).click();
  }

  accept(): Promise<void> {
    return this.page.locator('call-prompt [part=accept]').click();
  }

  decline(): Promise<void> {
    return this.page.locator('call-prompt [part=decline]').click();
  }

  /** The far side's picture on the stage; the self-view in front of it is another. */
  get farVideo(): Locator {
    return this.page.getByLabel(/^Picture from/);
  }

  get status(): Locator {
    return this.page.locator('call-status');
  }

  /** Runs a function with the page's session element. */
  onSession<T, A = undefined>(
    run: (session: ChatSession, given: A) => T | Promise<T>,
    given?: A,
  ): Promise<T> {
    return this.page
      .locator('chat-session, visitor-chat')
      .evaluate(run as (element: SVGElement | HTMLElement, given: unknown) => T, given);
  }

  phase(): Promise<CallPhase> {
    return this.onSession((element) => element.session.snapshot.call.phase);
  }

  async reaches(phase: CallPhase): Promise<void> {
    await expect.poll(() => this.phase(), { message: `${this.party} is ${phase}` }).toBe(phase);
  }

  async inChat(): Promise<void> {
    await expect
      .poll(
        () => this.onSession((element) => (element.session as Session | undefined)?.snapshot.chat),
        {
          message: `${this.party} is in chat`,
        },
      )
      .toBe('open');
  }

  media(): Promise<Media> {
    return this.page.evaluate(readMedia);
  }

  /** How often the page has asked for a device. */
  asked(): Promise<MediaStreamConstraints[]> {
    return this.page.evaluate(() => window.watched.asked);
  }

  /** The kinds of own tracks that are still live. */
  liveTracks(): Promise<string[]> {
    return this.page.evaluate(() =>
      window.watched.tracks
        .filter(({ readyState }) => readyState === 'live')
        .map(({ kind }) => kind),
    );
  }

  async seesFarPicture(): Promise<void> {
    const before = (await this.media()).framesDecoded;
    await expect
      .poll(async () => (await this.media()).framesDecoded, { message: 'frames decoded' })
      .toBeGreaterThan(before);
    await expect
      .poll(() => this.farVideo.evaluate((element: HTMLVideoElement) => element.videoWidth))
      .toBeGreaterThan(0);
  }

  async hears(): Promise<void> {
    const before = await this.media();
    await expect
      .poll(async () => (await this.media()).audioReceived, {
        message: `${this.party} receives sound`,
      })
      .toBeGreaterThan(before.audioReceived + 10);
    await expect
      .poll(async () => (await this.media()).audioEnergy, {
        message: `${this.party} hears something`,
      })
      .toBeGreaterThan(before.audioEnergy);
  }

  /** Lets time pass, where nothing is expected to happen. */
  async nothingFor(milliseconds: number): Promise<void> {
    await this.page.evaluate((wait) => new Promise((done) => setTimeout(done, wait)), milliseconds);
  }
}

export interface Pair {
  readonly agent: Side;
  readonly visitor: Side;
}

let rooms = 0;

/** A chat of its own for each test: two browser contexts that share nothing but the server. */
export async function openSide(
  context: BrowserContext,
  party: Party,
  {
    room,
    query = '',
    path = party,
  }: { readonly room: string; readonly query?: string; readonly path?: string },
): Promise<Side> {
  await context.addInitScript(watch);
  const page = await context.newPage();
  const side = new Side(page, party);
  await page.goto(`/${path}.html?room=${room}${query}`);
  return side;
}

export const newRoom = (): string => `e2e-${process.pid}-${(rooms += 1)}`;

export async function newContext(browser: Browser): Promise<BrowserContext> {
  return browser.newContext({ permissions: ['camera', 'microphone'] });
}

/** `pair`: an agent and a visitor in an open chat. `self` and `far`: the same, by who acts first. */
export const test = base.extend<{
  tidy: undefined;
  pair: Pair;
  first: Party;
  self: Side;
  far: Side;
}>({
  // A page left open goes on with its call, and slows down every test that follows.
  tidy: [
    async ({ browser }, use) => {
      await use(undefined);
      await Promise.all(browser.contexts().map((context) => context.close()));
    },
    { auto: true },
  ],
  first: ['visitor', { option: true }],
  pair: async ({ browser }, use) => {
    const room = newRoom();
    const contexts = [await newContext(browser), await newContext(browser)] as const;
    const [agent, visitor] = await Promise.all([
      openSide(contexts[0], 'agent', { room }),
      openSide(contexts[1], 'visitor', { room }),
    ]);
    await Promise.all([agent.inChat(), visitor.inChat()]);
    await use({ agent, visitor });
    expect(agent.errors, 'uncaught errors at the agent').toEqual([]);
    expect(visitor.errors, 'uncaught errors at the visitor').toEqual([]);
  },
  self: async ({ pair, first }, use) => use(pair[first]),
  far: async ({ pair, first }, use) => use(pair[first === 'agent' ? 'visitor' : 'agent']),
});

/** Both in a call that `self` began. */
export async function talk(self: Side, far: Side): Promise<void> {
  await self.press('headset-button');
  await far.reaches('incoming');
  await far.accept();
  await Promise.all([self.reaches('active'), far.reaches('active')]);
}

export const parties: readonly Party[] = ['visitor', 'agent'];
export { expect };
