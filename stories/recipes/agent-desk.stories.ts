import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, userEvent } from 'storybook/test';
import type { FakeState } from '../../src/testing/index.js';
import { partOf, sessionIn } from '../in-session.js';
import { byName, asAgent, states } from '../states.js';
import { agentDesk, everyState, everyStateIn320Pixels, page, pageOf } from './panel.js';

interface Args {
  readonly state: FakeState;
}

const meta = {
  title: 'Recipes/Agent desk',
  args: { state: states.idle },
  argTypes: { state: byName },
  parameters: pageOf('agent'),
  render: ({ state }) => page(agentDesk(state)),
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

export const EveryState: Story = everyState(agentDesk);
export const EveryStateDark: Story = { ...EveryState, globals: { theme: 'dark' } };
export const EveryStateRightToLeft: Story = { ...EveryState, globals: { language: 'ar' } };
export const EveryStateIn320Pixels: Story = everyStateIn320Pixels(agentDesk);

/** Sam rings: Anna accepts; Sam's path breaks and comes back; Sam hangs up. */
export const AWholeCall: Story = {
  parameters: { accessTree: false },
  play: async ({ canvasElement, step }) => {
    const session = sessionIn(canvasElement);
    const part = (tag: string, name = 'button') => partOf(canvasElement, tag, name);
    const expectStatus = async (words: string): Promise<void> =>
      expect(await part('call-status', 'status')).toHaveTextContent(words);
    const show = (state: FakeState): void => session.show(asAgent(state));

    await step('Sam rings: nothing takes the focus', async () => {
      const before = document.activeElement;
      show(states.incoming);
      await expect(await part('call-prompt', 'prompt')).toHaveTextContent('Sam is calling you');
      await expect(document.activeElement).toBe(before);
    });
    await step('Anna accepts', async () => {
      await userEvent.click(await part('call-prompt', 'accept'));
      await expect(session.asked).toEqual(['acceptCall']);
      await expectStatus('You and Sam hear each other.');
    });
    await step('Sam turns the camera on', async () => {
      show(states.theirCamera);
      await expect(await part('call-stage', 'video')).toBeVisible();
      await expectStatus('You see and hear Sam. Sam only hears you.');
    });
    await step('The path breaks', async () => {
      show({ ...states.reconnecting, own: {} });
      await expectStatus('Reconnecting…');
    });
  },
};
