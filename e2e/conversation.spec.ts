import { hostileTexts } from '../src/testing/hostile-texts.js';
import { expect, newContext, newRoom, openSide, parties, talk as inCall, test } from './side.js';
import { faultyPair, Talk } from './talk.js';

// What is said, how far it has come, and that nothing of it is lost.

test.describe('a conversation', () => {
  test('is said and read on both sides', async ({ pair }) => {
    const [agent, visitor] = [new Talk(pair.agent), new Talk(pair.visitor)];
    await visitor.write('My printer shows a red light.');
    await agent.reads('My printer shows a red light.');
    await agent.write('Let us find out\nwhich light it is.');
    await visitor.reads(/Let us find out/);
    await expect(visitor.field).toBeFocused();
    await expect(visitor.field).toHaveValue('');
    await visitor.until(({ states }) => states[0] === 'read', 'the agent has read it');
    await expect(visitor.log).toContainText('Read');
    await agent.has('My printer shows a red light.', 'Let us find out\nwhich light it is.');
  });

  test('sends by Enter, and breaks the line by Shift and Enter', async ({ pair }) => {
    const [agent, visitor] = [new Talk(pair.agent), new Talk(pair.visitor)];
    await visitor.field.pressSequentially('One');
    await visitor.field.press('Shift+Enter');
    await visitor.field.pressSequentially('Two');
    await visitor.field.press('Enter');
    await agent.has('One\nTwo');
  });

  test('says that someone types', async ({ pair }) => {
    const [agent, visitor] = [new Talk(pair.agent), new Talk(pair.visitor)];
    await visitor.field.pressSequentially('Hel');
    await agent.reads('Sam is typing');
    await visitor.field.press('Enter');
    await agent.reads('Hel');
    await expect(agent.log.getByText('Sam is typing')).toHaveCount(0);
  });

  test('has one order when both write at once', async ({ pair }) => {
    const [agent, visitor] = [new Talk(pair.agent), new Talk(pair.visitor)];
    const say = async (talk: Talk, name: string): Promise<void> => {
      for (let count = 0; count < 20; count += 1) await talk.write(`${name} ${count}`);
    };
    await Promise.all([say(agent, 'Anna'), say(visitor, 'Sam')]);
    const { texts } = await agent.until((told) => told.texts.length === 40, 'all of it');
    await visitor.has(...texts);
    for (const name of ['Anna', 'Sam'])
      expect(texts.filter((text) => text.startsWith(name))).toEqual(
        Array.from({ length: 20 }, (_none, count) => `${name} ${count}`),
      );
  });

  test('shows each letter as it is typed, where that is asked for', async ({ pair }) => {
    const [agent, visitor] = [new Talk(pair.agent), new Talk(pair.visitor)];
    await pair.visitor.page.locator('chat-composer').evaluate((composer) => {
      composer.toggleAttribute('rtt', true);
    });
    await expect(pair.visitor.page.locator('chat-composer')).toContainText(
      'Anna sees what you type',
    );
    await visitor.field.pressSequentially('Helo');
    await agent.until(({ live }) => live === 'Helo', 'reads along');
    await visitor.field.press('Backspace');
    await visitor.field.pressSequentially('lo');
    await agent.reads('Hello');
    await agent.until(({ live, texts }) => live === 'Hello' && texts.length === 0, 'corrected');
    await visitor.field.press('Enter');
    await agent.has('Hello');
    await agent.until(({ live }) => live === undefined, 'it is a message now');
  });

  test('writes down what happens in a call', async ({ pair }) => {
    const [agent, visitor] = [new Talk(pair.agent), new Talk(pair.visitor)];
    await inCall(pair.agent, pair.visitor);
    await pair.visitor.press('video-toggle');
    await pair.agent.seesFarPicture();
    await agent.reads('Sam turned the camera on');
    await visitor.reads('You turned the camera on');
    await visitor.write('Can you see it?');
    await agent.reads('Can you see it?');
    await pair.agent.press('hangup-button');
    for (const talk of [agent, visitor]) {
      await talk.reads(/^Call ended, 00:/);
      await talk.has('started', 'camera-on', 'Can you see it?', 'ended');
    }
  });

  for (const first of parties) {
    test.describe(`when the ${first}’s page`, () => {
      test.use({ first });

      test('is reloaded, it finds everything as it was', async ({ self, far }) => {
        const [own, other] = [new Talk(self), new Talk(far)];
        await own.write('One');
        await other.write('Two');
        await own.reads('Two');
        await own.until(({ states }) => states[0] === 'read', 'read');
        await own.field.fill('And th');
        await self.page.reload();
        await own.reads('One');
        await own.reads('Two');
        await expect(own.field).toHaveValue('And th');
        await own.field.pressSequentially('ree');
        await own.field.press('Enter');
        await other.has('One', 'Two', 'And three');
        await own.has('One', 'Two', 'And three');
        await own.until(({ states }) => states.at(-1) === 'read', 'read too');
      });

      test('crashes, its place in another tab gets all of it from the far side', async ({
        browser,
        self,
        far,
      }) => {
        const [own, other] = [new Talk(self), new Talk(far)];
        await own.write('One');
        await other.write('Two');
        await own.has('One', 'Two');
        await own.until(({ states }) => states[0] === 'read', 'read');
        const room = new URL(self.page.url()).searchParams.get('room') ?? '';
        await self.page.goto('chrome://crash').catch(() => undefined);
        const again = await openSide(await newContext(browser), first, { room });
        const moved = new Talk(again);
        await moved.has('One', 'Two');
        await moved.write('Three');
        await other.has('One', 'Two', 'Three');
        expect(again.errors).toEqual([]);
      });

      test('is reloaded in a call, the conversation goes on', async ({ self, far }) => {
        const [own, other] = [new Talk(self), new Talk(far)];
        await inCall(self, far);
        await own.write('Before');
        await other.reads('Before');
        await self.page.reload();
        await self.inChat();
        await own.reads('Before');
        await other.write('After');
        await own.reads('After');
      });
    });
  }

  test('keeps what is written while the path is lost for 30 s', async ({ browser }) => {
    test.slow();
    const { agent, visitor } = await faultyPair(browser);
    const [a, v] = [agent.side, visitor.side];
    await visitor.write('Before');
    await agent.reads('Before');
    await v.page.evaluate(() => window.cutOff(true));
    await visitor.write('Meanwhile, here');
    await visitor.reads('Sends when you are back');
    await agent.write('Meanwhile, there');
    await v.nothingFor(30_000);
    await visitor.until(({ states }) => states.at(-1) === 'sending', 'it waits');
    await v.page.evaluate(() => window.cutOff(false));
    await expect.poll(async () => (await agent.told()).texts.length, { timeout: 30_000 }).toBe(3);
    const { texts } = await agent.told();
    expect([...texts].sort()).toEqual(['Before', 'Meanwhile, here', 'Meanwhile, there']);
    await visitor.has(...texts);
    await visitor.until(({ states }) => !states.includes('sending'), 'nothing waits');
    expect([a.errors, v.errors]).toEqual([[], []]);
  });

  test('shows whatever is written as text', async ({ browser }) => {
    const room = newRoom();
    const query = '&strict';
    const a = await openSide(await newContext(browser), 'agent', { room, query });
    const v = await openSide(await newContext(browser), 'visitor', { room, query });
    const reports: string[] = [];
    a.page.on('console', (message) => {
      if (message.type() === 'error') reports.push(message.text());
    });
    const asked: string[] = [];
    a.page.on('request', (request) => {
      if (!request.url().startsWith(new URL(a.page.url()).origin)) asked.push(request.url());
    });
    await Promise.all([a.inChat(), v.inChat()]);
    const [agent, visitor] = [new Talk(a), new Talk(v)];
    expect(hostileTexts.length).toBeGreaterThanOrEqual(200);
    await v.onSession(async (element, texts) => {
      const talk = await element.conversation();
      for (const text of texts) talk?.send(text);
    }, hostileTexts);
    await agent.has(...hostileTexts);
    await expect(agent.log.locator('bdi, [dir=auto]').last()).toBeVisible();
    await a.nothingFor(500);
    expect(await a.page.evaluate(() => (globalThis as { hostile?: unknown }).hostile)).toBe(
      undefined,
    );
    const unsafe = await agent.log
      .locator('a')
      .evaluateAll((links) =>
        links
          .map((link) => (link as HTMLAnchorElement).href)
          .filter((href) => !/^(https?|mailto|tel):/.test(href)),
      );
    expect(unsafe).toEqual([]);
    expect([reports, asked, a.errors]).toEqual([[], [], []]);
    expect((await visitor.told()).states).not.toContain('failed');
  });

  test('comes whole and in order when 10,000 messages come at once', async ({ pair }) => {
    const agent = new Talk(pair.agent);
    await agent.told();
    await pair.agent.page.evaluate(() => {
      const spans: number[] = [];
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) spans.push(Math.round(duration));
      }).observe({ entryTypes: ['longtask'] });
      Object.assign(window, { spans });
    });
    await pair.visitor.onSession(async (element) => {
      const talk = await element.conversation();
      for (let count = 0; count < 10_000; count += 1) talk?.send(`Message ${count}`);
    });
    // Waited for in the page: to ask it again and again is work for it too.
    const spans = await pair.agent.onSession(async (element) => {
      const talk = await element.conversation();
      await new Promise<void>((done) => {
        const look = (): void => {
          if (talk?.snapshot.items.length === 10_000) done();
        };
        talk?.subscribe(look);
        look();
      });
      return (window as unknown as { spans: number[] }).spans;
    });
    const { texts } = await agent.told();
    expect(texts).toEqual(Array.from({ length: 10_000 }, (_none, count) => `Message ${count}`));
    await agent.reads('Message 9999');
    console.log(
      `tasks over 50 ms at the agent while 10,000 came: ${spans.length}, longest ${Math.max(0, ...spans)} ms`,
    );
  });
});

test.describe('the end of a chat', () => {
  test('by the visitor: saved, and begun anew', async ({ pair }) => {
    const [agent, visitor] = [new Talk(pair.agent), new Talk(pair.visitor)];
    await visitor.write('Thank you!');
    await agent.reads('Thank you!');
    await inCall(pair.visitor, pair.agent);
    await pair.visitor.page.locator('end-chat-button').click();
    await pair.agent.reaches('idle');
    const ended = pair.visitor.page.locator('chat-ended');
    await expect(ended).toContainText('You ended the chat');
    await expect(pair.agent.page.locator('chat-ended')).toContainText('Sam ended the chat');
    expect(await pair.visitor.liveTracks()).toEqual([]);
    const [download] = await Promise.all([
      pair.visitor.page.waitForEvent('download'),
      ended.getByRole('button', { name: 'Save as text' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^chat-.*[.]txt$/);
    const chunks: Buffer[] = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
    expect(Buffer.concat(chunks).toString()).toContain('Thank you!');
    expect(
      await pair.visitor.page.evaluate(() =>
        Object.keys(sessionStorage).filter((key) => key.startsWith('visavis')),
      ),
      'nothing is kept',
    ).toEqual([]);
    await pair.agent.onSession(async (element) => (await element.conversation())?.startAnew());
    await ended.getByRole('button', { name: 'Start a new chat' }).click();
    await pair.visitor.inChat();
    await visitor.write('One more thing');
    await agent.has('One more thing');
  });

  test('by the agent: asked first', async ({ pair }) => {
    const { agent, visitor } = pair;
    await agent.page.locator('end-chat-button').first().click();
    await expect(agent.page.getByText('End the chat with Sam?')).toBeVisible();
    await agent.page.getByRole('button', { name: 'Keep chatting' }).click();
    await agent.inChat();
    await agent.page.locator('end-chat-button').first().click();
    await agent.page.locator('end-chat-button [part=end]').click();
    await expect(visitor.page.locator('chat-ended')).toContainText('Anna ended the chat');
  });
});
