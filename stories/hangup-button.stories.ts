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
  title: 'Controls/Hang-up button',
  component: 'hangup-button',
  args: { state: states.audio, 'show-label': true },
  argTypes: { state: byName },
  render: (args) =>
    inSession(args.state, html`<hangup-button ?show-label=${args['show-label']}></hangup-button>`),
} satisfies Meta<Args>;

export default meta;
type Story = StoryObj<Args>;

export const InACall: Story = {};
export const NoCall: Story = { args: { state: states.idle } };
/** One's own ring is on its way: the telephone cancels it. */
export const Calling: Story = { args: { state: states.calling } };
/** The far side rings: the prompt declines, the telephone has nothing to end yet. */
export const Incoming: Story = { args: { state: states.incoming } };
export const Answering: Story = { args: { state: states.answering } };
export const Reconnecting: Story = { args: { state: states.reconnecting } };
export const WithoutItsName: Story = { args: { 'show-label': false } };
export const AtTheAgent: Story = { args: { state: asAgent(states.bothCameras) } };

export const EndsTheCall: Story = {
  args: { state: states.bothCameras },
  play: async ({ canvasElement }) => {
    const button = await partOf(canvasElement, 'hangup-button', 'button');
    await userEvent.click(button);
    await expect(sessionIn(canvasElement).asked).toEqual(['hangUp']);
    await expect(button).toHaveAttribute('aria-disabled', 'true');
  },
};

export const CancelsItsRing: Story = {
  args: { state: states.calling },
  play: async ({ canvasElement }) => {
    const button = await partOf(canvasElement, 'hangup-button', 'button');
    await expect(button).toHaveTextContent('Cancel call');
    await userEvent.click(button);
    await expect(sessionIn(canvasElement).asked).toEqual(['hangUp']);
  },
};

export const SaysWhyNot: Story = {
  args: { state: states.idle },
  play: async ({ canvasElement }) => {
    await userEvent.click(await partOf(canvasElement, 'hangup-button', 'button'));
    const reason = await partOf(canvasElement, 'hangup-button', 'reason');
    await expect(reason).toHaveTextContent('There is no call to end');
    await expect(reason).toBeVisible();
    await expect(sessionIn(canvasElement).asked).toEqual([]);
  },
};
