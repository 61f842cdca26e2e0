import type { Page } from '@playwright/test';
import { expect, talk, test } from '../side.js';

// 1280 × 1024 px at 400 %, and the narrowest phone.
const screens = [
  { width: 320, height: 256 },
  { width: 320, height: 640 },
];

const sideways = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });

test('both pages of the demo fit on 320 px, and each control of a video call can be pressed there', async ({
  pair,
}) => {
  const sides = [pair.visitor, pair.agent];
  for (const { page } of sides) await page.setViewportSize(screens[0]!);
  await talk(pair.visitor, pair.agent);
  for (const side of sides) await side.press('video-toggle');
  await Promise.all(sides.map((side) => side.seesFarPicture()));
  for (const screen of screens) {
    for (const { page } of sides) {
      await page.setViewportSize(screen);
      expect(await sideways(page), `${page.url()} at ${screen.height} px`).toBe(0);
      for (const name of ['headset-button', 'self-view-pip', 'mic-toggle', 'hangup-button'])
        // Scrolls to it, and waits until a press would arrive.
        await page.locator(`${name} button`).first().click({ trial: true });
    }
  }
  await pair.agent.press('hangup-button');
  await pair.visitor.reaches('idle');
});

test('the page with both sides fits on 320 px', async ({ page }) => {
  await page.setViewportSize(screens[0]!);
  await page.goto('/');
  await expect(page.locator('iframe').first()).toBeVisible();
  expect(await sideways(page)).toBe(0);
});
