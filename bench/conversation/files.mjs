// How fast a file goes between two pages over the real link, and how long a message takes meanwhile.
// Prints a table; asserts nothing. Quiet and busy take turns, so that neither has the better machine.
import { build } from 'esbuild';
import { chromium } from 'playwright';
import { startDemo } from '../../demo/server.mjs';
import { mountStock } from '../../e2e/stock.mjs';
import { launchOptions } from '../../scripts/find-browser.mjs';

const rounds = Number(process.argv[2] ?? 8);
const size = Number(process.argv[3] ?? 10_000_000);

const { outputFiles } = await build({
  entryPoints: [new URL('files-page.mjs', import.meta.url).pathname],
  bundle: true,
  write: false,
  format: 'esm',
  target: 'es2022',
  conditions: ['production'],
});
const script = outputFiles[0].text;
const pages = (request, response, next) => {
  if (request.path === '/bench.js') response.type('js').send(script);
  else if (request.path === '/bench') {
    response.type('html').send('<!doctype html><script type="module" src="bench.js"></script>');
  } else next();
};

// The link alone, which has no host that gives tickets.
const demo = await startDemo({
  handlers: [pages],
  mount: (app, server) => mountStock(app, server, '/stock'),
});
const browser = await chromium.launch(await launchOptions());

async function open(party) {
  const page = await (await browser.newContext()).newPage();
  page.on('pageerror', (error) => console.error(party, error));
  await page.goto(`${demo.url}/bench#${party}`);
  return page;
}
const isOpen = (page) => page.waitForFunction(() => globalThis.side?.isOpen());

const [agent, visitor] = [await open('agent'), await open('visitor')];
await Promise.all([isOpen(agent), isOpen(visitor)]);

const speeds = [];
const turns = { quiet: [], busy: [] };
for (let round = 0; round < rounds; round += 1) {
  const file = `f${round}`;
  const [, quiet] = await agent.evaluate(async () => {
    const end = performance.now() + 1000;
    return [0, await side.turns(() => performance.now() > end)];
  });
  turns.quiet.push(...quiet);
  const { time, busy } = await agent.evaluate(
    async ([file, size]) => {
      let time;
      const sent = side.send(file, size).then((took) => (time = took));
      const busy = await side.turns(() => time !== undefined);
      return { time: await sent, busy };
    },
    [file, size],
  );
  turns.busy.push(...busy);
  speeds.push(size / 1e6 / (time / 1000));
  const [one, two] = await Promise.all(
    [agent, visitor].map((page) => page.evaluate((file) => side.sum(file), file)),
  );
  if (one !== two || one === '') throw new Error(`${file} did not come as it was sent.`);
}

const at = (values, share) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))];
const cells = (values, digits) =>
  [at(values, 0.5), at(values, 0.95), Math.max(...values)]
    .map((value) => value.toFixed(digits).padStart(9))
    .join('');
console.log(`${browser.version()}, ${rounds} rounds of ${size / 1e6} MB, loopback\n`);
console.log(`${''.padEnd(44)}${'p50'.padStart(9)}${'p95'.padStart(9)}${'max'.padStart(9)}`);
console.log(`${'a file, MB in a second'.padEnd(44)}${cells(speeds, 1)}`);
console.log(`${'a message there and back, quiet, ms'.padEnd(44)}${cells(turns.quiet, 1)}`);
console.log(`${'a message there and back, with a file, ms'.padEnd(44)}${cells(turns.busy, 1)}`);
const ratio = (share) => (at(turns.busy, share) / at(turns.quiet, share)).toFixed(1).padStart(9);
console.log(`${'ratio'.padEnd(44)}${ratio(0.5)}${ratio(0.95)}`);
console.log(`\n${turns.quiet.length} quiet messages, ${turns.busy.length} with a file`);
await browser.close();
await demo.close();
// PeerServer has timers that nobody can stop.
process.exit(0);
