import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { expect, userEvent } from 'storybook/test';
import type { FakeState } from '../src/testing/index.js';
import { callArea, inSession, partOf, sessionIn } from './in-session.js';
import { asAgent, byName, states } from './states.js';

interface Args {
  readonly state: FakeState;
  readonly silent: boolean;
  /** What stands in the `avatar` slot. */
  readonly avatar: string;
}

const meta = {
  title: 'Call area/Call prompt',
  component: 'call-prompt',
  args: { state: states.incoming, silent: false, avatar: '' },
  argTypes: { state: byName },
  render: ({ avatar, silent, state }) =>
    inSession(
      state,
      html`<call-prompt ?silent=${silent}>
        ${avatar ? html`<strong slot="avatar" aria-hidden="true">${avatar}</strong>` : nothing}
      </call-prompt>`,
      callArea,
    ),
} satisfies Meta<Args>;

export default meta;
type Story = StoryObj<Args>;

export const Incoming: Story = {};
/** Accepted: the browser asks for the microphone. */
export const Answering: Story = { args: { state: states.answering } };
/** Nobody rings: nothing is there. */
export const Idle: Story = { args: { state: states.idle } };
export const WithAnAvatar: Story = { args: { avatar: 'AK' } };
export const AtTheAgent: Story = { args: { state: asAgent(states.incoming) } };
export const AnsweringAtTheAgent: Story = { args: { state: asAgent(states.answering) } };
/** A visitor who gave no name. */
export const Nameless: Story = {
  args: { state: { ...asAgent(states.incoming), far: { name: '' } } },
};
export const LongName: Story = {
  args: {
    state: { ...states.incoming, far: { name: 'Wolfeschlegelsteinhausenbergerdorff-Čapkovský' } },
  },
};
export const RightToLeft: Story = { args: { avatar: 'AK' }, globals: { language: 'ar' } };

export const Accepts: Story = {
  play: async ({ canvasElement }) => {
    await userEvent.click(await partOf(canvasElement, 'call-prompt', 'accept'));
    await expect(sessionIn(canvasElement).asked).toEqual(['acceptCall']);
  },
};

export const Declines: Story = {
  play: async ({ canvasElement }) => {
    const prompt = await partOf(canvasElement, 'call-prompt', 'prompt');
    await userEvent.click(await partOf(canvasElement, 'call-prompt', 'decline'));
    await expect(sessionIn(canvasElement).asked).toEqual(['declineCall']);
    await expect(prompt).not.toBeInTheDocument();
  },
};

export const TakesNoFocus: Story = {
  args: { state: states.idle },
  render: ({ state }) =>
    inSession(
      state,
      html`<call-prompt></call-prompt
        ><input aria-label="Message" value="I was just" style="min-block-size: 44px" />`,
      callArea,
    ),
  play: async ({ canvasElement }) => {
    const field = canvasElement.querySelector('input');
    field?.focus();
    sessionIn(canvasElement).show(states.incoming);
    await expect(await partOf(canvasElement, 'call-prompt', 'prompt')).toBeVisible();
    await expect(field).toHaveFocus();
  },
};
