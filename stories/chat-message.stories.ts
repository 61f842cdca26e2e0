import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent } from 'storybook/test';
import type { Item } from '../src/index.js';
import { inSession, partOf, sessionIn } from './in-session.js';
import { anna, sam, talks } from './talks.js';

interface Args {
  readonly item: Item;
}

const meta = {
  title: 'Conversation/Chat message',
  component: 'chat-message',
  args: { item: anna('Hello, I am Anna. What can I do for you today?') },
  argTypes: { item: { control: false } },
  render: ({ item }) =>
    inSession(
      { talk: { ...talks.files.talk, items: [item] } },
      html`<chat-message item-id=${item.id}></chat-message>`,
      { style: 'display: block; inline-size: 20rem; max-inline-size: 100%' },
    ),
} satisfies Meta<Args>;

export default meta;
type Story = StoryObj<Args>;

const file = (name: string, size: number) =>
  ({ type: 'file', file: name, name, size, mime: '' }) as const;

export const OfTheFarSide: Story = {};
export const Sending: Story = { args: { item: sam('It will not print', 0, 'sending') } };
export const Sent: Story = { args: { item: sam('It will not print', 0, 'sent') } };
export const Delivered: Story = { args: { item: sam('It will not print', 0, 'delivered') } };
export const Read: Story = { args: { item: sam('It will not print') } };
export const Failed: Story = { args: { item: sam('It will not print', 0, 'failed') } };
export const Picture: Story = {
  args: { item: sam(file('red-light-by-the-tray.jpg', 1_800_000), 0, 'delivered') },
};
/** Of a document nothing comes before it is asked for. */
export const FileOffered: Story = { args: { item: anna(file('setup-guide.pdf', 2_100_000)) } };
export const FileComing: Story = { args: { item: anna(file('manual.pdf', 8_100_000)) } };
export const CallStarted: Story = {
  args: { item: anna({ type: 'call', what: 'started', call: 'story' }) },
};
export const ChatEnded: Story = { args: { item: anna({ type: 'ended', duration: 852_000 }) } };
export const Unknown: Story = { args: { item: anna({ type: 'unknown' }) } };
export const LongText: Story = { args: { item: sam('It is the light. '.repeat(100)) } };

export const SendsAgain: Story = {
  args: { item: sam('It will not print', 0, 'failed') },
  play: async ({ canvasElement, args }) => {
    await userEvent.click(await partOf(canvasElement, 'chat-message', 'again'));
    await expect(sessionIn(canvasElement).talk.asked).toEqual([`retry ${args.item.id}`]);
    await expect(await partOf(canvasElement, 'chat-message', 'meta')).toHaveTextContent('Sent');
  },
};
