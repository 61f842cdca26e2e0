// `npm run bench`: everything, one thing after the other. `npm run bench -- loading bytes` runs those alone, and writes
// nothing down.
import { ensureInstalled } from '../scripts/ensure-installed.mjs';
import { rmSync } from 'node:fs';
import { root, run } from '../scripts/run.mjs';

const { chromium } = await import('playwright');
const { launchOptions } = await import('../scripts/find-browser.mjs');
const { report } = await import('./report.mjs');
const only = process.argv.slice(2);
// The other kits, which are weighed and never run.
if (only.length === 0 || only.some((name) => name.includes('bytes')))
  ensureInstalled('bench/peers/');

rmSync(`${root}node_modules/.cache/visavis/bench/figures`, { recursive: true, force: true });
const begun = performance.now();
const code = await run('playwright', 'test', '--config', 'bench/playwright.config.ts', ...only);
const browser = await chromium.launch(await launchOptions());
const version = browser.version();
await browser.close();
report({
  browser: version,
  seconds: Math.round((performance.now() - begun) / 1000),
  isWhole: code === 0 && only.length === 0,
});
process.exit(code);
