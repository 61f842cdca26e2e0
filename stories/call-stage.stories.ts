import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import type { FakeState } from '../src/testing/index.js';
import { callArea, inSession, partOf, sessionIn } from './in-session.js';
import { asAgent, byName, pictures, states } from './states.js';

interface Args {
  readonly state: FakeState;
}

const meta = {
  title: 'Call area/Call stage',
  component: 'call-stage',
  args: { state: states.bothCameras },
  argTypes: { state: byName },
  render: ({ state }) =>
    inSession(state, html`<call-stage><self-view-pip></self-view-pip></call-stage>`, callArea),
} satisfies Meta<Args>;

export default meta;
type Story = StoryObj<Args>;

export const BothCameras: Story = {};
export const OnlyMyCamera: Story = { args: { state: states.myCamera } };
export const OnlyTheirCamera: Story = { args: { state: states.theirCamera } };
/** No camera is on: there is no stage. */
export const NoCamera: Story = { args: { state: states.audio } };
/** The last picture is dimmed: a still picture must not look live. */
export const Reconnecting: Story = { args: { state: states.reconnecting } };
/** In the call, and no picture comes: the last one is dimmed, with words. */
export const TheirPictureStopped: Story = {
  args: { state: states.theirPictureStopped },
  play: async ({ canvasElement }) => {
    const stage = canvasElement.querySelector('call-stage');
    await waitFor(() => expect(stage?.shadowRoot?.querySelector('[part~=paused]')).not.toBeNull(), {
      timeout: 5000,
    });
  },
};
export const ReconnectingWithoutTheirCamera: Story = {
  args: { state: { ...states.reconnecting, far: {} } },
};
export const AtTheAgentOnlyMyCamera: Story = { args: { state: asAgent(states.myCamera) } };
export const AtTheAgentBothCameras: Story = { args: { state: asAgent(states.bothCameras) } };
export const NamelessVisitor: Story = {
  args: { state: { ...asAgent(states.myCamera), far: { name: '' } } },
};

export const OwnWordsOnBlack: Story = {
  args: { state: states.myCamera },
  render: ({ state }) =>
    inSession(
      state,
      html`<call-stage>
        <p slot="empty">Anna listens, and sees you.</p>
        <self-view-pip></self-view-pip>
      </call-stage>`,
      callArea,
    ),
};
export const OtherShape: Story = {
  render: ({ state }) =>
    inSession(state, html`<call-stage><self-view-pip></self-view-pip></call-stage>`, {
      style: `${callArea.style}; --visavis-stage-ratio: 1; --visavis-self-view-inline-size: 140px`,
    }),
};

export const ComesAndGoesWithTheCameras: Story = {
  args: { state: states.audio },
  play: async ({ canvasElement }) => {
    const session = sessionIn(canvasElement);
    const stage = await partOf(canvasElement, 'call-stage', 'stage');
    await expect(stage).not.toBeVisible();

    session.show({ own: { picture: pictures.Sam } });
    const words = await partOf(canvasElement, 'call-stage', 'empty');
    await expect(words).toBeVisible();
    await expect(words).toHaveTextContent('Anna’s camera is off');

    session.show({ far: { picture: pictures.Anna } });
    await expect(await partOf(canvasElement, 'call-stage', 'video')).toHaveAccessibleName(
      'Picture from Anna’s camera',
    );
    await expect(words).not.toBeVisible();

    session.show({ own: { picture: undefined }, far: { picture: undefined } });
    await waitFor(() => expect(stage).not.toBeVisible());
  },
};
