import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { foundLate } from './.storybook/found-late.js';
import { accessTree, emulate } from './stories/access/browser.js';
import { figures } from './stories/access/figures.js';
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
  commands: { accessTree, emulate },
  instances: [{ browser: 'chromium' as const }],
});

export default defineConfig({
  test: {
    reporters: ['default', 'json', figures],
    outputFile: { json: 'node_modules/.cache/visavis/results/stories.json' },
    // The addon forbids it unless asked: the trees in stories/access/trees are written by `-u`.
    api: { allowWrite: true },
    projects: [
      // Every story is a test: it renders, its play function passes, axe finds nothing in it, and
      // what stories/access/every-story.ts says of all stories is true of it.
      {
        plugins: [storybookTest({ configDir: '.storybook' })],
        test: {
          name: 'stories',
          setupFiles: ['stories/access/every-story.ts'],
          browser: browser(),
        },
      },
      // And every story in words twice as long.
      {
        optimizeDeps: { include: foundLate },
        test: { name: 'words', include: ['stories/*.test.ts'], browser: browser() },
      },
    ],
  },
});
