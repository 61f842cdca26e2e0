import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import type { FakeState } from '../../src/testing/index.js';
import { byName, states } from '../states.js';
import { page, visitorPanel } from './panel.js';

interface Tokens {
  readonly '--visavis-brand': string;
  readonly '--visavis-neutral-hue': number;
  readonly '--visavis-font-family': string;
  readonly '--visavis-radius-scale': number;
  readonly '--visavis-space-scale': number;
}

interface Args extends Tokens {
  readonly state: FakeState;
}

const scale = { control: { type: 'range', min: 0, max: 1.5, step: 0.05 } } as const;

/** The five tokens that a brand changes first. Text on the brand, tints and dark variants follow. */
const meta = {
  title: 'Recipes/Brand',
  args: {
    state: states.idle,
    '--visavis-brand': '#1a5f96',
    '--visavis-neutral-hue': 250,
    '--visavis-font-family': 'system-ui, sans-serif',
    '--visavis-radius-scale': 1,
    '--visavis-space-scale': 1,
  },
  argTypes: {
    state: byName,
    '--visavis-brand': { control: 'color' },
    '--visavis-neutral-hue': { control: { type: 'range', min: 0, max: 360 } },
    '--visavis-radius-scale': scale,
    '--visavis-space-scale': scale,
  },
  parameters: { layout: 'fullscreen' },
  render: ({ state, ...tokens }) => {
    const style = Object.entries(tokens).map(([name, value]) => `${name}: ${value}`);
    return page(
      html`<div data-visavis-theme style=${['max-inline-size: 100%', ...style].join('; ')}>
        ${visitorPanel(state)}
      </div>`,
    );
  },
} satisfies Meta<Args>;

export default meta;
type Story = StoryObj<Args>;

export const AsShipped: Story = {};
export const TealSquareDense: Story = {
  args: {
    '--visavis-brand': '#0f766e',
    '--visavis-neutral-hue': 190,
    '--visavis-radius-scale': 0,
    '--visavis-space-scale': 0.85,
  },
};
export const MagentaRound: Story = {
  args: {
    state: states.calling,
    '--visavis-brand': '#b5106f',
    '--visavis-neutral-hue': 350,
    '--visavis-radius-scale': 1.5,
  },
};
/** Text on the brand turns black by itself. */
export const YellowSerif: Story = {
  args: {
    '--visavis-brand': '#ffcc00',
    '--visavis-neutral-hue': 90,
    '--visavis-font-family': 'Georgia, serif',
  },
};
export const YellowInTheDark: Story = { ...YellowSerif, globals: { theme: 'dark' } };
export const TealInACall: Story = {
  args: { ...TealSquareDense.args, state: states.bothCameras },
};
