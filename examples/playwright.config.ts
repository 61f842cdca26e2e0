import { defineConfig } from '@playwright/test';
import { port } from '../e2e/port.js';
import { launchOptions } from '../scripts/find-browser.mjs';

const url = `http://localhost:${port}`;

export default defineConfig({
  testDir: '.',
  testMatch: 'hosts.spec.ts',
  outputDir: '../test-results',
  timeout: 45_000,
  workers: 1,
  forbidOnly: Boolean(process.env.CI),
  reporter: [
    ['list'],
    ['json', { outputFile: '../node_modules/.cache/visavis/results/apps.json' }],
  ],
  use: {
    baseURL: url,
    launchOptions: await launchOptions(),
    // It takes as much of a small machine as the calls that are measured: ask for it with `--trace on`.
    trace: 'off',
  },
  webServer: {
    command: 'node serve.mjs',
    env: { PORT: String(port) },
    url: `${url}/peerjs`,
    reuseExistingServer: false,
  },
});
