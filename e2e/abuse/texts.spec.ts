import { hostileLinks, hostileTexts, turned, zalgo } from '../../src/testing/hostile-texts.js';
import { figure, notCovered, quantile } from '../faults/figures.js';
import { expect, newContext, newRoom, openSide, type Side, test } from '../side.js';
import { Talk } from '../talk.js';
import { channelIn } from './watch.js';

// Whatever anybody writes is shown as it is, and does nothing.

notCovered({
  cases: '83',
  why: 'System notifications and metadata of connections: the kit shows none. Copies of a chat: src/chat/copy.test.ts.',
});

// Playwright's trace copies the page at each step.
test.use({ trace: 'off' });

/** Both under the strictest policy; what the agent's page reports, asks for and runs. */
async function strictPair(browser: Parameters<typeof newContext>[0]) {
  const room = newRoom();
  const query = '&strict';
  const contexts = [await newContext(browser), await newContext(browser)] as const;
  const [agent, visitor] = await Promise.all([
    openSide(contexts[0], 'agent', { room, query }),
    openSide(contexts[1], 'visitor', { room, query }),
  ]);
  const harm: string[] = [];
  for (const { page } of [agent, visitor]) {
    page.on('console', (message) => {
      if (message.type() === 'error') harm.push(message.text());
    });
    page.on('request', (request) => {
      const { origin, pathname } = new URL(request.url());
      if (origin !== new URL(page.url()).origin || !/^\/((cdn|peerjs)\/|ticket$)/.test(pathname))
        harm.push(request.url());
    });
    await page.evaluate(() => {
      document.addEventListener('securitypolicyviolation', ({ violatedDirective }) => {
        console.error(violatedDirective);
      });
    });
  }
  await Promise.all([agent.inChat(), visitor.inChat()]);
  return { agent, visitor, harm };
}

/** Elements that nobody of ours makes, anywhere in the page's shadow roots. */
const strangeIn = ({ page }: Side): Promise<readonly string[]> =>
  page.evaluate(() => {
    const strange =
      'script, iframe, object, embed, base, link, marquee, math, meta, x-y, img[src=x], video[src], audio[src], [onclick], [onload], [onerror]';
    const found: string[] = [];
    const look = (root: ShadowRoot): void => {
      for (const element of root.querySelectorAll(strange)) found.push(element.outerHTML);
      for (const element of root.querySelectorAll('*'))
        if (element.shadowRoot) look(element.shadowRoot);
    };
    for (const element of document.querySelectorAll('*'))
      if (element.shadowRoot) look(element.shadowRoot);
    return found;
  });

const hostileIn = ({ page }: Side): Promise<unknown> =>
  page.evaluate(() => (globalThis as { hostile?: unknown }).hostile);

test('case 83 · 200 texts that try to be more, in every place: names, messages, drafts, files, words of the host, the title', async ({
  browser,
}) => {
  test.setTimeout(90_000);
  const { agent, visitor, harm } = await strictPair(browser);
  expect(new Set(hostileTexts).size).toBeGreaterThanOrEqual(200);
  const [a, v] = [new Talk(agent), new Talk(visitor)];
  await Promise.all([a.told(), v.told()]);

  // Messages, file names, links.
  await visitor.onSession(async (element, texts) => {
    const talk = await element.conversation();
    for (const text of texts) {
      talk?.send(text);
      talk?.send(`https://evil.example/?q=${text}`);
      talk?.sendFile(new File([text], text, { type: 'text/plain' }));
    }
  }, hostileTexts);
  await a.until(({ texts }) => texts.length === 3 * hostileTexts.length, 'all messages and files');

  // The far side's name as it says itself, in a call that rings; one's own; the host's; what is typed.
  await visitor.press('headset-button');
  await agent.reaches('incoming');
  const channel = await visitor.page.evaluateHandle(channelIn);
  const places = await agent.page.evaluateHandle(() => {
    const session = document.querySelector('chat-session');
    session?.removeAttribute('remote-name');
    return session;
  });
  await visitor.page.evaluate(
    async ({ channel, texts }) => {
      const say = (message: object): void =>
        channel.send(new TextEncoder().encode(JSON.stringify({ v: 1, ...message })));
      for (const [index, text] of texts.entries()) {
        say({ type: 'about', name: text.slice(0, 200), voip: true, video: true });
        say({ chat: { type: 'live', draft: `d${index}`, number: 1, whole: text } });
        // Each of them is drawn over there.
        await new Promise((done) => setTimeout(done, 20));
      }
    },
    { channel, texts: hostileTexts },
  );
  const last = hostileTexts.at(-1) ?? '';
  await expect(agent.page.locator('call-prompt').getByText(last).first()).toBeVisible();
  await agent.accept();
  await agent.reaches('active');
  await agent.page.evaluate(
    async ({ places, texts }) => {
      const field = document.querySelector('chat-composer')?.shadowRoot?.querySelector('textarea');
      const talk = await places?.conversation();
      const title = document.title;
      for (const text of texts) {
        places?.setAttribute('remote-name', text);
        places?.setAttribute('party-name', text);
        document.title = text;
        if (field) field.value = text;
        field?.dispatchEvent(new Event('input', { bubbles: true }));
        talk?.write(text, true);
        await new Promise((done) => requestAnimationFrame(done));
      }
      document.title = title;
    },
    { places, texts: hostileTexts },
  );
  await expect(agent.status.getByText(last).first()).toBeVisible();
  expect(await Promise.all([strangeIn(agent), strangeIn(visitor)])).toEqual([[], []]);

  // Words of the host: each term that is a text, and some that are made of a name.
  await agent.page.evaluate(async (texts) => {
    const kit = '/cdn/visavis.js';
    const { overrideTerms } = (await import(kit)) as {
      readonly overrideTerms: (code: string, terms: Record<string, unknown>) => void;
    };
    const names =
      'send attach writeMessage microphone camera hangUp startCall cancel accept decline endChat today yesterday reconnecting microphoneOff started'.split(
        ' ',
      );
    for (const text of texts) {
      overrideTerms('en', {
        ...Object.fromEntries(names.map((name) => [name, text])),
        messageTo: () => text,
        isTyping: () => text,
      });
      await new Promise((done) => requestAnimationFrame(done));
    }
  }, hostileTexts);
  expect(await Promise.all([strangeIn(agent), strangeIn(visitor)])).toEqual([[], []]);
  expect(await Promise.all([hostileIn(agent), hostileIn(visitor)])).toEqual([undefined, undefined]);
  expect(harm, 'reports, requests').toEqual([]);
  expect([agent.errors, visitor.errors]).toEqual([[], []]);
  figure({
    cases: '83',
    what: `of ${hostileTexts.length} texts in each place that shows one, executed, asked for or reported`,
    unit: 'times',
    values: [0],
    goal: 'worst = 0',
  });
});

test(
  'case 85 · over 500 addresses that are none: no link leads where it does not say',
  { tag: '@long' },
  async ({ browser }) => {
    const { agent, visitor, harm } = await strictPair(browser);
    const a = new Talk(agent);
    await a.told();
    expect(hostileLinks.length).toBeGreaterThanOrEqual(500);
    await visitor.onSession(async (element, links) => {
      const talk = await element.conversation();
      for (const link of links) talk?.send(link.slice(0, 10_000));
    }, hostileLinks);
    await a.until(({ texts }) => texts.length === hostileLinks.length, 'all of them');
    const links = async (): Promise<readonly { href: string; rel: string }[]> =>
      a.log
        .locator('a')
        .evaluateAll((all) => (all as HTMLAnchorElement[]).map(({ href, rel }) => ({ href, rel })));
    await expect.poll(async () => (await links()).length).toBeGreaterThan(5);
    const unsafe = (await links()).filter(
      ({ href, rel }) =>
        !/^(https?|mailto|tel):/.test(href) ||
        /^https?:\/\/[^/]*@/.test(href) ||
        !['noopener', 'noreferrer', 'nofollow'].every((word) => rel.includes(word)),
    );
    figure({
      cases: '85',
      what: `unsafe links of ${hostileLinks.length} addresses`,
      unit: 'links',
      values: [unsafe.length],
      goal: 'worst = 0',
      note: `${(await links()).length} of them are links at all.`,
    });
    expect(unsafe).toEqual([]);
    expect(harm).toEqual([]);
  },
);

test(
  'case 86 · bombs of accents, turns and emoji, and a line of 1 MB: nothing jumps, nothing is slow',
  { tag: '@long' },
  async ({ pair }) => {
    const { agent, visitor } = pair;
    const [a, v] = [new Talk(agent), new Talk(visitor)];
    await v.write('Before');
    await a.reads('Before');
    const fill = (piece: string): string =>
      piece.repeat(Math.ceil(10_000 / piece.length)).slice(0, 9_999);
    const bombs = [
      zalgo,
      turned,
      '\u202e\u2066\u2067\u202b',
      '👩‍❤️‍💋‍👨',
      '👋🏿',
      '\u0301',
      '\ufdfd',
      'x',
      '\u200d',
      '𒐫',
      'a\n',
      'ا ب',
      '(www.',
      'https://a.example/?',
    ].map(fill);
    await agent.page.evaluate(() => {
      const shifts: number[] = [];
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries())
          shifts.push((entry as PerformanceEntry & { readonly value: number }).value);
      }).observe({ type: 'layout-shift', buffered: false });
      Object.assign(window, { shifts });
    });
    // From the moment a message is in the conversation to the frame that shows it, by how many there are.
    const times = await agent.page.evaluateHandle(async () => {
      const talk = await document.querySelector('chat-session')?.conversation();
      const times: number[] = [];
      talk?.subscribe(() => {
        const count = talk.snapshot.items.length;
        if (times[count] !== undefined) return;
        times[count] = 0;
        const from = performance.now();
        requestAnimationFrame(() => setTimeout(() => (times[count] = performance.now() - from)));
      });
      return times;
    });
    let sent = 1;
    const shownIn = async (text: string): Promise<number> => {
      sent += 1;
      await visitor.onSession(async (element, text) => {
        (await element.conversation())?.send(text);
      }, text);
      await expect
        .poll(() => times.evaluate((times, count) => times[count] ?? 0, sent))
        .toBeGreaterThan(0);
      return times.evaluate((times, count) => times[count] ?? 0, sent);
    };
    const plain: number[] = [];
    const hostile: number[] = [];
    for (const bomb of bombs) {
      plain.push(await shownIn(fill('Hello, this is a plain text. ')));
      hostile.push(await shownIn(bomb));
    }
    const refused = await visitor.onSession(async (element) => {
      try {
        (await element.conversation())?.send('x'.repeat(1_000_000));
        return false;
      } catch {
        return true;
      }
    });
    expect(refused, 'a line of 1 MB').toBe(true);
    const shifts = await agent.page.evaluate(
      () => (window as unknown as { shifts: number[] }).shifts,
    );
    figure({
      cases: '86',
      what: 'layout shift when a message of 10,000 characters comes',
      unit: '',
      values: shifts.length > 0 ? shifts : [0],
      goal: 'worst ≤ 0.1',
    });
    figure({
      cases: '86',
      what: 'from a bomb of 10,000 characters in the conversation to the screen',
      unit: 'ms',
      values: hostile,
      reference: { what: 'a plain text of that length', values: plain },
    });
    expect(Math.max(0, ...shifts)).toBeLessThanOrEqual(0.1);
    expect(quantile(hostile, 0.5) / quantile(plain, 0.5), 'against a plain text').toBeLessThan(5);
    const wide = await agent.page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    expect(wide, 'the page scrolls sideways').toBe(false);
  },
);
