import type { CDPSession } from '@playwright/test';
import type { Side } from '../side.js';

/** What a page holds once its garbage is collected. */
export interface Held {
  /** Bytes of the JavaScript heap. */
  readonly heap: number;
  readonly listeners: number;
  /** Elements that are in no document any more, with what hangs on them. */
  readonly detached: number;
  /** One that was given up may stay for long, closed. */
  readonly connections: number;
  readonly openConnections: number;
  /** From its own devices, ended or not. */
  readonly ownTracks: number;
  readonly streams: number;
}

/** Weighs a page from outside of it: Chromium's own counts, after its garbage was collected. */
export class Scales {
  readonly #devtools: CDPSession;
  readonly #side: Side;

  private constructor(side: Side, devtools: CDPSession) {
    this.#side = side;
    this.#devtools = devtools;
  }

  static async of(side: Side): Promise<Scales> {
    const devtools = await side.page.context().newCDPSession(side.page);
    await devtools.send('Performance.enable');
    await devtools.send('HeapProfiler.enable');
    return new Scales(side, devtools);
  }

  async weigh(): Promise<Held> {
    // What the tests themselves hold on to.
    await this.#side.page.evaluate(() => {
      const { watched } = window;
      watched.connections.splice(0);
      watched.channels.splice(0);
      watched.tracks.splice(0);
      watched.asked.splice(0);
      console.clear();
    });
    // What one collection sets free, others may have been waiting for.
    for (let turn = 0; turn < 3; turn += 1)
      await this.#devtools.send('HeapProfiler.collectGarbage');
    const { metrics } = await this.#devtools.send('Performance.getMetrics');
    const metric = (name: string): number => metrics.find((one) => one.name === name)?.value ?? NaN;
    const held = { heap: metric('JSHeapUsedSize'), listeners: metric('JSEventListeners') };
    const connections = await this.#count('RTCPeerConnection');
    const openConnections = await this.#count('RTCPeerConnection', "signalingState !== 'closed'");
    const ownTracks = await this.#count('MediaStreamTrack', "label.startsWith('remote') === false");
    const streams = await this.#count('MediaStream');
    const detached = await this.#countDetached();
    return {
      ...held,
      detached,
      connections,
      openConnections,
      ownTracks,
      streams,
    };
  }

  /** The debugger holds what it has told of, with the streams of a video, until its DOM is put away again. */
  async #countDetached(): Promise<number> {
    await this.#devtools.send('DOM.enable');
    const { detachedNodes } = await this.#devtools.send('DOM.getDetachedDomNodes');
    await this.#devtools.send('DOM.disable');
    return detachedNodes.length;
  }

  /** How many objects of a class there are in the page, whoever holds them. */
  async #count(name: string, so = 'constructor'): Promise<number> {
    const objectGroup = 'counted';
    const { result: prototype } = await this.#devtools.send('Runtime.evaluate', {
      expression: `${name}.prototype`,
      objectGroup,
    });
    const { objects } = await this.#devtools.send('Runtime.queryObjects', {
      prototypeObjectId: prototype.objectId!,
      objectGroup,
    });
    const { result } = await this.#devtools.send('Runtime.callFunctionOn', {
      objectId: objects.objectId!,
      // The prototypes of subclasses are objects of it too.
      functionDeclaration: `function () {
        return this.filter((one) => !Object.hasOwn(one, 'constructor') && one.${so}).length;
      }`,
      returnByValue: true,
    });
    await this.#devtools.send('Runtime.releaseObjectGroup', { objectGroup });
    return result.value as number;
  }
}
