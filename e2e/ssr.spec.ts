import type { BrowserContext, Page } from '@playwright/test';
import { expect, newContext, newRoom, openSide, type Side, talk, test } from './side.js';

// Pages of e2e/served.mjs. Without `client`, no script: what a visitor sees before any has come.
const url = (name: string, client = '') => `/served/${name}.html?client=${client}`;

/** All that a page's console says, and what nobody catches. */
function hear(context: BrowserContext): string[] {
  const lines: string[] = [];
  context.on('page', (page) => {
    page.on('console', (message) => lines.push(message.text()));
    page.on('pageerror', ({ message }) => lines.push(message));
  });
  return lines;
}

const hydrate = (page: Page) => page.addScriptTag({ type: 'module', url: '/served/stdin.js' });

/** Once a script has come: every element of the kit has rendered, and renders no more. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const kit = (root: ParentNode): HTMLElement[] =>
      [...root.querySelectorAll<HTMLElement>('*')].flatMap((element) => [
        ...(element.localName.includes('-') ? [element] : []),
        ...(element.shadowRoot ? kit(element.shadowRoot) : []),
      ]);
    const elements = kit(document) as (HTMLElement & { updateComplete: Promise<boolean> })[];
    await Promise.all(
      elements.map(async (element) => {
        await customElements.whenDefined(element.localName);
        while (!(await element.updateComplete));
      }),
    );
  });
}

/** Every element of the page in its order, those in shadow trees included. Runs in the page. */
declare global {
  interface Window {
    everything: () => Element[];
    before: Element[];
  }
}
function defineEverything(): void {
  const all = (root: ParentNode): Element[] =>
    [...root.querySelectorAll('*')].flatMap((element) => [
      element,
      ...(element.shadowRoot ? all(element.shadowRoot) : []),
    ]);
  window.everything = () => all(document.body).filter(({ localName }) => localName !== 'script');
}

test.describe('a page that a server has drawn', () => {
  test('is there before any script', async ({ page }) => {
    await page.goto(url('quiet'));
    await page.screenshot({ path: '/tmp/ssr-quiet.png', fullPage: true });
    await page.goto(url('visitor') + '&room=1');
    await page.screenshot({ path: '/tmp/ssr-visitor.png', fullPage: true });
    await page.goto(url('agent') + '&room=1');
    await page.screenshot({ path: '/tmp/ssr-agent.png', fullPage: true });
  });

  test('is taken over as it is: the same nodes, the same words, nothing in the console', async ({
    browser,
  }) => {
    const context = await newContext(browser);
    const heard = hear(context);
    const page = await context.newPage();
    await page.addInitScript(defineEverything);
    await page.goto(url('quiet'));
    const words = () => page.evaluate(() => window.everything().map((its) => its.textContent));
    const before = await words();
    await page.evaluate(() => void (window.before = window.everything()));
    await hydrate(page);
    await settle(page);
    expect(heard).toEqual([]);
    expect(await words()).toEqual(before);
    const kept = await page.evaluate(() => {
      const now = window.everything();
      return window.before.filter((element, index) => now[index] !== element).map(String);
    });
    expect(kept).toEqual([]);
    await page.screenshot({ path: '/tmp/ssr-quiet-after.png', fullPage: true });
  });
});
