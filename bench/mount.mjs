// 100 sessions with all controls on one page, against a plain Lit page with as many native buttons,
// in turn (A B A B). Prints a table; asserts nothing.
import { build } from 'esbuild';
import { chromium } from 'playwright';
import { startDemo } from '../demo/server.mjs';
import { published } from '../scripts/bundle.mjs';
import { launchOptions } from '../scripts/find-browser.mjs';
import { root } from '../scripts/run.mjs';

const rounds = Number(process.argv[2] ?? 10);
const sessions = 100;
const controls = ['headset-button', 'mic-toggle', 'video-toggle', 'hangup-button'];
const shown = ['call-status', 'call-prompt', 'call-stage', 'self-view-pip'];

const tags = (names) => names.map((name) => `<${name}></${name}>`).join('');
const session = `<chat-session party="visitor" voip video>${tags([...controls, ...shown])}</chat-session>`;

const plain = `
  import { html, LitElement } from 'lit';
  customElements.define('plain-button', class extends LitElement {
    render() { return html\`<button @click=\${() => this.dispatchEvent(new Event('press'))}>Press</button>\`; }
  });`;
const { outputFiles } = await build({
  stdin: { contents: plain, resolveDir: root },
  bundle: true,
  minify: true,
  format: 'esm',
  write: false,
});

const pages = {
  kit: { script: '/cdn/visitor.js', markup: session.repeat(sessions) },
  plain: {
    script: '/plain.js',
    markup: '<plain-button></plain-button>'.repeat(sessions * controls.length),
  },
};

const demo = await startDemo({
  bundle: published,
  handlers: [
    ({ path }, response, next) => {
      if (path === '/plain.js') response.type('js').send(outputFiles[0].text);
      else if (path === '/empty.html') response.send('<!doctype html><title>Empty</title>');
      else next();
    },
  ],
});
const browser = await chromium.launch(await launchOptions());

/** Milliseconds from markup to painted, listeners added, native buttons there. */
async function mount({ script, markup }) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${demo.url}/empty.html`);
  const devTools = await context.newCDPSession(page);
  await devTools.send('Performance.enable');
  const listeners = async () => {
    await devTools.send('HeapProfiler.collectGarbage');
    const { metrics } = await devTools.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'JSEventListeners').value;
  };
  await page.evaluate((script) => import(script), script);
  const before = await listeners();
  const result = await page.evaluate(async (markup) => {
    const begun = performance.now();
    document.body.innerHTML = markup;
    const elements = [...document.body.querySelectorAll('*')];
    await Promise.all(elements.map((element) => element.updateComplete));
    await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)));
    const time = performance.now() - begun;
    const buttons = elements.flatMap(({ shadowRoot }) => [
      ...(shadowRoot?.querySelectorAll('button') ?? []),
    ]);
    return { time, buttons: buttons.length };
  }, markup);
  const added = (await listeners()) - before;
  await context.close();
  return { ...result, listeners: added };
}

const found = { kit: [], plain: [] };
for (let round = 0; round < rounds; round += 1) {
  for (const name of Object.keys(pages)) found[name].push(await mount(pages[name]));
}
await browser.close();
await demo.close();

const median = (name, key) =>
  found[name].map((result) => result[key]).sort((a, b) => a - b)[Math.floor(rounds / 2)];
console.log(
  `${browser.version()}, ${rounds} rounds, ${sessions} sessions with ${controls.length + shown.length} elements each\n`,
);
console.log(
  `${'median'.padEnd(20)}${'kit'.padStart(10)}${'plain Lit'.padStart(12)}${'ratio'.padStart(8)}`,
);
for (const [key, label] of [
  ['time', 'ms until painted'],
  ['listeners', 'listeners added'],
  ['buttons', 'native buttons'],
]) {
  const [kit, plainLit] = [median('kit', key), median('plain', key)];
  const cells = [kit.toFixed(0).padStart(10), plainLit.toFixed(0).padStart(12)];
  console.log(label.padEnd(20) + cells.join('') + (kit / plainLit).toFixed(2).padStart(8));
}
// PeerServer has timers that nobody can stop.
process.exit(0);
