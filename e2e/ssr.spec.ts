import { spawnSync } from 'node:child_process';
import type { Browser, Page } from '@playwright/test';
import { expect, newContext, newRoom, openSide, parties, type Side, talk, test } from './side.js';

declare global {
  interface Window {
    /** Every element of the page in its order, those in shadow trees included. */
    everything: () => Element[];
    /** The same, before any script has come. */
    drawn: Element[];
  }
}

/** Runs in the page. */
function findEverything(): void {
  const inside = (root: ParentNode): Element[] =>
    [...root.querySelectorAll('*')].flatMap((element) => [
      element,
      ...(element.shadowRoot ? inside(element.shadowRoot) : []),
    ]);
  window.everything = () => inside(document.body);
}

// The pages are those of e2e/served.mjs. First without a script: what a person sees before any has come.
const kit = '/served/client.js';

async function openServed(browser: Browser, name: string, query = '') {
  const context = await newContext(browser);
  await context.addInitScript(findEverything);
  const said: string[] = [];
  context.on('page', (page) => {
    page.on('console', (message) => said.push(message.text()));
    page.on('pageerror', ({ message }) => said.push(message));
  });
  const room = newRoom();
  const party = name === 'agent' ? 'agent' : 'visitor';
  const side = await openSide(context, party, { room, path: `served/${name}`, query });
  await side.page.evaluate(() => void (window.drawn = window.everything()));
  return { page: side.page, room, said, side };
}

/** Brings a script to a page; done when every element it defines has rendered. */
async function bring(page: Page, url: string): Promise<void> {
  await page.evaluate(async (src) => {
    const script = document.head.appendChild(document.createElement('script'));
    script.type = 'module';
    script.src = src;
    await new Promise((loaded) => script.addEventListener('load', loaded));
    const elements = window.everything().filter(({ localName }) => customElements.get(localName));
    for (const element of elements as (Element & { updateComplete: Promise<boolean> })[])
      while (!(await element.updateComplete));
  }, url);
}

const textOf = (page: Page) =>
  page.evaluate(() =>
    window
      .everything()
      .flatMap((element) => [element, ...(element.shadowRoot ? [element.shadowRoot] : [])])
      .map(({ textContent }) => textContent),
  );

/** What a server drew and is no more, or has come to it. */
const changed = (page: Page) =>
  page.evaluate(() => {
    const now = new Set(window.everything());
    const then = new Set(window.drawn);
    return {
      gone: window.drawn.filter((element) => !now.has(element)).map(({ outerHTML }) => outerHTML),
      come: [...now].filter((element) => !then.has(element)).map(({ outerHTML }) => outerHTML),
    };
  });

/** A composer has a status of its own. */
const callStatus = (page: Page) => page.locator('call-status').getByRole('status');

const headset = (page: Page) => page.locator('headset-button').getByRole('button').first();

test.describe('before any script, a page that a server has drawn', () => {
  test('shows the controls of its chat, each with the reason why it cannot be used yet', async ({
    browser,
  }) => {
    const { page } = await openServed(browser, 'agent');
    await expect(headset(page)).toBeVisible();
    await expect(headset(page)).toHaveAccessibleName('Start audio call');
    await expect(headset(page)).toHaveAccessibleDescription('Connecting to the chat…');
    await expect(headset(page)).toHaveAttribute('aria-disabled', 'true');
    await expect(page.getByRole('button', { name: 'Camera' })).toHaveCount(2);
    await expect(page.getByRole('button', { name: 'Microphone' })).toHaveAccessibleDescription(
      'Start an audio call first',
    );
    await expect(callStatus(page)).toHaveText('Connecting to the chat…');
    for (const tag of ['call-stage', 'self-view-pip', 'call-prompt'])
      await expect(page.locator(tag).locator(':scope *:visible')).toHaveCount(0);
  });

  test('shows the visitor’s whole panel, in its launcher', async ({ browser }) => {
    const { page } = await openServed(browser, 'visitor');
    await expect(page.getByRole('heading')).toHaveText('Anna');
    await expect(headset(page)).toBeVisible();
    await expect(callStatus(page)).toHaveText('Connecting to the chat…');
    const conversation = page.getByRole('region', { name: 'Conversation' });
    await expect(
      conversation.getByText('Connecting to the chat…').filter({ visible: true }),
    ).toHaveCount(1);
    await expect(page.getByRole('button', { name: 'Chat', exact: true })).toHaveAttribute(
      'aria-expanded',
      'true',
    );
  });

  test('has no control that policy forbids', async ({ browser }) => {
    const { page } = await openServed(browser, 'quiet');
    const session = page.locator('chat-session');
    await expect(session.getByRole('button', { name: 'Start audio call' })).toBeVisible();
    await expect(session.getByRole('button', { name: 'Camera' })).toHaveCount(0);
  });

  test('does not say of a control drawn apart from its chat that it is in none', async ({
    browser,
  }) => {
    const { page } = await openServed(browser, 'apart');
    await expect(headset(page)).toHaveAccessibleDescription('Connecting to the chat…');
    expect((await textOf(page)).join()).not.toContain('not in a chat session');
  });
});

test.describe('a page that a server has drawn, once the kit has come with Lit’s hydration', () => {
  test('keeps every node and every word, and its console stays empty', async ({ browser }) => {
    const { page, said } = await openServed(browser, 'quiet');
    const before = await textOf(page);
    await bring(page, kit);
    expect(await changed(page)).toEqual({ gone: [], come: [] });
    expect(await textOf(page)).toEqual(before);
    expect(said).toEqual([]);
    // Alive: a press says why not, as everywhere.
    await headset(page).click({ force: true }); // Playwright holds that it is disabled
    await expect(page.locator('headset-button [part=reason]').first()).toBeVisible();
    const launcher = page.getByRole('button', { name: 'Chat', exact: true });
    await launcher.click();
    await expect(launcher).toHaveAttribute('aria-expanded', 'true');
  });

  test('says what has changed since it was drawn', async ({ browser }) => {
    const { page, said } = await openServed(browser, 'quiet');
    await page.locator('chat-session').evaluate((session) => {
      session.setAttribute('token-url', '/ticket?room=late');
      session.setAttribute('video', '');
    });
    await bring(page, kit);
    await expect(headset(page)).toHaveAccessibleDescription('Sam is not here yet');
    await expect(page.locator('chat-session').getByRole('button', { name: 'Camera' })).toHaveCount(
      2,
    );
    await expect(callStatus(page).first()).toContainText('Sam');
    // But for what the conversation said of a chat that was none.
    const { gone } = await changed(page);
    expect(gone.filter((html) => !/Connecting to the chat…|no active chat/.test(html))).toEqual([]);
    expect(said.filter((line) => !line.startsWith('visavis: '))).toEqual([]);
  });

  test('forgets a chat that is no more', async ({ browser }) => {
    const { page, said } = await openServed(browser, 'visitor');
    await page.locator('visitor-chat').evaluate((chat) => {
      for (const name of ['token-url', 'remote-name', 'video']) chat.removeAttribute(name);
    });
    await bring(page, kit);
    await expect(page.getByRole('heading')).toHaveText('The agent');
    // In the call area and in the conversation.
    const told = page.getByText('There is no active chat').filter({ visible: true });
    await expect(told).toHaveCount(2);
    await expect(headset(page)).toHaveAccessibleDescription('There is no active chat');
    await expect(page.getByText(/Anna|Connecting/)).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Camera' })).toHaveCount(0);
    expect(said).toEqual([]);
  });

  test('speaks the page’s language, whatever the server spoke', async ({ browser }) => {
    const { page, said } = await openServed(browser, 'quiet', '&lang=de');
    await expect(headset(page)).toHaveAccessibleName('Start audio call');
    await bring(page, kit);
    await expect(headset(page)).toHaveAccessibleName('Audioanruf beginnen');
    expect(await changed(page)).toEqual({ gone: [], come: [] });
    expect(said).toEqual([]);
  });

  test('follows the chat that `for` names, and tells of a control that is in none', async ({
    browser,
  }) => {
    const { page } = await openServed(browser, 'apart');
    await bring(page, kit);
    await expect(headset(page)).toHaveAccessibleDescription('There is no active chat');
    await expect(callStatus(page)).toHaveText('This control is not in a chat session');
  });

  test('holds under the strictest policy, with a nonce on its styles', async ({ browser }) => {
    const { page, said } = await openServed(browser, 'quiet', `&strict&client=${kit}`);
    const filled = () =>
      headset(page).evaluate((button) => getComputedStyle(button).borderTopLeftRadius !== '0px');
    await expect(headset(page)).toBeVisible();
    expect(await filled()).toBe(true);
    await expect
      .poll(() =>
        page.evaluate(
          () =>
            window.everything().filter((its) => its.matches('[defer-hydration], :not(:defined)'))
              .length,
        ),
      )
      .toBe(0);
    expect(await filled()).toBe(true);
    expect(said).toEqual([]);
  });

  for (const party of parties) {
    test(`makes a whole call as the ${party}’s`, async ({ browser }) => {
      const { page, room, said, side } = await openServed(browser, party);
      const drawn = await headset(page).elementHandle();
      await bring(page, kit);
      await callWith(side, await openSide(await newContext(browser), other(party), { room }));
      expect(await headset(page).evaluate((now, then) => now === then, drawn)).toBe(true);
      expect(said).toEqual([]);
    });
  }
});

test.describe('a page that a server has drawn, where the kit comes without Lit’s hydration', () => {
  for (const file of ['visavis', 'loader', 'visitor']) {
    test(`is drawn anew by cdn/${file}.js, with nothing twice`, async ({ browser }) => {
      const { page, said } = await openServed(browser, 'quiet');
      const tags = () =>
        page.evaluate(() =>
          window
            .everything()
            // The conversation's own elements come with a chat.
            .filter((element) => {
              const root = element.getRootNode();
              const conversation =
                /^(attachment-chip|chat-(composer|ended|message|transcript)|end-chat-button|typing-indicator)$/;
              return !(root instanceof ShadowRoot && conversation.test(root.host.localName));
            })
            .map(({ localName }) => localName)
            // Where a server has drawn them, styles are elements.
            .filter((name) => name !== 'style'),
        );
      const [before, place] = [await tags(), await headset(page).boundingBox()];
      const drawn = await headset(page).elementHandle();
      await bring(page, `/cdn/${file}.js`);
      await expect.poll(() => drawn.evaluate(({ isConnected }) => isConnected)).toBe(false);
      await expect.poll(tags).toEqual(before);
      expect(await headset(page).boundingBox()).toEqual(place);
      expect(said).toEqual([]);
    });
  }

  test('makes a whole call', async ({ browser }) => {
    const { page, room, said, side } = await openServed(browser, 'visitor');
    await bring(page, '/cdn/visitor.js');
    await callWith(side, await openSide(await newContext(browser), 'agent', { room }));
    expect(said).toEqual([]);
  });
});

for (const connect of [false, true]) {
  test(`a server that draws ${connect ? 'and connects ' : ''}an element opens nothing and says nothing`, () => {
    const program = `
      import { html, LitElementRenderer, render } from '@lit-labs/ssr';
      import { collectResultSync } from '@lit-labs/ssr/lib/render-result.js';
      import './node_modules/.cache/visavis/served/kit.mjs';

      LitElementRenderer.renderOptions.push(() => ({ connectedCallback: ${connect} }));
      const chat = (content) => html\`<chat-session party="agent" server="/peerjs" peer-id="a"
        remote-id="b" voip video>\${content}</chat-session>\`;
      const inside = html\`<call-prompt></call-prompt><call-stage><self-view-pip></self-view-pip>
        </call-stage><call-status></call-status><hangup-button></hangup-button><headset-button>
        </headset-button><mic-toggle></mic-toggle><video-toggle></video-toggle><chat-transcript>
        </chat-transcript><chat-message item-id="none"></chat-message><typing-indicator>
        </typing-indicator><chat-composer></chat-composer><attachment-chip file="none">
        </attachment-chip><chat-ended></chat-ended><end-chat-button></end-chat-button>\`;
      const panel = html\`<chat-launcher floating open><visitor-chat server="/peerjs" peer-id="b"
        remote-id="a" voip video></visitor-chat></chat-launcher>\`;
      const apart = html\`<headset-button for="elsewhere"></headset-button>\`;
      for (const page of [chat(inside), inside, panel, apart])
        if (!collectResultSync(render(page)).includes('shadowrootmode')) console.log('not drawn');
      await new Promise(setImmediate);
      for (const open of process.getActiveResourcesInfo()) console.log(open);
    `;
    const { stderr, stdout } = spawnSync('node', ['--input-type=module', '--eval', program], {
      encoding: 'utf8',
    });
    expect(stdout + stderr).toBe('');
  });
}

const other = (party: 'agent' | 'visitor') => (party === 'agent' ? 'visitor' : 'agent');

async function callWith(served: Side, plain: Side): Promise<void> {
  await Promise.all([served.inChat(), plain.inChat()]);
  await talk(served, plain);
  await Promise.all([served.hears(), plain.hears()]);
  await Promise.all([served.press('video-toggle'), plain.press('video-toggle')]);
  await Promise.all([served.seesFarPicture(), plain.seesFarPicture()]);
  await served.press('hangup-button');
  await Promise.all([served.reaches('idle'), plain.reaches('idle')]);
}
