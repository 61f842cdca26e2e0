import type { StorybookConfig } from '@storybook/web-components-vite';
import { mergeConfig } from 'vite';

const config: StorybookConfig = {
  stories: ['../stories/**/*.mdx', '../stories/**/*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', '@storybook/addon-vitest'],
  framework: '@storybook/web-components-vite',
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  viteFinal: (vite) =>
    mergeConfig(vite, {
      optimizeDeps: {
        include: [
          // Storybook's renderer asks for it too late: a second copy of Lit would be loaded.
          'lit/directive-helpers.js',
          // Found late, it would make the first run of the tests load everything again.
          '@storybook/addon-a11y/preview',
        ],
      },
    }),
};

export default config;
