import {
  type Decorator,
  type Preview,
  setCustomElementsManifest,
} from '@storybook/web-components-vite';
import { setStorybookHelpersConfig } from '@wc-toolkit/storybook-helpers';
import manifest from '../custom-elements.json' with { type: 'json' };
import '../src/define/all.js';
import '../src/theme/tokens.css';

setCustomElementsManifest(manifest);
setStorybookHelpersConfig({});

// On the root, as a host page does it: `color-scheme` is the kit's only theme switch.
const dressPage: Decorator = (story, { globals }) => {
  const root = document.documentElement;
  root.style.colorScheme = String(globals.theme);
  root.dir = String(globals.direction);
  return story();
};

const preview: Preview = {
  tags: ['autodocs'],
  decorators: [dressPage],
  parameters: {
    layout: 'centered',
    a11y: { test: 'error' },
    controls: { expanded: true },
  },
  initialGlobals: { theme: 'light', direction: 'ltr' },
  globalTypes: {
    theme: {
      description: 'Colour scheme',
      toolbar: {
        dynamicTitle: true,
        items: [
          { value: 'light', title: 'Light', icon: 'sun' },
          { value: 'dark', title: 'Dark', icon: 'moon' },
        ],
      },
    },
    direction: {
      description: 'Writing direction',
      toolbar: {
        dynamicTitle: true,
        items: [
          { value: 'ltr', title: 'Left to right', icon: 'arrowright' },
          { value: 'rtl', title: 'Right to left', icon: 'arrowleft' },
        ],
      },
    },
  },
};

export default preview;
