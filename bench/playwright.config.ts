import { defineConfig } from '@playwright/test';
import { port } from '../e2e/port.js';
import { launchOptions } from '../scripts/find-browser.mjs';

const url = `http://localhost:${port}`;

export default defineConfig({
  testDir: '.',
  testMatch: '*.bench.ts',
  timeout: 300_000,
  // One thing at a time has the machine.
  workers: 1,
  reporter: [['line']],
  outputDir: '../node_modules/.cache/visavis/bench/output',
  use: { baseURL: url, launchOptions: await launchOptions(), trace: 'off' },
  webServer: {
    command: 'node host.mjs',
    env: { PORT: String(port) },
    url: `${url}/bench/bare.html`,
    reuseExistingServer: false,
  },
});
