import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import type { FakeState } from '../src/testing/index.js';
import { inSession } from './in-session.js';
import { asAgent } from './states.js';
import { byTalk, talks } from './talks.js';

interface Args {
  readonly state: FakeState;
}

const meta = {
  title: 'Conversation/Typing indicator',
  component: 'typing-indicator',
  args: { state: talks.typing },
  argTypes: { state: byTalk },
  render: ({ state }) =>
    inSession(state, html`<typing-indicator></typing-indicator>`, {
      style: 'display: block; inline-size: 20rem; max-inline-size: 100%',
    }),
} satisfies Meta<Args>;

export default meta;
type Story = StoryObj<Args>;

export const Typing: Story = {};
export const AtTheAgent: Story = { args: { state: asAgent(talks.typing) } };
/** Real-time text: each letter as it is typed. */
export const Live: Story = { args: { state: talks.live } };
/** What was lost on the way is marked, never silently gone. */
export const LiveWithLoss: Story = { args: { state: talks.liveLost } };
/** It takes no room. */
export const NobodyTypes: Story = { args: { state: talks.messages } };
