import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent } from 'storybook/test';
import type { FakeState } from '../src/testing/index.js';
import { inSession, partOf, sessionIn } from './in-session.js';
import { asAgent, byName, states } from './states.js';

interface Args {
  readonly state: FakeState;
  readonly 'show-label': boolean;
  readonly confirm: boolean;
}

const meta = {
  title: 'Controls/End-chat button',
  component: 'end-chat-button',
  args: { state: states.idle, 'show-label': true, confirm: false },
  argTypes: { state: byName },
  render: (args) =>
    inSession(
      args.state,
      html`<end-chat-button
        ?confirm=${args.confirm}
        ?show-label=${args['show-label']}
      ></end-chat-button>`,
    ),
} satisfies Meta<Args>;

export default meta;
type Story = StoryObj<Args>;

export const InAChat: Story = {};
export const WithoutItsName: Story = { args: { 'show-label': false } };
export const NoActiveChat: Story = { args: { state: states.noChat } };
export const AfterTheEnd: Story = { args: { state: states.chatEnded } };

/** On the agent's side a press asks first. */
export const AsksFirst: Story = {
  args: { state: asAgent(states.idle) },
  play: async ({ canvasElement }) => {
    await userEvent.click(await partOf(canvasElement, 'end-chat-button', 'button'));
    const question = await partOf(canvasElement, 'end-chat-button', 'question');
    await expect(question).toBeVisible();
    await expect(question).toHaveTextContent('End the chat with Sam?');
    await expect(sessionIn(canvasElement).talk.asked).toEqual([]);
  },
};
export const AsksFirstRightToLeft: Story = {
  args: { state: asAgent(states.idle) },
  globals: { direction: 'rtl' },
  play: async ({ canvasElement }) => {
    await userEvent.click(await partOf(canvasElement, 'end-chat-button', 'button'));
    await expect(await partOf(canvasElement, 'end-chat-button', 'question')).toBeVisible();
  },
};
