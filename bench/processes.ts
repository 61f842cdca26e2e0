import { existsSync, readFileSync } from 'node:fs';
import type { Browser, CDPSession, Page } from '@playwright/test';

/** What the pages of a browser take of the machine; they must be all that it has open. */
export class Processes {
  readonly #browser: CDPSession;
  readonly #pages: readonly CDPSession[];

  private constructor(browser: CDPSession, pages: readonly CDPSession[]) {
    this.#browser = browser;
    this.#pages = pages;
  }

  static async of(browser: Browser, pages: readonly Page[]): Promise<Processes> {
    const sessions = await Promise.all(pages.map((page) => page.context().newCDPSession(page)));
    await Promise.all(sessions.map((session) => session.send('Performance.enable')));
    return new Processes(await browser.newBrowserCDPSession(), sessions);
  }

  /**
   * Seconds that the main threads of all pages have worked so far, and how many of them for scripts and for layout.
   * Nothing is collected first: it would count as work.
   */
  async busy(): Promise<Busy> {
    const { LayoutDuration, RecalcStyleDuration, ScriptDuration, TaskDuration } =
      await this.#sums();
    return {
      all: TaskDuration,
      scripts: ScriptDuration,
      layout: LayoutDuration + RecalcStyleDuration,
    };
  }

  /** What all pages hold after a collection: listeners, nodes, bytes of their heaps. */
  async held(): Promise<Readonly<Record<Metric, number>>> {
    for (const page of this.#pages) {
      // What only a finalizer held goes in the second.
      for (let times = 0; times < 2; times += 1) await page.send('HeapProfiler.collectGarbage');
    }
    return this.#sums();
  }

  /** Seconds of a processor that all renderers have taken so far. */
  async seconds(): Promise<number> {
    const all = await this.#renderers();
    return all.reduce((sum, { cpuTime }) => sum + cpuTime, 0);
  }

  /** Bytes of memory of all renderers, shared pages divided among those that share them; undefined where the system does not tell. */
  async memory(): Promise<number | undefined> {
    let sum = 0;
    for (const { id } of await this.#renderers()) {
      const file = `/proc/${id}/smaps_rollup`;
      if (!existsSync(file)) return undefined;
      sum += Number(/^Pss:\s+(\d+) kB/m.exec(readFileSync(file, 'utf8'))?.[1]) * 1024;
    }
    return sum;
  }

  async #sums(): Promise<Record<Metric, number>> {
    const sums = Object.fromEntries(read.map((name) => [name, 0])) as Record<Metric, number>;
    for (const page of this.#pages) {
      const { metrics } = await page.send('Performance.getMetrics');
      for (const { name, value } of metrics) if (isMetric(name)) sums[name] += value;
    }
    return sums;
  }

  async #renderers(): Promise<readonly { readonly id: number; readonly cpuTime: number }[]> {
    const { processInfo } = await this.#browser.send('SystemInfo.getProcessInfo');
    return processInfo.filter(({ type }) => type === 'renderer');
  }
}

/** Seconds. */
export interface Busy {
  readonly all: number;
  readonly scripts: number;
  readonly layout: number;
}

/** Of https://chromedevtools.github.io/devtools-protocol/tot/Performance/#method-getMetrics. */
const read = [
  'JSEventListeners',
  'JSHeapUsedSize',
  'LayoutDuration',
  'Nodes',
  'RecalcStyleDuration',
  'ScriptDuration',
  'TaskDuration',
] as const;
type Metric = (typeof read)[number];
const isMetric = (name: string): name is Metric => read.some((one) => one === name);
