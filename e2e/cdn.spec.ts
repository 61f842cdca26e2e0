import { readFileSync } from 'node:fs';
import { port } from './port.js';
import type { BrowserContext, Page } from '@playwright/test';
import { expect, newContext, newRoom, openSide, talk, test } from './side.js';

/** What a page is told by its console and its policy, and which hosts it asks. */
async function overhear(context: BrowserContext) {
  const heard = { lines: [] as string[], hosts: new Set<string>(), files: [] as string[] };
  await context.addInitScript(() =>
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, sample }) =>
      console.warn(`violation: ${violatedDirective} ${sample}`),
    ),
  );
  context.on('page', (page) => {
    page.on('console', (message) => {
      if (message.type() !== 'log') heard.lines.push(message.text());
    });
    page.on('websocket', (socket) => heard.hosts.add(new URL(socket.url()).host));
  });
  context.on('request', (request) => {
    const { host, pathname, protocol } = new URL(request.url());
    if (protocol !== 'data:' && protocol !== 'blob:') heard.hosts.add(host);
    if (pathname.startsWith('/cdn/')) heard.files.push(pathname);
  });
  return heard;
}

const ownHost = `localhost:${port}`;

test.describe('the visitor’s panel in two lines', () => {
  test('makes a whole call under the strictest policy, and asks no other host', async ({
    browser,
  }) => {
    const room = newRoom();
    const contexts = [await newContext(browser), await newContext(browser)] as const;
    const heard = [await overhear(contexts[0]), await overhear(contexts[1])];
    const query = '&strict&floating';
    const [agent, visitor] = await Promise.all([
      openSide(contexts[0], 'agent', { room, query }),
      openSide(contexts[1], 'visitor', { room, query, path: 'visitor-chat' }),
    ]);
    await Promise.all([agent.inChat(), visitor.inChat()]);
    await visitor.page.getByRole('button', { name: 'Chat' }).click();
    await talk(visitor, agent);
    await Promise.all([visitor.hears(), agent.hears()]);
    await Promise.all([visitor.press('video-toggle'), agent.press('video-toggle')]);
    await Promise.all([visitor.seesFarPicture(), agent.seesFarPicture()]);
    await visitor.press('hangup-button');
    await Promise.all([visitor.reaches('idle'), agent.reaches('idle')]);
    for (const { hosts, lines } of heard) {
      expect([...hosts]).toEqual([ownHost]);
      expect(lines).toEqual([]);
    }
    // The policy is really in force.
    await visitor.page.evaluate(() => document.body.setAttribute('style', 'color: red'));
    await expect.poll(() => heard[1]?.lines.join()).toContain('violation: style-src-attr');
  });

  test('opens for an incoming call without taking the focus, and closing it ends nothing', async ({
    browser,
  }) => {
    const room = newRoom();
    const agent = await openSide(await newContext(browser), 'agent', { room });
    const visitor = await openSide(await newContext(browser), 'visitor', {
      room,
      query: '&floating',
      path: 'visitor-chat',
    });
    await Promise.all([agent.inChat(), visitor.inChat()]);
    const launcher = visitor.page.locator('chat-launcher');
    const panel = visitor.page.locator('visitor-chat');
    await expect(panel).toBeHidden();
    await visitor.page.evaluate(() => {
      const field = document.body.appendChild(document.createElement('input'));
      field.focus();
    });
    await agent.press('headset-button');
    await visitor.reaches('incoming');
    await expect(panel).toBeVisible();
    expect(await visitor.page.evaluate(() => document.activeElement?.localName)).toBe('input');
    await visitor.accept();
    await visitor.reaches('active');

    await visitor.page.keyboard.press('Escape');
    await expect(panel).toBeHidden();
    await expect(launcher).toContainText('In a call with Anna');
    const button = launcher.getByRole('button', { name: 'Chat' });
    await expect(button).toBeFocused();
    await expect(button).toHaveAttribute('aria-expanded', 'false');
    await Promise.all([visitor.hears(), agent.hears()]);
    await button.click();
    await expect(panel).toBeVisible();
    await visitor.press('hangup-button');
    await agent.reaches('idle');
  });

  test('floats above whatever z-index the page has', async ({ page }) => {
    await page.goto('/visitor-chat.html?floating');
    await page.evaluate(() => {
      const cover = document.createElement('div');
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('.cover { position: fixed; inset: 0; z-index: 2147483647 }');
      document.adoptedStyleSheets.push(sheet);
      cover.className = 'cover';
      document.body.append(cover);
    });
    await page.getByRole('button', { name: 'Chat' }).click();
    await expect(page.locator('visitor-chat')).toBeVisible();
  });
});

/** Of the files asked for, those that a chat brings. */
const late = (files: readonly string[]) => files.filter((file) => file.includes('/in-chat-'));

async function setUp(page: Page, room: string): Promise<void> {
  await page
    .locator('chat-session')
    .evaluate((session, url) => session.setAttribute('token-url', url), `/ticket?room=${room}`);
}

test('a page without a chat carries neither the call nor PeerJS', async ({ browser }) => {
  const context = await newContext(browser);
  const heard = await overhear(context);
  const page = await context.newPage();
  await page.goto('/blank.html');
  await page.evaluate(async () => {
    document.body.innerHTML =
      '<chat-session party="visitor" server="/peerjs" voip><headset-button></headset-button><call-status></call-status></chat-session>';
    const kit = '/cdn/visavis.js';
    await import(kit);
  });
  await expect(page.locator('headset-button [part=reason]')).toHaveText('There is no active chat');
  await page.waitForLoadState('networkidle');
  expect(late(heard.files)).toEqual([]);
  await setUp(page, newRoom());
  await expect(page.locator('call-status')).toContainText('The agent is not here yet');
  expect(late(heard.files)).toHaveLength(1);
});

test('what stands in an element that comes with a chat is not seen before', async ({ page }) => {
  await page.goto('/blank.html');
  await page.evaluate(async () => {
    for (const link of document.querySelectorAll('link[rel=stylesheet]')) link.remove();
    document.body.innerHTML = `<chat-session party="visitor" server="/peerjs" voip>
      <headset-button></headset-button>
      <call-prompt><span slot="avatar">AK</span></call-prompt>
      <call-stage><p slot="empty">No picture</p></call-stage>
    </chat-session>`;
    const kit = '/cdn/visavis.js';
    await import(kit);
  });
  await expect(page.locator('headset-button button')).toBeVisible();
  await expect(page.getByText('AK')).toBeHidden();
  await expect(page.getByText('No picture')).toBeHidden();
});

test('code that cannot be fetched is asked for again, and the person knows meanwhile', async ({
  browser,
}) => {
  const context = await newContext(browser);
  const heard = await overhear(context);
  const room = newRoom();
  let cut = true;
  await context.route(/in-chat-/, (route) => (cut ? route.abort() : route.continue()));
  const visitor = await openSide(context, 'visitor', { room });
  await expect(visitor.status).toContainText('The chat cannot connect');
  expect(heard.lines.filter((line) => line.includes('could not be loaded'))).toHaveLength(1);
  cut = false;
  await openSide(await newContext(browser), 'agent', { room });
  await visitor.inChat();
  await expect(visitor.status).not.toContainText('The chat cannot connect');
});

test('the loader defines what is on the page, what is added later, and nothing else', async ({
  browser,
}) => {
  const context = await newContext(browser);
  const heard = await overhear(context);
  const room = newRoom();
  const agent = await openSide(await newContext(browser), 'agent', { room });
  const visitor = await openSide(context, 'visitor', { room, path: 'in-parts' });
  const defined = () =>
    visitor.page.evaluate(() =>
      ['chat-session', 'headset-button', 'call-status', 'call-prompt', 'hangup-button'].filter(
        (tag) => customElements.get(tag),
      ),
    );
  await expect.poll(defined).toEqual(['chat-session', 'headset-button', 'call-status']);
  await setUp(visitor.page, room);
  await Promise.all([agent.inChat(), visitor.inChat()]);
  await talk(visitor, agent);
  await visitor.page.locator('chat-session').evaluate((session) => {
    const end = document.createElement('div');
    end.append(document.createElement('hangup-button'));
    session.append(end);
  });
  await visitor.press('hangup-button');
  await agent.reaches('idle');
  expect(await defined()).not.toContain('call-prompt');
  expect(heard.lines).toEqual([]);
});

test('an element outside every session is told of in one line', async ({ browser }) => {
  const context = await newContext(browser);
  const heard = await overhear(context);
  const page = await context.newPage();
  await page.goto('/blank.html');
  await page.evaluate(async () => {
    const kit = '/cdn/visavis.js';
    await import(kit);
    document.body.innerHTML = '<headset-button></headset-button><mic-toggle></mic-toggle>';
  });
  await expect.poll(() => heard.lines.length, { timeout: 10_000 }).toBe(1);
  expect(heard.lines[0]).toContain('visavis: this element is in no <chat-session>');
});

test('every element is known to the loader, and comes with the first file, a chat or a call', () => {
  const tagsIn = (...files: string[]) =>
    files
      .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/[/]([a-z]+(?:-[a-z]+)+)[.]js'/g)])
      .map(([, tag]) => tag)
      .sort();
  const all = tagsIn('src/define/all.ts');
  expect(tagsIn('src/cdn/tags.ts')).toEqual(all);
  const brought = new Set(
    tagsIn(
      'src/cdn/visavis.ts',
      'src/cdn/chat-parts.ts',
      'src/cdn/in-call.ts',
      'src/define/conversation.ts',
      'src/cdn/visitor.ts',
    ),
  );
  expect(all.filter((tag) => !brought.has(tag))).toEqual([]);
});
