import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, userEvent, waitFor } from 'storybook/test';
import type { FakeState } from '../../src/testing/index.js';
import { partOf, sessionIn } from '../in-session.js';
import { byName, pictures, states } from '../states.js';
import { visitorPanel, everyState, everyStateIn320Pixels, page, pageOf } from './panel.js';

interface Args {
  readonly state: FakeState;
}

const meta = {
  title: 'Recipes/Visitor panel',
  args: { state: states.idle },
  argTypes: { state: byName },
  parameters: pageOf('visitor'),
  render: ({ state }) => page(visitorPanel(state)),
} satisfies Meta<Args>;

export default meta;
type Story = StoryObj<Args>;

export const Idle: Story = { args: { state: states.idle } };
export const NoActiveChat: Story = { args: { state: states.noChat } };
export const ChatConnecting: Story = { args: { state: states.connecting } };
export const NotHereYet: Story = { args: { state: states.waiting } };
export const TheyLeft: Story = { args: { state: states.chatLost } };
export const CallsSwitchedOff: Story = { args: { state: states.voipOff } };
export const Calling: Story = { args: { state: states.calling } };
export const Incoming: Story = { args: { state: states.incoming } };
export const Answering: Story = { args: { state: states.answering } };
export const AudioCall: Story = { args: { state: states.audio } };
export const Muted: Story = { args: { state: states.muted } };
export const TheyAreMuted: Story = { args: { state: states.farMuted } };
export const OnlyMyCamera: Story = { args: { state: states.myCamera } };
export const OnlyTheirCamera: Story = { args: { state: states.theirCamera } };
export const BothCameras: Story = { args: { state: states.bothCameras } };
export const Reconnecting: Story = { args: { state: states.reconnecting } };
export const VideoSwitchedOff: Story = { args: { state: states.videoOff } };
export const MicrophoneBlocked: Story = { args: { state: states.microphoneBlocked } };
export const CameraBlocked: Story = { args: { state: states.cameraBlocked } };
export const Ended: Story = { args: { state: states.ended } };
export const ChatEnded: Story = { args: { state: states.chatEnded } };

export const EveryState: Story = everyState(visitorPanel);
export const EveryStateDark: Story = { ...EveryState, globals: { theme: 'dark' } };
export const EveryStateRightToLeft: Story = { ...EveryState, globals: { language: 'ar' } };
export const EveryStateIn320Pixels: Story = everyStateIn320Pixels(visitorPanel);

/** Sam calls Anna, turns the camera on, hangs up, and is back at the message. */
export const AWholeCall: Story = {
  parameters: { accessTree: false },
  play: async ({ canvasElement, step }) => {
    const session = sessionIn(canvasElement);
    const part = (tag: string, name = 'button') => partOf(canvasElement, tag, name);
    const expectStatus = async (words: string): Promise<void> =>
      expect(await part('call-status', 'status')).toHaveTextContent(words);

    await step('Sam presses the headset', async () => {
      await userEvent.click(await part('headset-button'));
      await expectStatus('Calling Anna…');
      await expect(await part('hangup-button')).toHaveTextContent('Cancel call');
    });
    await step('Anna accepts', async () => {
      session.show(states.audio);
      await expectStatus('You and Anna hear each other.');
      await expect(await part('mic-toggle')).toBeVisible();
      await expect(await part('call-stage', 'stage')).not.toBeVisible();
    });
    await step('The headset leads to the call controls', async () => {
      await userEvent.click(await part('headset-button'));
      await waitFor(() => expect(canvasElement.querySelector('mic-toggle')).toHaveFocus());
    });
    await step('Sam turns the camera on: the stage is black', async () => {
      const controls = canvasElement.querySelector<HTMLElement>('.call-controls')!;
      await userEvent.click(await partOf(controls, 'video-toggle', 'button'));
      await expect(session.asked).toContain('setCamera true');
      session.show({ own: { picture: pictures.Sam } });
      await expect(await part('call-stage', 'empty')).toHaveTextContent('Anna’s camera is off');
      await expect(await part('self-view-pip', 'video')).toBeVisible();
    });
    await step('Sam hangs up and is back at the message', async () => {
      await userEvent.click(await part('hangup-button'));
      await expect(await part('call-stage', 'stage')).not.toBeVisible();
      await waitFor(() => expect(canvasElement.querySelector('chat-composer')).toHaveFocus());
    });
  },
};

/** Accepting takes the prompt away: focus goes on to the call controls. */
export const AcceptingHandsFocusOn: Story = {
  parameters: { accessTree: false },
  args: { state: states.incoming },
  play: async ({ canvasElement }) => {
    await userEvent.click(await partOf(canvasElement, 'call-prompt', 'accept'));
    await waitFor(() => expect(canvasElement.querySelector('mic-toggle')).toHaveFocus());
  },
};
