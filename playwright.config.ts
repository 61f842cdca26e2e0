import { defineConfig } from '@playwright/test';
import { port } from './e2e/port.js';
import { launchOptions } from './scripts/find-browser.mjs';

const url = `http://localhost:${port}`;
// As scripts/test.mjs runs it: `e2e`, or `faults`, to which `e2e` may have to leave its folders.
const { VISAVIS_SUITE: suite = 'e2e', VISAVIS_NOT_IN_E2E: left = '' } = process.env;
const leftOut = suite === 'e2e' && left ? left.split(',').map((folder) => `**/${folder}/**`) : [];
// A second engine is not on every machine.
if (suite !== 'firefox') leftOut.push('**/e2e/firefox/**');
// They are a suite of their own.
if (suite === 'faults') leftOut.push('**/outage-cells.spec.ts');

export default defineConfig({
  testDir: 'e2e',
  testIgnore: leftOut,
  timeout: 60_000,
  // What has to come is waited for; how fast it comes, the figures tell.
  expect: { timeout: 10_000 },
  // Calls are timed: two at once on a small machine would measure each other.
  workers: 1,
  forbidOnly: Boolean(process.env.CI),
  reporter: [
    ['list'],
    ['json', { outputFile: `node_modules/.cache/visavis/results/${suite}.json` }],
  ],
  use: {
    baseURL: url,
    launchOptions: await launchOptions(),
    // It takes as much of a small machine as the calls that are measured: ask for it with `--trace on`.
    trace: 'off',
  },
  webServer: {
    command: 'node e2e/server.mjs',
    env: { PORT: String(port) },
    // The PeerServer's own greeting: once it answers, everything else does.
    url: `${url}/peerjs`,
    reuseExistingServer: false,
  },
});
