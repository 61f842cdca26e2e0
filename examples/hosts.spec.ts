import type { BrowserContext, Locator } from '@playwright/test';
import {
  expect,
  newContext,
  newRoom,
  openSide,
  type Party,
  type Side,
  talk,
  test as base,
} from '../e2e/side.js';
import { hosts } from './hosts.mjs';

declare global {
  interface Window {
    iceServers?: readonly RTCIceServer[];
    session?: Element | null;
  }
}

// What every app shows, whatever it is written in.
const press = (side: Side, button: string): Promise<void> =>
  side.page.getByRole('button', { name: button, exact: true }).click();
const name = (side: Side): Locator => side.page.getByLabel('Their name');
const events = (side: Side): Locator =>
  side.page.getByRole('region', { name: 'Events' }).getByRole('listitem');

async function openHost(
  context: BrowserContext,
  host: string,
  party: Party,
  { room, query = '' }: { readonly room: string; readonly query?: string },
): Promise<Side> {
  await context.addInitScript(() => (window.iceServers = []));
  return openSide(context, party, {
    room,
    query: `&party=${party}${query}`,
    path: `${host}/index`,
  });
}

/** What the console says, other than what is merely logged. */
function overhear(context: BrowserContext): readonly string[] {
  const lines: string[] = [];
  context.on('console', (message) => {
    if (message.type() !== 'log') lines.push(message.text());
  });
  return lines;
}

/** `self`: a visitor in the host app. `far`: an agent in the demo, which no framework has made. */
const test = base.extend<{ host: string }>({
  host: ['', { option: true }],
  pair: async ({ browser, host }, use) => {
    const room = newRoom();
    const [agent, visitor] = await Promise.all([
      openSide(await newContext(browser), 'agent', { room, query: '&stock' }),
      openHost(await newContext(browser), host, 'visitor', { room }),
    ]);
    await Promise.all([agent.inChat(), visitor.inChat()]);
    await use({ agent, visitor });
    expect(visitor.errors, `uncaught errors in ${host}`).toEqual([]);
  },
});

for (const [index, host] of hosts.entries()) {
  const next = hosts[(index + 1) % hosts.length]!;

  test.describe(host, () => {
    test.use({ host });

    test('upgrades every element, and the console stays silent', async ({ browser }) => {
      const context = await newContext(browser);
      const lines = overhear(context);
      const self = await openHost(context, host, 'visitor', { room: newRoom() });
      await expect(
        self.page.locator('chat-session :is(headset-button, mic-toggle) button'),
      ).toHaveCount(2);
      const tags = await self.page
        .locator('chat-session :defined')
        .evaluateAll((all) =>
          all.map(({ localName }) => localName).filter((tag) => tag.includes('-')),
        );
      expect(tags).toEqual([
        'headset-button',
        'call-status',
        'call-prompt',
        'call-stage',
        'self-view-pip',
        'mic-toggle',
        'video-toggle',
        'hangup-button',
      ]);
      expect(lines).toEqual([]);
      expect(self.errors).toEqual([]);
    });

    test('sets attributes and properties, at first and by rendering again', async ({
      self,
      far,
    }) => {
      expect(
        await self.onSession(({ iceServers }) => iceServers === window.iceServers),
        'rich data arrives as it is',
      ).toBe(true);
      const headset = self.tag('headset-button').getByRole('button');
      await self.page.getByLabel('Calls').uncheck();
      await expect(headset).toHaveAttribute('aria-disabled', 'true');
      await self.page.getByLabel('Calls').check();
      await expect(headset).not.toHaveAttribute('aria-disabled');

      await name(self).fill('Berta');
      await self.press('headset-button');
      await expect(self.status).toContainText('Calling Berta');
      await far.accept();
      await self.reaches('active');
      await name(self).fill('Carla');
      await expect(self.status).toContainText('In a call with Carla');

      await expect(self.tag('video-toggle').getByRole('button')).toBeVisible();
      await self.page.getByLabel('Video').uncheck();
      await expect(self.tag('video-toggle').getByRole('button')).toHaveCount(0);
      await self.page.getByLabel('Video').check();
      await self.press('video-toggle');
      await far.seesFarPicture();
    });

    test('listens to events and reads what they carry', async ({ self, far }) => {
      await self.page.evaluate(() => {
        const real = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
        navigator.mediaDevices.getUserMedia = () => {
          navigator.mediaDevices.getUserMedia = real;
          return Promise.reject(new DOMException('', 'NotAllowedError'));
        };
      });
      await self.press('headset-button');
      await expect(events(self).last()).toHaveText('error: mic-blocked');
      await talk(self, far);
      await self.press('video-toggle');
      await expect(events(self).last()).toHaveText('camera: self on');
      await far.press('video-toggle');
      await expect(events(self).last()).toHaveText('camera: far on');
      await far.press('hangup-button');
      await expect(events(self)).toHaveText([
        'call: idle → calling',
        'call: calling → idle',
        'error: mic-blocked',
        'call: idle → calling',
        'call: calling → active',
        'camera: self on',
        'camera: far on',
        'camera: self off',
        'camera: far off',
        'call: active → idle',
      ]);
    });

    test('renders again in mid-call, and moves the session, without touching the call', async ({
      self,
      far,
    }) => {
      await talk(self, far);
      await self.press('video-toggle');
      await far.seesFarPicture();
      const read = async () => ({
        connections: await self.page.evaluate(() => window.watched.connections.length),
        asked: (await self.asked()).length,
        tracks: await self.liveTracks(),
        phases: [await self.phase(), await far.phase()],
      });
      const before = await read();
      await self.page.evaluate(() => (window.session = document.querySelector('chat-session')));

      // Twice: a framework may move either of the two.
      for (const first of ['Events', 'Chat']) {
        await press(self, 'Swap panels');
        await expect(self.page.getByRole('region').first()).toHaveAccessibleName(first);
        await press(self, 'New message');
        await name(self).fill(`Anna, ${first}`);
        await expect(self.status).toContainText(`Anna, ${first}`);
        // Longer than the time after which an element counts as removed.
        await self.nothingFor(400);
      }
      await expect(self.page.locator('.conversation').getByText('Are you there?')).toHaveCount(2);
      expect(
        await self.onSession((session) => session === window.session),
        'still the same element',
      ).toBe(true);
      await Promise.all([self.hears(), far.hears(), far.seesFarPicture()]);
      expect(await read()).toEqual(before);
    });

    test('closes the chat in mid-call and everything with it, and opens it anew', async ({
      self,
      far,
    }) => {
      await talk(self, far);
      await self.press('video-toggle');
      await far.seesFarPicture();
      await press(self, 'Close chat');
      await expect(self.page.getByText('The chat is closed.')).toBeVisible();
      await expect.poll(() => self.liveTracks(), { message: 'own devices' }).toEqual([]);
      await far.reaches('idle');
      await expect(far.status).toContainText('The call has ended');
      await expect
        .poll(() =>
          self.page.evaluate(() =>
            window.watched.connections.every((each) => each.connectionState === 'closed'),
          ),
        )
        .toBe(true);

      await press(self, 'Open chat');
      await Promise.all([self.inChat(), far.inChat()]);
      await talk(self, far);
      await self.hears();
    });

    test(`calls ${next} by its own button, with made-up devices`, async ({ browser }) => {
      const room = newRoom();
      const contexts = [await newContext(browser), await newContext(browser)] as const;
      const lines = contexts.map(overhear);
      const [agent, visitor] = await Promise.all([
        openHost(contexts[0], host, 'agent', { room, query: '&devices=test' }),
        openHost(contexts[1], next, 'visitor', { room }),
      ]);
      await Promise.all([agent.inChat(), visitor.inChat()]);
      await press(agent, 'Call');
      await visitor.reaches('incoming');
      await visitor.accept();
      await Promise.all([agent.reaches('active'), visitor.reaches('active')]);
      await Promise.all([agent.press('video-toggle'), visitor.press('video-toggle')]);
      await Promise.all([agent.seesFarPicture(), visitor.seesFarPicture()]);
      await Promise.all([agent.hears(), visitor.hears()]);
      expect(await agent.asked(), 'of the machine’s own devices').toEqual([]);

      await press(agent, 'Hang up');
      await Promise.all([agent.reaches('idle'), visitor.reaches('idle')]);
      expect(await visitor.liveTracks()).toEqual([]);
      expect(lines).toEqual([[], []]);
      expect([...agent.errors, ...visitor.errors]).toEqual([]);
    });
  });
}

test('server-rendered shows its controls before any script has come, and keeps them after', async ({
  page,
}) => {
  let bring = (): void => undefined;
  const brought = new Promise<void>((resolve) => (bring = resolve));
  await page.route('**/client.js', async (route) => {
    await brought;
    await route.continue();
  });
  await page.goto('/server-rendered/index.html?party=visitor', { waitUntil: 'commit' });
  const headset = page.getByRole('button', { name: 'Start audio call' });
  await expect(headset).toHaveAccessibleDescription('Connecting to the chat…');
  const drawn = await headset.elementHandle();

  bring();
  await expect(headset).not.toHaveAccessibleDescription('Connecting to the chat…');
  expect(await headset.evaluate((now, then) => now === then, drawn)).toBe(true);
});
