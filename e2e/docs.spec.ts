import { execFile, spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { promisify } from 'node:util';
import type { Page } from '@playwright/test';
import { build } from 'esbuild';
import { buildServer } from '../scripts/build-server.mjs';
import { readTicketAnswer } from '../src/session/tickets/ticket-answer.js';
import { expect, test } from './side.js';
import { snippets } from './snippets.js';

const run = promisify(execFile);
const folder = 'node_modules/.cache/visavis/docs';

/** What a host's own bundler would find under these names; `npm run check` tests the names themselves. */
const paths = {
  visavis: ['./src/index.ts'],
  'visavis/define': ['./src/define/all.ts'],
  'visavis/testing': ['./src/testing/index.ts'],
  'visavis/i18n/*': ['./src/i18n/register/*.ts'],
  'visavis/*': ['./src/*.ts'],
};

const manifest = JSON.parse(readFileSync('custom-elements.json', 'utf8')) as {
  readonly modules: readonly { readonly declarations: readonly Declaration[] }[];
};
interface Declaration {
  readonly tagName?: string;
  readonly cssParts?: readonly { readonly name: string }[];
  readonly cssStates?: readonly { readonly name: string }[];
}
const elements = new Map(
  manifest.modules
    .flatMap(({ declarations }) => declarations)
    .map((declaration) => [declaration.tagName, declaration]),
);

/** What the page's console said that is no mere greeting, and what nobody caught. */
function overhear(page: Page): string[] {
  const lines: string[] = [];
  page.on('pageerror', ({ message }) => lines.push(message));
  page.on('console', (message) => {
    if (message.type() !== 'error' && message.type() !== 'warning') return;
    // The far side's page is not open in these tests.
    if (!message.text().startsWith('visavis: far-absent')) lines.push(message.text());
  });
  return lines;
}

const kit = '<script type="module" src="/cdn/visavis.js"></script>';
const wholePanel = `<main>
  <chat-session party="visitor" voip video>
    <headset-button></headset-button><call-status></call-status><call-prompt></call-prompt>
    <call-stage><self-view-pip></self-view-pip></call-stage>
    <mic-toggle></mic-toggle><video-toggle></video-toggle><hangup-button></hangup-button>
    <chat-transcript></chat-transcript><chat-ended></chat-ended><chat-composer></chat-composer>
    <end-chat-button></end-chat-button>
  </chat-session>
</main>`;

async function openWith(page: Page, html: string): Promise<void> {
  await page.goto('/blank.html');
  await page.setContent(
    `<!doctype html><html lang="en"><head><title>Docs</title></head>${html}</html>`,
  );
}

const tagsIn = (html: string): string[] => [
  ...new Set(
    [...html.matchAll(/<([a-z]+-[a-z-]+)/g)]
      .map(([, tag = '']) => tag)
      .filter((tag) => elements.has(tag)),
  ),
];

const ways: Record<string, (page: Page, code: string) => Promise<void>> = {
  html: async (page, code) => {
    await openWith(page, code.includes('<script') ? code : kit + code);
    for (const tag of tagsIn(code)) {
      await expect
        .poll(() => page.evaluate((tag) => customElements.get(tag) !== undefined, tag), {
          message: tag,
        })
        .toBe(true);
    }
  },
  js: async (page, code) => {
    await openWith(page, kit + wholePanel);
    await page.waitForFunction(() => customElements.get('chat-session'));
    await page.addScriptTag({ type: 'module', content: `${code}\nwindow.ran = true;` });
    await page.waitForFunction(() => (window as Window & { ran?: boolean }).ran);
  },
  css: async (page, code) => {
    const tokens = readFileSync('src/theme/tokens.css', 'utf8');
    for (const [token] of code.matchAll(/--visavis-[\w-]+/g))
      expect(tokens, token).toContain(`${token}:`);
    for (const [, tag = '', pseudo = '', name = ''] of code.matchAll(
      /([\w-]+)(?::+state\(\w+\))?:+(part|state)\(([\w-]+)\)/g,
    )) {
      const { cssParts = [], cssStates = [] } = elements.get(tag) ?? {};
      const known = (pseudo === 'part' ? cssParts : cssStates).map(({ name }) => name);
      expect(known, `${pseudo}s of <${tag}>`).toContain(name);
    }
    await page.goto('/blank.html');
    const kept = await page.evaluate((code) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(code);
      return sheet.cssRules.length;
    }, code);
    expect(kept, 'rules that the browser understands').toBe(
      code.match(/^[^\s}].*\{/gm)?.length ?? 0,
    );
  },
  ts: async (page, code) => {
    const { outputFiles } = await build({
      stdin: { contents: code, resolveDir: process.cwd(), loader: 'ts' },
      tsconfigRaw: {
        compilerOptions: { paths, experimentalDecorators: true, useDefineForClassFields: false },
      },
      bundle: true,
      format: 'esm',
      write: false,
    });
    await openWith(page, wholePanel);
    await page.addScriptTag({ type: 'module', content: outputFiles[0]?.text ?? '' });
  },
  'js node': async (page, code) => {
    const file = `${folder}/server.mjs`;
    writeFileSync(
      file,
      code.replace(
        /listen\(\d+\)/,
        "listen(0, '127.0.0.1', () => console.log(`port ${server.address().port}`))",
      ),
    );
    const server = spawn(process.execPath, [file], { stdio: ['ignore', 'pipe', 'inherit'] });
    try {
      const port = await portOf(server.stdout);
      const host = `http://127.0.0.1:${port}`;
      expect(await (await page.request.get(`${host}/peerjs`)).text()).toContain('visavis-server');
      const answer = await page.request.post(`${host}/ticket`, { data: { party: 'agent' } });
      expect(readTicketAnswer(await answer.json())).toMatchObject({ peer: 'agent-7', voip: true });
    } finally {
      server.kill();
    }
  },
  sh: async (_page, code) => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      readonly scripts: object;
    };
    for (const [, name = ''] of code.matchAll(/^(?:\w+=\S+ )?npm (?:run )?(\w[\w:-]*)/gm)) {
      expect(scripts, `npm run ${name}`).toHaveProperty([name]);
    }
  },
};

async function portOf(output: AsyncIterable<Buffer>): Promise<string> {
  let said = '';
  for await (const piece of output) {
    said += piece.toString();
    const [, port] = /port (\d+)/.exec(said) ?? [];
    if (port) return port;
  }
  throw new Error(`The server ended: ${said}`);
}

// Shown as it is: a policy, a diagram. Whole files of examples are tested where they are.
const onlyShown = new Set(['text']);

test.beforeAll(async () => {
  await buildServer();
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
});

for (const { code, language, where } of snippets.filter(
  ({ language }) => !onlyShown.has(language),
)) {
  test(`${where} (${language}) runs as it stands`, async ({ page }) => {
    const way = ways[language];
    if (!way) throw new Error(`There is no way to test ${language}: add one, or say \`text\`.`);
    const lines = overhear(page);
    await way(page, code);
    expect(lines).toEqual([]);
  });
}

test('every TypeScript snippet of the docs has the right types', async () => {
  const all = snippets.filter(({ language }) => language === 'ts');
  all.forEach(({ code }, index) => writeFileSync(`${folder}/${index}.ts`, `${code}\nexport {};\n`));
  const config = {
    extends: '../../../../tsconfig.json',
    compilerOptions: {
      // As a host has it, with a bundler.
      module: 'ESNext',
      moduleResolution: 'Bundler',
      noUnusedLocals: false,
      types: [],
      paths: Object.fromEntries(
        Object.entries(paths).map(([name, [path = '']]) => [name, [`../../../../${path}`]]),
      ),
    },
    include: ['*.ts', '../../../../src/**/*.d.ts'],
  };
  writeFileSync(`${folder}/tsconfig.json`, JSON.stringify(config));
  const outcome = await run('npx', ['tsc', '-p', folder]).catch(
    (error: unknown) => error as { stdout: string },
  );
  expect(outcome.stdout).toBe('');
});
