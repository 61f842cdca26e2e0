import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent } from 'storybook/test';
import type { FakeState } from '../src/testing/index.js';
import { inSession, partOf, sessionIn } from './in-session.js';
import { asAgent, byName, states } from './states.js';

interface Args {
  readonly state: FakeState;
  readonly 'show-label': boolean;
}

const meta = {
  title: 'Controls/Microphone toggle',
  component: 'mic-toggle',
  args: { state: states.audio, 'show-label': false },
  argTypes: { state: byName },
  render: (args) =>
    inSession(args.state, html`<mic-toggle ?show-label=${args['show-label']}></mic-toggle>`),
} satisfies Meta<Args>;

export default meta;
type Story = StoryObj<Args>;

/** Filled: the far side hears this one. */
export const On: Story = {};
/** Hollow: the microphone stays open, it sends silence. */
export const Muted: Story = { args: { state: states.muted } };
/** By the system, for instance for a telephone call: nothing is sent, so it is hollow. */
export const Paused: Story = {
  args: { state: { ...states.audio, own: { microphonePaused: true } } },
};
export const BeforeACall: Story = { args: { state: states.idle } };
export const AskingForTheMicrophone: Story = { args: { state: states.answering } };
export const Reconnecting: Story = { args: { state: states.reconnecting } };
export const WithItsName: Story = { args: { 'show-label': true } };
export const MutedWithItsName: Story = { args: { state: states.muted, 'show-label': true } };
export const AtTheAgent: Story = { args: { state: asAgent(states.muted) } };

export const Mutes: Story = {
  play: async ({ canvasElement }) => {
    const button = await partOf(canvasElement, 'mic-toggle', 'button');
    await userEvent.click(button);
    await expect(sessionIn(canvasElement).asked).toEqual(['setMuted true']);
    await expect(button).toHaveAttribute('aria-pressed', 'false');
  },
};

export const Unmutes: Story = {
  args: { state: states.muted },
  play: async ({ canvasElement }) => {
    const button = await partOf(canvasElement, 'mic-toggle', 'button');
    await userEvent.click(button);
    await expect(sessionIn(canvasElement).asked).toEqual(['setMuted false']);
    await expect(button).toHaveAttribute('aria-pressed', 'true');
  },
};

export const SaysWhyNotYet: Story = {
  args: { state: states.idle },
  play: async ({ canvasElement }) => {
    await userEvent.click(await partOf(canvasElement, 'mic-toggle', 'button'));
    const reason = await partOf(canvasElement, 'mic-toggle', 'reason');
    await expect(reason).toHaveTextContent('Start an audio call first');
    await expect(reason).toBeVisible();
    await expect(sessionIn(canvasElement).asked).toEqual([]);
  },
};
