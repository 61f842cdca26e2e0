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
  title: 'Controls/Video toggle',
  component: 'video-toggle',
  args: { state: states.audio, 'show-label': false },
  argTypes: { state: byName },
  render: (args) =>
    inSession(args.state, html`<video-toggle ?show-label=${args['show-label']}></video-toggle>`),
} satisfies Meta<Args>;

export default meta;
type Story = StoryObj<Args>;

export const On: Story = { args: { state: states.myCamera } };
export const Off: Story = {};
/** On, and drawn as not sent: the network is too slow for the picture. */
export const HeldBack: Story = { args: { state: states.pictureHeld } };
export const BeforeACall: Story = { args: { state: states.idle } };
export const Starting: Story = {
  args: { state: { ...states.audio, own: { askingCamera: true } } },
};
export const Blocked: Story = { args: { state: states.cameraBlocked } };
/** The browser has found no camera: no use to press it until one is plugged in. */
export const Missing: Story = { args: { state: { ...states.audio, own: { camera: 'missing' } } } };
export const WithItsName: Story = { args: { 'show-label': true } };
export const StartingWithItsName: Story = { args: { ...Starting.args, 'show-label': true } };
export const AtTheAgent: Story = { args: { state: asAgent(states.myCamera) } };
/** Video is switched off by the administrator: the toggle is not there at all. */
export const NotAllowed: Story = { args: { state: states.videoOff } };

export const TurnsOn: Story = {
  play: async ({ canvasElement }) => {
    const button = await partOf(canvasElement, 'video-toggle', 'button');
    await userEvent.click(button);
    await expect(sessionIn(canvasElement).asked).toEqual(['setCamera true']);
    await expect(button).toHaveAttribute('aria-pressed', 'true');
  },
};

export const TurnsOff: Story = {
  args: { state: states.myCamera },
  play: async ({ canvasElement }) => {
    const button = await partOf(canvasElement, 'video-toggle', 'button');
    await userEvent.click(button);
    await expect(sessionIn(canvasElement).asked).toEqual(['setCamera false']);
    await expect(button).toHaveAttribute('aria-pressed', 'false');
  },
};

export const SaysWhyNotYet: Story = {
  args: { state: states.idle },
  play: async ({ canvasElement }) => {
    await userEvent.hover(await partOf(canvasElement, 'video-toggle', 'button'));
    await expect(await partOf(canvasElement, 'video-toggle', 'reason')).toHaveTextContent(
      'Start an audio call first',
    );
    await expect(sessionIn(canvasElement).asked).toEqual([]);
  },
};
