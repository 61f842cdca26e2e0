import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { expect, userEvent } from 'storybook/test';
import type { FakeState } from '../src/testing/index.js';
import { inSession, partOf, sessionIn } from './in-session.js';
import { asAgent, byName, states } from './states.js';

interface Args {
  readonly state: FakeState;
  readonly form: boolean;
}

const meta = {
  title: 'Conversation/Chat ended',
  component: 'chat-ended',
  args: { state: states.chatEnded, form: false },
  argTypes: { state: byName },
  render: ({ form, state }) =>
    inSession(
      state,
      html`<chat-ended>
        ${
          form
            ? html`<form slot="wrap-up">
                <button type="button" style="min-block-size: 44px; padding-inline: 1rem">
                  It is solved
                </button>
              </form>`
            : nothing
        }
      </chat-ended>`,
      { style: 'display: block; inline-size: 22.5rem; max-inline-size: 100%' },
    ),
} satisfies Meta<Args>;

export default meta;
type Story = StoryObj<Args>;

export const AtTheVisitor: Story = {};
export const EndedByTheFarSide: Story = {
  args: { state: { ...states.chatEnded, talk: { ended: { by: 'agent', duration: 252_000 } } } },
};
/** The host's own form, in the kit's place for it. */
export const AtTheAgent: Story = { args: { state: asAgent(states.chatEnded), form: true } };
export const BeforeTheEnd: Story = { args: { state: states.idle } };
export const BeginsANewChat: Story = {
  play: async ({ canvasElement }) => {
    await userEvent.click(await partOf(canvasElement, 'chat-ended', 'start-anew'));
    await expect(sessionIn(canvasElement).talk.asked).toEqual(['startAnew']);
  },
};
