import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import type { PathLevel } from '../src/index.js';
import type { FakeState } from '../src/testing/index.js';
import { callArea, inSession } from './in-session.js';
import { asAgent, byName, states } from './states.js';

interface Args {
  readonly state: FakeState;
  readonly of: 'self' | 'far';
}

const meta = {
  title: 'Call area/Network quality',
  component: 'network-quality',
  args: { state: states.networks, of: 'self' },
  argTypes: { state: byName },
  render: ({ of, state }) =>
    inSession(state, html`<network-quality of=${of}></network-quality>`, callArea),
} satisfies Meta<Args>;

export default meta;
type Story = StoryObj<Args>;

const at = (network: PathLevel): FakeState => ({
  ...states.audio,
  own: { network },
  far: { network },
});

export const Excellent: Story = { args: { state: at(5) } };
export const Good: Story = { args: { state: at(4) } };
export const Fair: Story = { args: { state: at(3) } };
/** From here on in words that all see. */
export const Poor: Story = { args: { state: at(2) } };
export const VeryPoor: Story = { args: { state: at(1) } };
export const OfTheFarSide: Story = { args: { state: at(4), of: 'far' } };
export const OfTheFarSidePoor: Story = { args: { state: at(1), of: 'far' } };
export const AtTheAgent: Story = { args: { state: asAgent(at(2)), of: 'far' } };
export const RightToLeft: Story = {
  args: { state: at(2), of: 'far' },
  render: ({ of, state }) =>
    inSession(
      state,
      html`<div dir="rtl"><network-quality of=${of}></network-quality></div>`,
      callArea,
    ),
};
/** Nothing is shown before enough was measured. */
export const Unknown: Story = { args: { state: states.audio } };
export const BeforeACall: Story = { args: { state: states.idle } };
