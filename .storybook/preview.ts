import {
  type Decorator,
  type Loader,
  type Preview,
  setCustomElementsManifest,
} from '@storybook/web-components-vite';
import { html } from 'lit';
import manifest from '../custom-elements.json' with { type: 'json' };
import '../src/define/all.js';
import { languages } from '../src/i18n/languages.js';
import { addLanguage } from '../src/i18n/localize.js';
import '../src/theme/tokens.css';
import { pseudo } from '../stories/pseudo.js';
import { argTypesOf, summaryOf } from './manifest-docs.js';

setCustomElementsManifest(manifest);
addLanguage(pseudo);

const rightToLeft = ['ar', 'he'];
const languageItems = ['en', ...Object.keys(languages)].map((code) => ({
  value: code,
  title: new Intl.DisplayNames(code, { type: 'language' }).of(code) ?? code,
  right: code,
}));

// Before the story, which would else begin in English.
const speak: Loader = async ({ globals }) => {
  const terms = await languages[String(globals.language)]?.();
  if (terms) addLanguage(terms);
  return {};
};

// The colours are for axe too, which takes a page without them for white.
const look = (scheme: string) => `
  color-scheme: ${scheme};
  background: var(--visavis-color-surface);
  color: var(--visavis-color-text);
  font-family: var(--visavis-font-family);`;

// On the root, as a host page does it: `color-scheme` is the kit's only theme switch. A page of docs
// shows many stories at once, so there each has its own.
const dressPage: Decorator = (story, { globals, viewMode }) => {
  const style = look(String(globals.theme));
  const lang = String(globals.language);
  const natural = rightToLeft.includes(lang) ? 'rtl' : 'ltr';
  const dir = globals.direction === 'auto' ? natural : String(globals.direction);
  if (viewMode === 'docs') {
    return html`<div lang=${lang} dir=${dir} style=${style}>${story()}</div>`;
  }
  const root = document.documentElement;
  root.style.cssText = style;
  root.lang = lang;
  root.dir = dir;
  return story();
};

const on = (...rules: string[]) =>
  Object.fromEntries(rules.map((rule) => [rule, { enabled: true }]));

const preview: Preview = {
  tags: ['autodocs'],
  decorators: [dressPage],
  loaders: [speak],
  parameters: {
    layout: 'centered',
    // What axe leaves out by itself: WCAG 2.2 and the rules still on trial, but for `p-as-heading`, which
    // takes a bold line of status for a heading. AAA contrast is no aim; an element alone has no
    // landmarks, the recipes, which are pages, do.
    a11y: {
      test: 'error',
      options: {
        rules: on(
          'css-orientation-lock',
          'focus-order-semantics',
          'label-content-name-mismatch',
          'target-size',
        ),
      },
    },
    controls: { expanded: true },
    docs: {
      extractArgTypes: argTypesOf,
      extractComponentDescription: summaryOf,
      source: {
        excludeDecorators: true,
        // The made-up session stands in for the real one.
        transform: (code: string) =>
          code.replaceAll('story-session', 'chat-session').replaceAll('=""', ''),
      },
    },
    options: {
      storySort: {
        order: [
          'Overview',
          'Docs',
          [
            'Start',
            'In your framework',
            'Theming',
            'Languages',
            'States, events, commands',
            'Accessibility',
            'Security and privacy',
            'Server rendering',
            'Going to production',
          ],
          'Recipes',
          ['Visitor panel', 'Agent desk'],
          'Theme',
          'Controls',
          ['Headset button', 'Microphone toggle', 'Video toggle', 'Hang-up button'],
          'Call area',
          ['Call status', 'Call prompt', 'Call stage', 'Self-view'],
          'Session',
        ],
      },
    },
    viewport: {
      options: { narrow: { name: '320 px', styles: { width: '320px', height: '640px' } } },
    },
  },
  // What a story does not wire up is there to be read, not turned.
  argTypesEnhancers: [
    ({ argTypes, initialArgs }) =>
      Object.fromEntries(
        Object.entries(argTypes).map(([key, argType]) => [
          key,
          key in initialArgs ? argType : { ...argType, control: false },
        ]),
      ),
  ],
  initialGlobals: { theme: 'light', language: 'en', direction: 'auto' },
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
    language: {
      description: 'Language',
      toolbar: {
        dynamicTitle: true,
        icon: 'globe',
        items: [
          ...languageItems,
          { value: pseudo.$code, title: pseudo.$name, right: pseudo.$code },
        ],
      },
    },
    direction: {
      description: 'Writing direction',
      toolbar: {
        dynamicTitle: true,
        items: [
          { value: 'auto', title: 'As the language', icon: 'paragraph' },
          { value: 'ltr', title: 'Left to right', icon: 'arrowright' },
          { value: 'rtl', title: 'Right to left', icon: 'arrowleft' },
        ],
      },
    },
  },
};

export default preview;
