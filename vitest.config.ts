import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { accessTree, emulate } from './stories/access/browser.js';
import { figures } from './stories/access/figures.js';
import { launchOptions } from './scripts/find-browser.mjs';

// Every story is a test: it renders, its play function passes, axe finds nothing in it, and what
// stories/access/every-story.ts says of all stories is true of it.
export default defineConfig({
  plugins: [storybookTest({ configDir: '.storybook' })],
  test: {
    name: 'stories',
    reporters: ['default', 'json', figures],
    outputFile: { json: 'node_modules/.cache/visavis/results/stories.json' },
    setupFiles: ['stories/access/every-story.ts'],
    // The addon forbids it unless asked: the trees in stories/access/trees are written by `-u`.
    api: { allowWrite: true },
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      provider: playwright({
        launchOptions: await launchOptions(),
        // Else axe measures colours halfway through their transitions.
        contextOptions: { reducedMotion: 'reduce' },
      }),
      commands: { accessTree, emulate },
      instances: [{ browser: 'chromium' }],
    },
  },
});
