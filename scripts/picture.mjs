// Takes docs/call.png: a real call between the two demo pages, with made-up devices.
import { chromium } from 'playwright';
import { startDemo } from '../demo/server.mjs';
import { launchOptions } from './find-browser.mjs';

const demo = await startDemo();
const browser = await chromium.launch(await launchOptions());
const page = await browser.newPage({
  viewport: { width: 1440, height: 720 },
  deviceScaleFactor: 1.25,
});
await page.goto(`${demo.url}/?devices=test&room=picture`);
const [visitor, agent] = await Promise.all(
  ['visitor', 'agent'].map(async (side) => {
    const frame = page.frameLocator(`iframe[title*="${side}"]`);
    await frame.locator('headset-button [aria-disabled]').waitFor({ state: 'detached' });
    return frame;
  }),
);
await visitor.locator('headset-button').click();
await agent.locator('call-prompt [part=accept]').click();
for (const side of [visitor, agent]) await side.locator('.call video-toggle').click();
for (const side of [visitor, agent]) {
  await side
    .locator('call-stage [part=video]')
    .first()
    .evaluate(async (video) => {
      while (video.videoWidth < 640)
        await new Promise((done) => video.addEventListener('resize', done));
    });
}
await agent.locator('header').first().hover();
await page.waitForTimeout(3000); // a call that has just begun looks unfinished
await page.screenshot({ path: new URL('../docs/call.png', import.meta.url).pathname });
await browser.close();
await demo.close();
