import { spawn } from 'node:child_process';
import type { Browser, Locator } from '@playwright/test';
import { openSide, type Party, type Side, test as base, expect } from '../side.js';

// Visitors, and agents that take them, by the waiting room of visavis-server: the demo with `?queue`.

/** A demo of each test's own, so that nobody else waits there; where it is. */
const test = base.extend<{ demo: string }>({
  demo: async ({}, use) => {
    const server = spawn('node', ['demo/server.mjs'], { env: { ...process.env, PORT: '0' } });
    const url = new Promise<string>((found, lost) => {
      let said = '';
      server.stdout.on('data', (data: Buffer) => {
        said += data.toString();
        const [address] = /http:\S+?(?=\/\s)/.exec(said) ?? [];
        if (address) found(address);
      });
      server.on('exit', () => lost(new Error(`The demo did not start: ${said}`)));
    });
    await use(await url);
    server.kill('SIGKILL');
  },
});

async function come(browser: Browser, demo: string, party: Party, name: string): Promise<Side> {
  const permissions = ['camera', 'microphone'];
  const context = await browser.newContext({ permissions, baseURL: demo });
  return openSide(context, party, { room: 'none', query: `&queue&name=${name}` });
}

/** The agent's list of chats, the chat with a visitor in it, and the one that is in front. */
const lines = ({ page }: Side): Locator => page.locator('.signed-in li button:not(.close)');
const line = (agent: Side, name: string): Locator => lines(agent).filter({ hasText: name });
const inFront = ({ page }: Side): Locator => page.locator('chat-session').filter({ visible: true });

const nothingSaid = ({ page }: Side): Locator => page.locator('chat-transcript [part=empty]');

test('visitors wait in their order, are given the agent who comes, and call', async ({
  browser,
  demo,
}) => {
  const sam = await come(browser, demo, 'visitor', 'Sam');
  await expect(sam.status).toContainText('Nobody is here just now');
  const eva = await come(browser, demo, 'visitor', 'Eva');
  await expect(eva.status).toContainText('Nobody is here just now');
  const ian = await come(browser, demo, 'visitor', 'Ian');
  await expect(ian.status).toContainText('Nobody is here just now');
  await expect(nothingSaid(ian)).toHaveText('The chat begins when it is your turn.');

  // She takes two.
  const anna = await come(browser, demo, 'agent', 'Anna');
  await Promise.all([sam.inChat(), eva.inChat()]);
  await expect(ian.status).toContainText('You are next');
  await expect(lines(anna)).toHaveCount(2);
  await expect(line(anna, 'Sam')).toHaveText(/^Sam, since \d/);
  await expect(nothingSaid(sam)).toContainText('You are in a chat with Anna');

  await eva.press('headset-button');
  await expect(line(anna, 'Eva')).toContainText('calls you');
  await line(anna, 'Eva').click();
  await inFront(anna).locator('call-prompt [part=accept]').click();
  await Promise.all([eva.reaches('active'), eva.hears(), anna.hears()]);
  await inFront(anna).locator('.call video-toggle').click();
  await eva.seesFarPicture();

  // The end of one chat gives its room to who waits, and leaves the call alone.
  await line(anna, 'Sam').click();
  await inFront(anna).locator('end-chat-button').click();
  await inFront(anna).getByRole('button', { name: 'End chat' }).last().click();
  await expect(sam.page.locator('chat-ended')).toContainText('Anna');
  await inFront(anna).getByRole('button', { name: 'Done, next chat' }).click();
  await ian.inChat();
  await expect(lines(anna)).toHaveText([/^Eva, since .* in a call/, /^Ian, since/]);
  await Promise.all([eva.hears(), eva.seesFarPicture()]);
  for (const side of [sam, eva, ian, anna]) expect(side.errors, side.party).toEqual([]);
});

test('a reload keeps the place, and then the chat', async ({ browser, demo }) => {
  const anna = await come(browser, demo, 'agent', 'Anna');
  await anna.page.getByLabel('Chats at a time').selectOption('1');
  const sam = await come(browser, demo, 'visitor', 'Sam');
  await sam.inChat();
  const eva = await come(browser, demo, 'visitor', 'Eva');
  await expect(eva.status).toContainText('You are next');
  const ian = await come(browser, demo, 'visitor', 'Ian');
  await expect(ian.status).toContainText('You are number 2');
  await eva.page.reload();
  await expect(eva.status).toContainText('You are next');
  await sam.page.reload();
  await sam.inChat();
  await expect(lines(anna)).toHaveText([/^Sam, since/]);
  await anna.page.getByLabel('Chats at a time').selectOption('2');
  await eva.inChat();
  await expect(ian.status).toContainText('You are next');
  await expect(lines(anna)).toHaveText([/^Sam, since/, /^Eva, since/]);
});

test('who asks when the agent’s page is closed hears that nobody is there', async ({
  browser,
  demo,
}) => {
  const anna = await come(browser, demo, 'agent', 'Anna');
  const sam = await come(browser, demo, 'visitor', 'Sam');
  await sam.inChat();
  await anna.page.goto('about:blank');
  const eva = await come(browser, demo, 'visitor', 'Eva');
  await expect(eva.status).toContainText('Nobody is here just now');
  await expect(sam.status).toContainText('Anna');
});
