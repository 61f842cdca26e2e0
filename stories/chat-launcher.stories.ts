import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent } from 'storybook/test';
import { CallChangeEvent, UnreadChangeEvent } from '../src/index.js';
import type { FakeState } from '../src/testing/index.js';
import { partOf } from './in-session.js';
import { byName, states } from './states.js';
import './story-visitor-chat.js';

interface Args {
  readonly open: boolean;
  readonly floating: boolean;
  readonly state: FakeState;
}

/** What `<chat-session>` says when a call comes or goes. */
function tell(canvas: HTMLElement): void {
  const chat = canvas.querySelector('story-visitor-chat');
  if (chat) chat.dispatchEvent(new CallChangeEvent(chat.session.snapshot.call, 'idle'));
}

const meta = {
  title: 'Layouts/Chat launcher',
  component: 'chat-launcher',
  args: { open: false, floating: false, state: states.idle },
  argTypes: { state: byName },
  render: ({ floating, open, state }) =>
    html`<chat-launcher ?open=${open} ?floating=${floating}>
      <story-visitor-chat .state=${state}></story-visitor-chat>
    </chat-launcher>`,
} satisfies Meta<Args>;

export default meta;
type Story = StoryObj<Args>;

export const Closed: Story = {};
export const Open: Story = { args: { open: true } };
export const OpensAndCloses: Story = {
  play: async ({ canvasElement }) => {
    const button = await partOf(canvasElement, 'chat-launcher', 'button');
    const panel = await partOf(canvasElement, 'chat-launcher', 'panel');
    await userEvent.click(button);
    await expect(panel).toBeVisible();
    await expect(button).toHaveAttribute('aria-expanded', 'true');
    await userEvent.click(button);
    await expect(panel).not.toBeVisible();
  },
};
/** Closed while a call is on: the call goes on, and the button says so. */
export const ClosedInACall: Story = {
  args: { state: states.audio },
  play: async ({ canvasElement }) => {
    tell(canvasElement);
    await expect(await partOf(canvasElement, 'chat-launcher', 'label')).toHaveTextContent(
      'In a call with Anna',
    );
  },
};
/** Closed while messages come: the button counts them, and says so. */
export const Unread: Story = {
  play: async ({ canvasElement, step }) => {
    const chat = canvasElement.querySelector('story-visitor-chat');
    const button = await partOf(canvasElement, 'chat-launcher', 'button');
    await step('Three come', async () => {
      chat?.dispatchEvent(new UnreadChangeEvent(3));
      await expect(await partOf(canvasElement, 'chat-launcher', 'badge')).toHaveTextContent('3');
      await expect(button).toHaveTextContent('3 new messages');
    });
    await step('The open chat shows them itself', async () => {
      await userEvent.click(button);
      await expect(button).not.toHaveTextContent('new messages');
      await userEvent.click(button);
    });
  },
};
export const ManyUnread: Story = {
  play: async ({ canvasElement }) => {
    canvasElement.querySelector('story-visitor-chat')?.dispatchEvent(new UnreadChangeEvent(120));
    await expect(await partOf(canvasElement, 'chat-launcher', 'badge')).toHaveTextContent('99+');
  },
};
export const OpensForAnIncomingCall: Story = {
  args: { state: states.incoming },
  play: async ({ canvasElement }) => {
    tell(canvasElement);
    await partOf(canvasElement, 'chat-launcher', 'button');
    await expect(await partOf(canvasElement, 'chat-launcher', 'panel')).toBeVisible();
  },
};
/** In the corner of the window, above any `z-index` of the page. */
export const Floating: Story = { args: { floating: true, open: true } };
export const FloatingRightToLeft: Story = { ...Floating, globals: { language: 'ar' } };
export const FloatingOnAPhone: Story = {
  ...Floating,
  args: { floating: true, open: true, state: states.bothCameras },
  globals: { viewport: { value: 'narrow' } },
};
