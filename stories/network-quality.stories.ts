import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import type { FakeState } from '../src/testing/index.js';
import { callArea, inSession } from './in-session.js';
import { asAgent, byName, states } from './states.js';

interface Args {
  readonly state: FakeState;
}

const meta = {
  title: 'Call area/Network quality',
  component: 'network-quality',
  args: { state: states.audio },
  argTypes: { state: byName },
  render: ({ state }) => inSession(state, html`<network-quality>Network quality</network-quality>`, callArea),
} satisfies Meta<Args>;

export default meta;
type Story = StoryObj<Args>;

export const BeforeACall: Story = { args: { state: states.idle } };
export const InACall: Story = {};
export const AtTheAgent: Story = { args: { state: asAgent(states.audio) } };
