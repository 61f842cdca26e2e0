import { readdirSync, readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, newContext, newRoom, openSide, talk, test } from './side.js';

/** The files of languages that a page asks for, and what its console tells. */
function overhear(page: Page) {
  const heard = { languages: [] as string[], lists: 0, lines: [] as string[] };
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    const [, code] = /\/chunks\/([a-z]{2})-/.exec(pathname) ?? [];
    if (code) heard.languages.push(code);
    if (pathname === '/cdn/languages.js') heard.lists += 1;
  });
  page.on('console', (message) => {
    if (message.text().includes('visavis')) heard.lines.push(message.text());
  });
  return heard;
}

/** A host's page in a language, with what it says in its body and one file of the kit. */
async function openPage(page: Page, lang: string, body: string, kit = 'visitor'): Promise<void> {
  await page.goto('/blank.html');
  await page.evaluate(
    async ([lang, body, kit]) => {
      document.documentElement.lang = lang;
      document.body.innerHTML = body;
      await import(kit);
    },
    [lang, body, `/cdn/${kit}.js`] as const,
  );
}

const panel = '<visitor-chat server="/peerjs" voip></visitor-chat>';
const parts =
  '<chat-session party="visitor" server="/peerjs" voip><headset-button></headset-button></chat-session>';

test('each language of the kit is loaded when needed, and can be imported alone', () => {
  const here = new URL('../src/i18n/', import.meta.url);
  const inside = (folder: URL) =>
    readdirSync(folder).filter((name) => /^[a-z]{2}[.]ts$/.test(name) && name !== 'en.ts');
  const list = readFileSync(new URL('languages.ts', here), 'utf8');
  const listed = [...list.matchAll(/import\('[.]\/(\w+)[.]js'\)/g)].map(([, code]) => `${code}.ts`);
  expect(listed).toEqual(inside(here));
  expect(inside(new URL('register/', here))).toEqual(inside(here));
});

for (const [kit, body] of [
  ['visitor', panel],
  ['visavis', parts],
  ['loader', parts],
] as const) {
  test(`a German page gets German words from ${kit}.js, and no other language`, async ({
    page,
  }) => {
    const heard = overhear(page);
    await openPage(page, 'de-CH', body, kit);
    await expect(page.locator('headset-button [part=reason]')).toHaveText(
      'Zurzeit ist kein Chat geöffnet',
    );
    await page.waitForLoadState('networkidle');
    expect(heard).toEqual({ languages: ['de'], lists: 1, lines: [] });
  });

  test(`an English page asks ${kit}.js for no language`, async ({ page }) => {
    const heard = overhear(page);
    await openPage(page, 'en-GB', body, kit);
    await expect(page.locator('headset-button [part=reason]')).toHaveText(
      'There is no active chat',
    );
    await page.waitForLoadState('networkidle');
    expect(heard).toEqual({ languages: [], lists: 0, lines: [] });
  });
}

test('a language that cannot be fetched leaves English, says so once, and is asked for again', async ({
  page,
}) => {
  const heard = overhear(page);
  let cut = true;
  await page.route('**/chunks/de-*', (route) => (cut ? route.abort() : route.continue()));
  await openPage(page, 'de', panel);
  await expect.poll(() => heard.lines).toHaveLength(1);
  expect(heard.lines[0]).toContain('no words in de for now');
  await expect(page.locator('headset-button')).toContainText('Start audio call');
  cut = false;
  await page.evaluate(() => document.body.append(document.createElement('mic-toggle')));
  await expect(page.locator('headset-button')).toContainText('Anruf starten');
  expect(heard.lines).toHaveLength(1);
});

test('a language that the kit has not is asked for nowhere', async ({ page }) => {
  const heard = overhear(page);
  await openPage(page, 'tlh', panel);
  await expect.poll(() => heard.lists).toBe(1);
  await page.waitForLoadState('networkidle');
  await expect(page.locator('headset-button')).toContainText('Start audio call');
  expect(heard).toEqual({ languages: [], lists: 1, lines: [] });
});

test('a whole call in Arabic: everything is mirrored but the pictures', async ({
  browser,
}, testInfo) => {
  const room = newRoom();
  const agent = await openSide(await newContext(browser), 'agent', { room });
  const visitor = await openSide(await newContext(browser), 'visitor', {
    room,
    query: '&lang=ar&dir=rtl',
    path: 'visitor-chat',
  });
  const { page, status } = visitor;
  await Promise.all([agent.inChat(), visitor.inChat()]);
  await page.getByRole('button', { name: 'الدردشة' }).click();
  await talk(agent, visitor);
  await expect(status).toContainText('في مكالمة مع \u2068Anna\u2069');
  await Promise.all([visitor.press('video-toggle'), agent.press('video-toggle')]);
  await expect(status).toContainText('الصورة والصوت متبادلان بينك وبين \u2068Anna\u2069.');
  await expect(page.getByLabel('صورة من كاميرا \u2068Anna\u2069')).toBeVisible();

  const at = async (selector: string) => (await page.locator(selector).boundingBox())!;
  const [stage, own] = [await at('call-stage'), await at('self-view-pip')];
  expect(stage.x + stage.width - own.x - own.width, 'self-view at the right').toBeLessThan(20);
  expect(stage.y + stage.height - own.y - own.height, 'at the bottom').toBeLessThan(20);
  const [microphone, telephone] = [await at('mic-toggle'), await at('hangup-button')];
  expect(microphone.x, 'controls from right to left').toBeGreaterThan(telephone.x);
  const [title, headset] = [await at('visitor-chat [part=title]'), await at('headset-button')];
  expect(title.x, 'the name before the headset').toBeGreaterThan(headset.x);
  await page.screenshot({ path: testInfo.outputPath('arabic.png') });

  await page.getByRole('button', { name: 'إنهاء المكالمة' }).click();
  await Promise.all([visitor.reaches('idle'), agent.reaches('idle')]);
  await expect(status).toContainText(/تم إنهاء المكالمة من جانبك بعد \d\d:\d\d/);
});

test('changing the language in mid-call changes the words and keeps the call', async ({
  browser,
}) => {
  const room = newRoom();
  const agent = await openSide(await newContext(browser), 'agent', { room });
  const visitor = await openSide(await newContext(browser), 'visitor', {
    room,
    path: 'visitor-chat',
  });
  await Promise.all([agent.inChat(), visitor.inChat()]);
  await visitor.page.getByRole('button', { name: 'Chat' }).click();
  await talk(visitor, agent);
  for (const [lang, words] of [
    ['fr', 'En appel avec Anna'],
    ['ja', 'Anna さんと通話中'],
    ['en', 'In a call with Anna'],
  ] as const) {
    await visitor.page.evaluate((lang) => (document.documentElement.lang = lang), lang);
    await expect(visitor.status).toContainText(words);
  }
  await Promise.all([visitor.hears(), agent.hears()]);
  expect(await visitor.asked()).toHaveLength(1);
  expect(await visitor.phase()).toBe('active');
});
