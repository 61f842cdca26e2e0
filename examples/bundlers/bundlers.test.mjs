import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { launchOptions } from '../../scripts/find-browser.mjs';
import { installPacked } from '../../scripts/packed.mjs';
import { bundlers } from './build.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const built = `${here}node_modules/.built`;
const site = 'http://localhost';
const { version } = JSON.parse(readFileSync(`${here}../../package.json`, 'utf8'));
const tags = JSON.parse(readFileSync(`${here}../../custom-elements.json`, 'utf8'))
  .modules.flatMap(({ declarations }) => declarations)
  .flatMap(({ tagName }) => tagName ?? []);

// In PeerJS, and in what opens a session: neither may come before there is a chat.
const lateCode = ['0.peerjs.com', 'getRandomValues'];

describe('a host’s own build', () => {
  let browser;
  before(async () => {
    installPacked(here);
    browser = await chromium.launch(await launchOptions());
  });
  after(() => browser?.close());

  /** A page with a session, a headset and a camera that loads these scripts, built before. */
  async function pageWith(...scripts) {
    const page = await browser.newPage();
    const [loaded, errors, warnings] = [[], [], []];
    page.on('pageerror', (error) => errors.push(error));
    page.on('console', (said) => said.type() === 'warning' && warnings.push(said.text()));
    await page.route(`${site}/**`, (route) => {
      const { pathname } = new URL(route.request().url());
      if (pathname === '/') return route.fulfill({ contentType: 'text/html', body: html(scripts) });
      loaded.push(readFileSync(built + pathname, 'utf8'));
      return route.fulfill({ path: built + pathname });
    });
    await page.goto(site);
    assert.deepEqual(errors, []);
    const defined = await page.evaluate(
      (all) => all.filter((tag) => customElements.get(tag)),
      tags,
    );
    return { page, loaded, defined, warnings };
  }

  async function pageOf(bundler, entry) {
    await bundlers[bundler](`${here}${entry}.js`, `${built}/${bundler}/${entry}`);
    return pageWith(`/${bundler}/${entry}/${entry}.js`);
  }

  for (const bundler of Object.keys(bundlers)) {
    describe(bundler, () => {
      it('keeps all that `import "visavis/define"` defines, and loads calls when a chat begins', async () => {
        const { page, loaded, defined } = await pageOf(bundler, 'all');
        assert.deepEqual(defined, tags);
        await page.getByText('Start an audio call first').waitFor({ state: 'attached' });
        for (const word of lateCode) assert(!has(loaded, word), word);
        const coming = lateCode.map((word) =>
          page.waitForResponse(async (response) => (await response.text()).includes(word)),
        );
        await page.locator('chat-session').evaluate((chat) => {
          Object.assign(chat, { server: '/peerjs', peerId: 'visitor', remoteId: 'agent' });
        });
        await Promise.all(coming);
      });

      it('keeps the one tag that `import "visavis/define/video-toggle"` defines', async () => {
        const { page, defined } = await pageOf(bundler, 'one');
        assert.deepEqual(defined, ['video-toggle']);
        await page.getByText('not in a chat session').waitFor({ state: 'attached' });
      });

      it('keeps the language that `import "visavis/i18n/de"` makes known', async () => {
        const { page } = await pageOf(bundler, 'german');
        await page.evaluate(() => (document.documentElement.lang = 'de'));
        await page.getByText('gehört zu keinem Chat').waitFor({ state: 'attached' });
      });

      it('defines nothing for the sake of a class, and brings no other', async () => {
        const { page, loaded, defined } = await pageOf(bundler, 'class-only');
        assert.deepEqual(defined, []);
        for (const word of [...lateCode, 'party-name']) assert(!has(loaded, word), word);
        await page.evaluate(() => {
          customElements.define('my-camera', class extends window.host.VideoToggle {});
          document.body.append(document.createElement('my-camera'));
        });
        await page.getByText('not in a chat session').waitFor({ state: 'attached' });
      });

      it('finds the class of a layout', async () => {
        const { page, defined } = await pageOf(bundler, 'layout');
        assert.deepEqual(defined, []);
        assert.equal(await page.evaluate(() => typeof window.host.ChatLauncher), 'function');
      });
    });
  }

  it('may carry two versions of the kit, which meet in one session', async () => {
    const newer = {
      name: 'newer',
      setup: ({ onLoad }) =>
        onLoad({ filter: /shared.version[.]js$/ }, () => ({
          contents: "export const version = '99.0.0';",
        })),
    };
    await bundlers.esbuild(`${here}all.js`, `${built}/versions`);
    await bundlers.esbuild(`${here}newer.js`, `${built}/versions`, [newer]);
    const { page, warnings } = await pageWith('/versions/all.js', '/versions/newer.js');
    assert.equal(warnings.length, 1, warnings.join('\n'));
    assert.match(warnings[0], new RegExp(`held by ${version};.* 99[.]0[.]0`));
    const camera = page.locator('newer-camera');
    await page.locator('chat-session').evaluate((chat) => {
      chat.append(document.createElement('newer-camera'));
    });
    await camera.getByText('Start an audio call first').waitFor({ state: 'attached' });
    assert.equal(await camera.evaluate((its) => its.constructor.version), '99.0.0');
    const older = page.locator('video-toggle');
    assert.equal(await older.evaluate((its) => its.constructor.version), version);
  });

  // The other two need a plug-in for any style sheet.
  for (const bundler of ['vite', 'esbuild']) {
    it(`${bundler} keeps the tokens' style sheet`, async () => {
      const folder = `${built}/${bundler}/tokens`;
      await bundlers[bundler](`${here}tokens.js`, folder);
      const sheets = readdirSync(folder, { recursive: true }).filter((its) => its.endsWith('.css'));
      assert.equal(sheets.length, 1);
      assert.match(readFileSync(`${folder}/${sheets[0]}`, 'utf8'), /--visavis-control-size/);
    });
  }
});

const has = (scripts, word) => scripts.some((code) => code.includes(word));

const html = (scripts) => `<!doctype html>
  <title>Host</title>
  <chat-session party="visitor" voip video>
    <headset-button></headset-button><video-toggle></video-toggle>
  </chat-session>
  ${scripts.map((src) => `<script type="module" src="${src}"></script>`).join('')}`;
