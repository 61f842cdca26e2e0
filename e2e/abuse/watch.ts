import { build } from 'esbuild';
import type { Browser, Locator, Page } from '@playwright/test';
import type { Side } from '../side.js';

// What a page goes through while its far side does its worst.

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
}

export interface Tasks {
  /** Milliseconds of processor of the longest task; by the clock a busy machine would count too. */
  readonly longest: number;
  /** The same of those tasks in which a script runs: between them the engine frees what was used. */
  readonly longestOfScript: number;
  /** The longest by the clock. */
  readonly longestByClock: number;
}

/** The longest task of a page's main thread while something runs. */
export async function tasksOf(
  browser: Browser,
  page: Page,
  run: () => Promise<unknown>,
): Promise<Tasks> {
  await browser.startTracing(page, { categories: ['toplevel', 'blink.user_timing', 'v8'] });
  await page.evaluate(() => performance.mark('watched-from-here'));
  try {
    await run();
  } finally {
    await page.evaluate(() => performance.mark('watched-until-here'));
  }
  const { traceEvents: all } = JSON.parse((await browser.stopTracing()).toString()) as {
    readonly traceEvents: readonly TraceEvent[];
  };
  const [from, until] = ['watched-from-here', 'watched-until-here'].map((mark) =>
    all.find(({ name }) => name === mark),
  );
  if (!from || !until) throw new Error('The trace has not the marks.');
  const tasks = all.filter(
    ({ name, ph, pid, tid, ts }) =>
      name.endsWith('RunTask') &&
      ph === 'X' &&
      pid === from.pid &&
      tid === from.tid &&
      ts > from.ts &&
      ts < until.ts,
  );
  const runs = all.filter(
    ({ name, pid, tid }) =>
      (name === 'V8.RunMicrotasks' || name === 'v8.callFunction') &&
      pid === from.pid &&
      tid === from.tid,
  );
  const ofScript = tasks.filter(({ ts, dur = 0 }) =>
    runs.some((event) => event.ts >= ts && event.ts < ts + dur),
  );
  const longest = (of: readonly TraceEvent[], by: 'dur' | 'tdur'): number =>
    Math.max(0, ...of.map((task) => (task[by] ?? 0) / 1000));
  return {
    longest: longest(tasks, 'tdur'),
    longestOfScript: longest(ofScript, 'tdur'),
    longestByClock: longest(tasks, 'dur'),
  };
}

/** Bytes that the page's scripts hold, after a collection. */
export async function heapOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = (await session.send('Runtime.getHeapUsage')) as {
    readonly usedSize: number;
  };
  await session.detach();
  return usedSize;
}

export const megabytes = (bytes: number): number => bytes / 1024 / 1024;

/** The modules, in the page, under their names. */
export async function bring(page: Page, modules: Readonly<Record<string, string>>): Promise<void> {
  const names = Object.keys(modules);
  const { outputFiles } = await build({
    stdin: {
      contents: names.map((name) => `export * as ${name} from './${modules[name]}';`).join('\n'),
      resolveDir: process.cwd(),
      loader: 'ts',
    },
    bundle: true,
    format: 'iife',
    globalName: 'brought',
    target: 'es2022',
    write: false,
  });
  await page.addScriptTag({ content: outputFiles[0]?.text ?? '' });
}

/** Frames of the session that its conversation or its call could not read. */
export const droppedAt = (side: Side): Promise<number> =>
  side.onSession((element) => (element.session as unknown as { dropped: number }).dropped);

/** Runs in the page: its end of the session's own channel, which its own code does not know is used. */
export const channelIn = (): RTCDataChannel => {
  const channel = window.watched.channels.findLast(
    ({ label, readyState }) => label.startsWith('dc_') && readyState === 'open',
  );
  if (!channel) throw new Error('There is no open channel.');
  return channel;
};

/** What a person reads whose far side was cut off. */
export const noticeAt = (page: Page): Locator =>
  page.locator('call-status h2', { hasText: 'Too many messages from Sam at once' });
