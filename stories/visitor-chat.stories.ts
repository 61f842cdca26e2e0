import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { expect } from 'storybook/test';
import type { FakeState } from '../src/testing/index.js';
import { partOf } from './in-session.js';
import { byName, states } from './states.js';
import './story-visitor-chat.js';

interface Args {
  readonly state: FakeState;
  readonly content: TemplateResult | undefined;
}

const avatar = (slot: string) =>
  html`<span
    slot=${slot}
    aria-hidden="true"
    style="display: grid; flex: none; place-items: center; inline-size: 40px; aspect-ratio: 1; border-radius: 50%; background: var(--visavis-color-brand-quiet); color: var(--visavis-color-brand-text); font-weight: 600"
    >AK</span
  >`;

const conversation = html`
  ${avatar('avatar')} ${avatar('caller')}
  <span slot="subtitle">Support</span>
  <p>Hello, I am Anna. What can I do for you today?</p>
  <p>Talking may be quicker. You can call me with the headset above.</p>
`;

/** The visitor's panel in one element. What is here made up is a chat and a call behind it. */
const meta = {
  title: 'Layouts/Visitor chat',
  component: 'visitor-chat',
  args: { state: states.idle, content: undefined },
  argTypes: { state: byName },
  render: ({ content, state }) =>
    html`<story-visitor-chat .state=${state}>${content}</story-visitor-chat>`,
} satisfies Meta<Args>;

export default meta;
type Story = StoryObj<Args>;

export const NoActiveChat: Story = { args: { state: states.noChat } };
export const NobodyThereYet: Story = {
  args: { state: states.waiting },
  play: async ({ canvasElement }) => {
    const words = await partOf(canvasElement, 'story-visitor-chat', 'conversation');
    await expect(words).toHaveTextContent('Anna is not here yet');
  },
};
export const Idle: Story = { args: { content: conversation } };
export const Calling: Story = { args: { state: states.calling, content: conversation } };
export const Incoming: Story = { args: { state: states.incoming, content: conversation } };
export const AudioCall: Story = { args: { state: states.audio, content: conversation } };
export const OnlyMyCamera: Story = { args: { state: states.myCamera, content: conversation } };
export const BothCameras: Story = { args: { state: states.bothCameras, content: conversation } };
export const Reconnecting: Story = { args: { state: states.reconnecting, content: conversation } };
export const MicrophoneBlocked: Story = {
  args: { state: states.microphoneBlocked, content: conversation },
};
export const Ended: Story = { args: { state: states.ended, content: conversation } };
export const ChatEnded: Story = { args: { state: states.chatEnded } };
export const RightToLeft: Story = { ...BothCameras, globals: { language: 'ar' } };
export const Dark: Story = { ...BothCameras, globals: { theme: 'dark' } };
export const In320Pixels: Story = {
  ...BothCameras,
  globals: { viewport: { value: 'narrow' } },
  play: async ({ canvasElement }) => {
    const panel = canvasElement.querySelector('story-visitor-chat');
    await expect(panel?.scrollWidth).toBeLessThanOrEqual(panel?.clientWidth ?? 0);
  },
};
