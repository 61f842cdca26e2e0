import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent } from 'storybook/test';
import type { FakeState } from '../src/testing/index.js';
import { inSession, sessionIn, states } from './in-session.js';

interface Args {
  readonly state: FakeState;
  readonly 'show-label': boolean;
}

const meta = {
  title: 'Controls/Video toggle',
  component: 'video-toggle',
  args: { state: states.audio, 'show-label': false },
  argTypes: { state: { control: 'object' } },
  render: (args) =>
    inSession(args.state, html`<video-toggle ?show-label=${args['show-label']}></video-toggle>`),
} satisfies Meta<Args>;

export default meta;
type Story = StoryObj<Args>;

export const BeforeACall: Story = { args: { state: states.idle } };
export const Off: Story = {};
export const On: Story = { args: { state: states.myCamera } };
export const Starting: Story = {
  args: { state: { ...states.audio, own: { askingCamera: true } } },
};
export const Blocked: Story = { args: { state: { ...states.audio, own: { camera: 'denied' } } } };
export const WithItsName: Story = { args: { 'show-label': true } };
/** Video is switched off by the administrator: the toggle is not there at all. */
export const NotAllowed: Story = { args: { state: states.videoOff } };

export const TurnsOn: Story = {
  play: async ({ canvasElement }) => {
    const toggle = canvasElement.querySelector('video-toggle');
    await toggle?.updateComplete;
    const button = toggle?.shadowRoot?.querySelector('button');
    if (button) await userEvent.click(button);
    await expect(sessionIn(canvasElement).asked).toEqual(['setCamera true']);
    await expect(button).toHaveAttribute('aria-pressed', 'true');
  },
};
