import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import { tokens } from '../../src/theme/token-list.js';
import './token-page.js';

interface Args {
  readonly 'data-visavis-theme': string;
  readonly '--visavis-brand': string;
  readonly '--visavis-neutral-hue': number;
  readonly '--visavis-font-family': string;
  readonly '--visavis-radius-scale': number;
  readonly '--visavis-space-scale': number;
  readonly '--visavis-button-bg': string;
  readonly '--visavis-button-fg': string;
}

const scale = { control: { type: 'range', min: 0, max: 1.5, step: 0.05 } } as const;

/** Every token, live. Text on the brand, tints and dark variants follow the five of the brand. */
const meta = {
  title: 'Theme/Tokens',
  argTypes: {
    'data-visavis-theme': {
      control: 'select',
      options: ['', 'light', 'dark', 'contrast', 'light contrast', 'dark contrast'],
      description: 'Empty: as the page around it.',
    },
    '--visavis-brand': { control: 'color' },
    '--visavis-neutral-hue': { control: { type: 'range', min: 0, max: 360 } },
    '--visavis-font-family': { control: 'text' },
    '--visavis-radius-scale': scale,
    '--visavis-space-scale': scale,
    '--visavis-button-bg': { control: 'color' },
    '--visavis-button-fg': { control: 'color' },
  },
  parameters: { layout: 'fullscreen' },
  // Too long for a page of docs.
  tags: ['!autodocs'],
  render: ({ 'data-visavis-theme': look = '', ...changes }) => {
    const set = Object.entries(changes).filter(([, value]) => value !== '');
    return html`<token-page
      look=${look}
      .changes=${Object.fromEntries(set.map(([name, value]) => [name, String(value)]))}
    ></token-page>`;
  },
} satisfies Meta<Partial<Args>>;

export default meta;
type Story = StoryObj<Partial<Args>>;

const outcomeIn = (canvas: HTMLElement): HTMLElement => {
  const outcome = canvas.querySelector<HTMLElement>('[role=status]');
  if (!outcome) throw new Error('This story says nothing of contrast.');
  return outcome;
};

export const AsShipped: Story = {
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(outcomeIn(canvasElement)).toHaveTextContent('enough contrast'));
    for (const { name } of tokens) {
      const row = canvasElement.querySelector(`[data-token='${name}']`);
      await expect(row?.querySelector('.value')).not.toBeEmptyDOMElement();
    }
  },
};
export const Dark: Story = { globals: { theme: 'dark' } };
export const DarkByAttribute: Story = { args: { 'data-visavis-theme': 'dark' } };
export const MoreContrast: Story = { args: { 'data-visavis-theme': 'light contrast' } };
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

/** Only the fill is set: what is drawn on it follows, and nothing is too weak. */
export const TheButtonAlone: Story = {
  args: { '--visavis-button-bg': '#ffcc00' },
  play: async ({ canvasElement }) => {
    const value = (name: string) =>
      canvasElement.querySelector(`[data-token='--visavis-button-${name}'] .value`);
    await waitFor(() => expect(value('bg')).toHaveTextContent('#ffcc00'));
    await expect(value('fg')).toHaveTextContent('#000000');
    await expect(outcomeIn(canvasElement)).toHaveTextContent('enough contrast');
  },
};

export const TooWeak: Story = {
  args: { '--visavis-button-bg': '#ffcc00', '--visavis-button-fg': '#ffffff' },
  // What is wrong here is the point of it.
  parameters: { a11y: { test: 'off' } },
  play: async ({ canvasElement }) => {
    await waitFor(() =>
      expect(outcomeIn(canvasElement)).toHaveTextContent('button-fg on button-bg'),
    );
    await expect(outcomeIn(canvasElement)).toHaveTextContent('too weak to read');
  },
};

export const In320Pixels: Story = {
  globals: { viewport: { value: 'narrow' } },
  play: async ({ canvasElement }) => {
    const page = canvasElement.querySelector('.token-page');
    await waitFor(() => expect(outcomeIn(canvasElement)).toHaveTextContent('enough contrast'));
    await expect(page?.scrollWidth).toBeLessThanOrEqual(page?.clientWidth ?? 0);
  },
};
