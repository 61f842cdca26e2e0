import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { launchOptions } from './scripts/find-browser.mjs';

const options = await launchOptions();

// One for each project: Vitest writes into it.
const browser = () => ({
  enabled: true,
  headless: true,
  screenshotFailures: false,
  provider: playwright({
    launchOptions: options,
    // Else axe measures colours halfway through their transitions.
    contextOptions: { reducedMotion: 'reduce' as const },
  }),
  instances: [{ browser: 'chromium' as const }],
});

export default defineConfig({
  test: {
    reporters: ['default', 'json'],
    outputFile: { json: 'node_modules/.cache/visavis/results/stories.json' },
    projects: [
      // Every story is a test: it renders, its play function passes, and axe finds nothing.
      {
        plugins: [storybookTest({ configDir: '.storybook' })],
        test: { name: 'stories', browser: browser() },
      },
      // And every story in words twice as long.
      { test: { name: 'words', include: ['stories/*.test.ts'], browser: browser() } },
    ],
  },
});
