// From a page's navigation to controls that can be pressed, on a processor four times slower.
import { keep } from './figures.js';
import { test } from './fixture.js';
import { watch } from './watch.js';

const rounds = 10;
const pages = {
  loading: ['headset-button', 'mic-toggle', 'video-toggle', 'hangup-button'],
  plain: ['plain-button'],
} as const;

/** Runs in the page before anything of its own: when the last of these had a button, painted. */
function awaitButtons(tags: readonly string[]): void {
  const isThere = (): boolean =>
    tags.every((tag) => {
      const elements = [...document.querySelectorAll(tag)];
      return (
        elements.length > 0 && elements.every((one) => one.shadowRoot?.querySelector('button'))
      );
    });
  Object.assign(window, { usable: window.bench.painted(isThere) });
}

test('loading', async ({ browser, baseURL }) => {
  const found: Record<keyof typeof pages, number[]> = { loading: [], plain: [] };
  for (let round = 0; round < rounds; round += 1)
    for (const [name, tags] of Object.entries(pages) as [keyof typeof pages, readonly string[]][]) {
      const context = await browser.newContext({ baseURL: baseURL ?? '' });
      await context.addInitScript(watch);
      await context.addInitScript(awaitButtons, tags);
      const page = await context.newPage();
      const devTools = await context.newCDPSession(page);
      await devTools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
      await page.goto(`/bench/${name}.html`);
      found[name].push(
        await page.evaluate(
          async () =>
            (await (window as unknown as { usable: Promise<number> }).usable) -
            performance.timeOrigin,
        ),
      );
      await context.close();
    }
  keep({
    line: 6,
    name: 'page opened → all controls painted, processor slowed four times',
    unit: 'ms',
    ours: found.loading,
    reference: { name: 'a plain Lit page with as many buttons', values: found.plain },
    goal: 1.5,
    between:
      'One request more than the plain page has, and four elements with styles, states and words where it has a button (docs/decisions/0009).',
  });
});
