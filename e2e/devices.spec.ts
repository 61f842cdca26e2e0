import type { Page } from '@playwright/test';
import { port } from './port.js';
import { expect, newContext, newRoom, openSide, parties, talk, test } from './side.js';

type Refusal = 'NotAllowedError' | 'NotFoundError' | 'NotReadableError' | 'TypeError';

/** From now on the browser refuses one kind of device in this way; `undefined` grants it again. */
async function refuse(
  page: Page,
  kind: 'audio' | 'video',
  name: Refusal | undefined,
): Promise<void> {
  await page.evaluate(
    ([kind, name]) => {
      const devices = navigator.mediaDevices as MediaDevices & {
        real?: MediaDevices['getUserMedia'];
      };
      const real = (devices.real ??= devices.getUserMedia.bind(devices));
      devices.getUserMedia = (constraints = {}) =>
        name && kind && constraints[kind as 'audio' | 'video']
          ? Promise.reject(new DOMException('refused by the test', name))
          : real(constraints);
    },
    [kind, name],
  );
}

const errorCodes = (page: Page): Promise<string[]> =>
  page.evaluate(() => (window as Window & { codes?: string[] }).codes ?? []);

async function collectCodes(page: Page): Promise<void> {
  await page.evaluate(() => {
    const codes: string[] = [];
    Object.assign(window, { codes });
    document.addEventListener('call-error', ({ code }) => codes.push(code));
  });
}

declare global {
  interface DocumentEventMap {
    'call-error': HTMLElementEventMap['call-error'];
  }
}

const microphone: readonly (readonly [Refusal, string, string, string])[] = [
  ['NotAllowedError', 'mic-blocked', 'Your microphone is blocked', 'microphone is blocked'],
  ['NotFoundError', 'no-microphone', 'No microphone found', 'has no working microphone'],
  ['NotReadableError', 'mic-busy', 'Your microphone is busy', 'has no working microphone'],
  ['TypeError', 'mic-failed', 'Your microphone did not start', 'microphone is blocked'],
];

const camera: readonly (readonly [Refusal, string, string])[] = [
  ['NotAllowedError', 'camera-blocked', 'Your camera is blocked'],
  ['NotFoundError', 'no-camera', 'No camera found'],
  ['NotReadableError', 'camera-busy', 'Your camera is busy'],
  ['TypeError', 'camera-failed', 'Your camera did not start'],
];

test.describe('a microphone that cannot be used', () => {
  for (const [name, code, words, farWords] of microphone) {
    test(`${name}: the caller reads why and tries again; nobody rings`, async ({ self, far }) => {
      await collectCodes(self.page);
      await refuse(self.page, 'audio', name);
      await self.press('headset-button');
      await expect(self.page.locator('call-status [part=notice]')).toContainText(words);
      expect(await errorCodes(self.page)).toEqual([code]);
      expect(await far.phase(), 'the far side never rang').toBe('idle');
      await refuse(self.page, 'audio', undefined);
      await self.page.locator('call-status [part=retry]').click();
      await far.reaches('incoming');
    });

    test(`${name}: on Accept, both read why`, async ({ self, far }) => {
      await collectCodes(far.page);
      await refuse(far.page, 'audio', name);
      await self.press('headset-button');
      await far.reaches('incoming');
      await far.accept();
      await expect(far.page.locator('call-status [part=notice]')).toContainText(words);
      await expect(far.page.locator('call-status [part=notice]')).toContainText(
        'cannot hear you and knows why',
      );
      await expect(self.status).toContainText(farWords);
      expect(await errorCodes(far.page)).toEqual([code]);
      expect(await self.liveTracks()).toEqual([]);
      await refuse(far.page, 'audio', undefined);
      await far.page.locator('call-status [part=retry]').click();
      await self.reaches('incoming');
    });
  }
});

for (const first of parties) {
  test.describe(`a camera of the ${first} that cannot be used`, () => {
    test.use({ first });
    for (const [name, code, words] of camera) {
      test(`${name}: it reads why, the sound goes on, and trying again works`, async ({
        self,
        far,
      }) => {
        await talk(self, far);
        await collectCodes(self.page);
        await refuse(self.page, 'video', name);
        await self.press('video-toggle');
        await expect(self.page.locator('call-status [part=notice]')).toContainText(words);
        await expect(self.page.locator('call-status [part=notice]')).toContainText(
          'still hear each other',
        );
        expect(await errorCodes(self.page)).toEqual([code]);
        await Promise.all([self.hears(), far.hears()]);
        await refuse(self.page, 'video', undefined);
        await self.page.locator('call-status [part=retry]').click();
        await far.seesFarPicture();
        await expect(self.page.locator('call-status [part=notice]')).toHaveCount(0);
      });
    }
  });
}

test('a camera that is pulled out leaves the sound alone and says so', async ({ self, far }) => {
  await talk(self, far);
  await self.press('video-toggle');
  await far.seesFarPicture();
  await self.page.evaluate(() => {
    const camera = window.watched.tracks.find(({ kind }) => kind === 'video');
    camera?.stop();
    camera?.dispatchEvent(new Event('ended'));
  });
  await expect(self.page.locator('call-status [part=notice]')).toContainText('No camera found');
  await expect(far.farVideo).toHaveCount(0);
  await far.hears();
});

test('a microphone that is pulled out is told to both, and comes back', async ({ self, far }) => {
  await talk(self, far);
  await self.page.evaluate(() => {
    const microphone = window.watched.tracks.find(({ kind }) => kind === 'audio');
    microphone?.stop();
    microphone?.dispatchEvent(new Event('ended'));
  });
  await expect(self.page.locator('call-status [part=notice]')).toContainText('No microphone found');
  await expect(far.status).toContainText('is muted');
  await self.page.locator('call-status [part=retry]').click();
  await far.hears();
});

test('a call ended while the browser still asks leaves no device open', async ({ self, far }) => {
  await self.page.evaluate(() => {
    const devices = navigator.mediaDevices;
    const real = devices.getUserMedia.bind(devices);
    devices.getUserMedia = async (constraints) => {
      await new Promise((grant) => Object.assign(window, { grant }));
      return real(constraints);
    };
  });
  await self.press('headset-button');
  await self.reaches('calling');
  await self.press('hangup-button');
  await self.reaches('idle');
  await self.page.evaluate(() => (window as Window & { grant?: () => void }).grant?.());
  await expect
    .poll(() => self.page.evaluate(() => window.watched.tracks.length), { message: 'granted late' })
    .toBe(1);
  await expect.poll(() => self.liveTracks(), { message: 'and stopped at once' }).toEqual([]);
  expect(await far.phase()).toBe('idle');
});

test('an iframe without `allow` says what the page has to do', async ({ browser }) => {
  const room = newRoom();
  const context = await newContext(browser);
  const far = await openSide(await newContext(browser), 'agent', { room });
  const page = await context.newPage();
  const lines: string[] = [];
  page.on('console', (message) => lines.push(message.text()));
  // Another origin than the frame's, where devices are the page's to give.
  await page.goto(`http://127.0.0.1:${port}/blank.html`);
  await page.evaluate((src) => {
    const frame = Object.assign(document.createElement('iframe'), {
      src,
      width: '500',
      height: '700',
    });
    document.body.replaceChildren(frame);
  }, `http://localhost:${port}/visitor.html?room=${room}`);
  const frame = page.frameLocator('iframe');
  await far.inChat();
  const told = () => lines.filter((line) => line.includes('allow="microphone; camera"'));
  await expect.poll(told, { message: 'before anybody calls' }).toHaveLength(1);
  await frame.locator('headset-button').click();
  await expect(frame.locator('call-status [part=notice]')).toContainText(
    'This page does not allow it',
  );
  expect(told(), 'once').toHaveLength(1);
  expect(await far.phase()).toBe('idle');
});

test('an insecure page says so', async ({ playwright }) => {
  const { launchOptions } = await import('../scripts/find-browser.mjs');
  const options = await launchOptions();
  const browser = await playwright.chromium.launch({
    ...options,
    args: [...options.args, '--host-resolver-rules=MAP insecure.test 127.0.0.1'],
  });
  const room = newRoom();
  const contexts = [await browser.newContext(), await browser.newContext()] as const;
  const page = await contexts[0].newPage();
  const lines: string[] = [];
  page.on('console', (message) => lines.push(message.text()));
  const told = (words: string) => lines.filter((line) => line.includes(words)).length;
  await page.goto(`http://insecure.test:${port}/visitor.html?room=${room}`);
  const agent = await contexts[1].newPage();
  await agent.goto(`http://localhost:${port}/agent.html?room=${room}`);
  await expect(page.locator('headset-button button')).not.toHaveAttribute('aria-disabled', 'true');
  expect([told('serve it over HTTPS'), told('`iceServers` is empty')]).toEqual([1, 1]);
  await page.locator('headset-button').click();
  await expect(page.locator('call-status [part=notice]')).toContainText('This page is not secure');
  expect([told('serve it over HTTPS'), told('`iceServers` is empty')]).toEqual([1, 1]);
  await browser.close();
});
