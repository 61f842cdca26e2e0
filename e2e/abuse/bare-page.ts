import type { Browser } from '@playwright/test';

// What the same machine, at the same time, does to a page that takes no care.

/** Milliseconds that a page is held up which puts each of these messages at its end, and scrolls there. */
export async function heldUpBare(browser: Browser, messages: number): Promise<number> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto('/blank.html');
  const took = await page.evaluate((messages) => {
    const box = document.body.appendChild(document.createElement('div'));
    box.style.setProperty('overflow', 'auto');
    box.style.setProperty('block-size', '400px');
    const from = performance.now();
    for (let count = 0; count < messages; count += 1) {
      box.appendChild(document.createElement('p')).textContent = `Message ${count}`;
      box.scrollTop = box.scrollHeight;
    }
    return performance.now() - from;
  }, messages);
  await context.close();
  return took;
}

let bare: Promise<number> | undefined;

/** Milliseconds of a task that counts as short here: a tenth of what a thousand messages take the bare page. */
export const shortTask = async (browser: Browser): Promise<number> =>
  (await (bare ??= heldUpBare(browser, 1000))) / 10;
