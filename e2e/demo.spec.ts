import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { port } from './port.js';
import { expect, newContext, newRoom, openSide, talk, test } from './side.js';

// What `npm start` promises.

const started: ChildProcess[] = [];

function start(env: Record<string, string>): {
  readonly output: () => string;
  readonly exit: Promise<number | null>;
} {
  const child = spawn('node', ['demo/server.mjs'], { env: { ...process.env, ...env } });
  started.push(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (data: Buffer) => (output += data.toString()));
  }
  return { output: () => output, exit: new Promise((done) => child.on('exit', done)) };
}

test.afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
});

test('with ?devices=test a call works where nobody may use a camera or microphone', async ({
  browser,
}) => {
  const room = newRoom();
  const contexts = [await browser.newContext(), await browser.newContext()] as const;
  const query = '&devices=test';
  const agent = await openSide(contexts[0], 'agent', { room, query });
  const visitor = await openSide(contexts[1], 'visitor', { room, query });
  await Promise.all([agent.inChat(), visitor.inChat()]);
  await talk(visitor, agent);
  await Promise.all([agent.press('video-toggle'), visitor.press('video-toggle')]);
  await Promise.all([
    agent.seesFarPicture(),
    visitor.seesFarPicture(),
    agent.hears(),
    visitor.hears(),
  ]);
  expect([await agent.asked(), await visitor.asked()], 'real devices asked for').toEqual([[], []]);
});

test('both sides fit on one page, in frames that may use devices', async ({ page, context }) => {
  await context.grantPermissions(['camera', 'microphone']);
  await page.goto(`/?room=${newRoom()}`);
  const visitor = page.locator('iframe').nth(0).contentFrame();
  const agent = page.locator('iframe').nth(1).contentFrame();
  await expect(visitor.locator('headset-button button')).not.toHaveAttribute(
    'aria-disabled',
    'true',
  );
  await visitor.locator('headset-button').click();
  await agent.locator('call-prompt [part=accept]').click();
  await expect(visitor.locator('call-status')).toContainText('You and Anna hear each other');
  await expect(agent.locator('call-status')).toContainText('You and Sam hear each other');
});

test('rooms keep visitors apart', async ({ browser, pair }) => {
  const other = await openSide(await browser.newContext(), 'visitor', { room: newRoom() });
  await expect(other.page.locator('headset-button button')).toHaveAttribute(
    'aria-disabled',
    'true',
  );
  await talk(pair.visitor, pair.agent);
  expect(await other.phase()).toBe('idle');
});

test('HTTPS=1 serves a secure page on which a call works', async ({ browser }) => {
  const { output } = start({ PORT: '5392', HTTPS: '1' });
  await expect.poll(output, { timeout: 20_000 }).toContain('https://localhost:5392/visitor.html');
  const open = async (party: string) => {
    const context = await browser.newContext({
      ignoreHTTPSErrors: true,
      permissions: ['camera', 'microphone'],
    });
    const page = await context.newPage();
    await page.goto(`https://localhost:5392/${party}.html`);
    return page;
  };
  const [visitor, agent] = [await open('visitor'), await open('agent')];
  await expect(visitor.locator('headset-button button')).not.toHaveAttribute(
    'aria-disabled',
    'true',
  );
  await visitor.locator('headset-button').click();
  await agent.locator('call-prompt [part=accept]').click();
  await expect(visitor.locator('call-status')).toContainText('hear each other');
});

test('the snippet in README.md is enough for a call', async ({ browser }) => {
  const [, snippet = ''] = /```html\n([\s\S]*?)```/.exec(readFileSync('README.md', 'utf8')) ?? [];
  const context = await browser.newContext({ permissions: ['microphone', 'camera'] });
  const page = await context.newPage();
  await page.goto('/blank.html');
  await page.evaluate(async (snippet) => {
    document.body.innerHTML = snippet;
    // A script that is parsed into a page that is already there does not run by itself.
    await import(document.querySelector('script')?.src ?? 'no script');
  }, snippet);
  const agent = await openSide(await newContext(browser), 'agent', { room: 'demo' });
  await agent.inChat();
  await page.locator('headset-button').click();
  await agent.reaches('incoming');
  await agent.accept();
  await expect(page.locator('call-status')).toContainText('hear each other');
  await page.locator('video-toggle').click();
  await agent.seesFarPicture();
  await page.locator('hangup-button').click();
  await agent.reaches('idle');
});

for (const [asked, says] of [
  [String(port), 'in use'],
  ['99999', 'is not a port'],
  ['http', 'is not a port'],
] as const) {
  test(`PORT=${asked} is a clear error of one line`, async () => {
    const { exit, output } = start({ PORT: asked });
    expect(await exit).toBe(1);
    expect(output().trim().split('\n')).toHaveLength(1);
    expect(output()).toContain(says);
  });
}
