import { defineConfig } from '@playwright/test';
import { port } from './e2e/port.js';
import { launchOptions } from './scripts/find-browser.mjs';

const url = `http://localhost:${port}`;

export default defineConfig({
  testDir: 'e2e',
  timeout: 45_000,
  // Calls are timed: two at once on a small machine would measure each other.
  workers: 1,
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list'], ['json', { outputFile: 'node_modules/.cache/visavis/results/e2e.json' }]],
  use: {
    baseURL: url,
    launchOptions: await launchOptions(),
    trace: 'retain-on-failure',
  },
  webServer: {
    command: 'node e2e/server.mjs',
    env: { PORT: String(port) },
    // The PeerServer's own greeting: once it answers, everything else does.
    url: `${url}/peerjs`,
    reuseExistingServer: false,
  },
});
