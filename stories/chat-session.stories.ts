import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect } from 'storybook/test';
import type { CallErrorEvent } from '../src/index.js';
import { callArea, partOf } from './in-session.js';

interface Args {
  readonly party: string;
  readonly voip: boolean;
  readonly video: boolean;
  readonly server: string;
  readonly 'peer-id': string;
  readonly 'remote-id': string;
}

const setUp = { server: '/peerjs', 'peer-id': 'visitor-1', 'remote-id': 'agent-1' };

/**
 * The real element, as far as it goes without a server: no active chat, or not set up. All that
 * comes after is in the recipes, with a made-up session.
 */
const meta = {
  title: 'Session/Chat session',
  component: 'chat-session',
  args: { party: 'visitor', voip: true, video: true, server: '', 'peer-id': '', 'remote-id': '' },
  argTypes: { party: { control: 'select', options: ['agent', 'visitor'] } },
  render: (args) =>
    html`<chat-session
      style=${callArea.style}
      party=${args.party}
      remote-name=${args.party === 'agent' ? 'Sam' : 'Anna'}
      ?voip=${args.voip}
      ?video=${args.video}
      server=${args.server}
      peer-id=${args['peer-id']}
      remote-id=${args['remote-id']}
    >
      <call-status></call-status>
      <headset-button></headset-button>
    </chat-session>`,
} satisfies Meta<Args>;

export default meta;
type Story = StoryObj<Args>;

/** `remote-id` is empty: there is no active chat, which is a state and no error. */
export const NoActiveChat: Story = {};
export const NoActiveChatAtTheAgent: Story = { args: { party: 'agent' } };
export const CallsSwitchedOff: Story = { args: { voip: false, video: false } };
/** Video alone allows nothing: the console says so. */
export const VideoWithoutVoip: Story = { args: { voip: false } };

export const WithoutAServer: Story = { args: { ...setUp, server: '' } };
export const WithoutItsOwnId: Story = { args: { ...setUp, 'peer-id': '' } };
export const WithAnIdThatIsNone: Story = { args: { ...setUp, 'peer-id': 'visitor/1' } };
export const WithoutAParty: Story = { args: { ...setUp, party: 'customer' } };

export const SwitchesAreLive: Story = {
  play: async ({ canvasElement }) => {
    const chat = canvasElement.querySelector('chat-session')!;
    const reason = await partOf(canvasElement, 'headset-button', 'reason');
    await expect(reason).toHaveTextContent('There is no active chat');
    chat.voip = false;
    await chat.updateComplete;
    await expect(reason).toHaveTextContent('Calls are switched off');
    chat.voip = true;
    await chat.updateComplete;
    await expect(reason).toHaveTextContent('There is no active chat');
  },
};

export const SaysWhatIsMissing: Story = {
  play: async ({ canvasElement }) => {
    const chat = canvasElement.querySelector('chat-session')!;
    const told = new Promise<CallErrorEvent>((resolve) => {
      chat.addEventListener('call-error', resolve, { once: true });
    });
    chat.remoteId = 'agent-1';
    await expect((await told).code).toBe('no-server');
    await expect(await partOf(canvasElement, 'call-status', 'notice')).toHaveTextContent(
      'Calls are not set up on this page',
    );
  },
};

export const RefusesACallWithoutAChat: Story = {
  play: async ({ canvasElement }) => {
    const chat = canvasElement.querySelector('chat-session')!;
    await expect(chat.startCall()).rejects.toMatchObject({ code: 'no-chat' });
  },
};

/** Any control follows a session from outside it with `for`. */
export const FollowedFromOutside: Story = {
  render: ({ party }) =>
    html`<chat-session id="chat-elsewhere" party=${party}></chat-session>
      <headset-button for="chat-elsewhere" show-label></headset-button>`,
  play: async ({ canvasElement }) => {
    await expect(await partOf(canvasElement, 'headset-button', 'reason')).toHaveTextContent(
      'Calls are switched off',
    );
  },
};
