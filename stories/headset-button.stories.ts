import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, svg } from 'lit';
import { expect, userEvent } from 'storybook/test';
import type { FakeState } from '../src/testing/index.js';
import { inSession, partOf, sessionIn } from './in-session.js';
import { asAgent, byName, states } from './states.js';

interface Args {
  readonly state: FakeState;
  readonly 'show-label': boolean;
}

const meta = {
  title: 'Controls/Headset button',
  component: 'headset-button',
  args: { state: states.idle, 'show-label': false },
  argTypes: { state: byName },
  render: (args) =>
    inSession(
      args.state,
      html`<headset-button ?show-label=${args['show-label']}></headset-button>`,
    ),
} satisfies Meta<Args>;

export default meta;
type Story = StoryObj<Args>;

export const Idle: Story = {};
export const Calling: Story = { args: { state: states.calling } };
/** The far side rings: the headset accepts. */
export const Incoming: Story = { args: { state: states.incoming } };
export const AskingForTheMicrophone: Story = { args: { state: states.answering } };
/** Leads to the call controls. */
export const InACall: Story = { args: { state: states.audio } };
export const Reconnecting: Story = { args: { state: states.reconnecting } };
export const AfterACall: Story = { args: { state: states.ended } };

export const NoActiveChat: Story = { args: { state: states.noChat } };
export const ChatConnecting: Story = { args: { state: states.connecting } };
export const FarSideNotHere: Story = { args: { state: states.waiting } };
export const FarSideLost: Story = { args: { state: states.chatLost } };
/** The administrator allows no calls. */
export const CallsSwitchedOff: Story = { args: { state: states.voipOff } };
export const OutsideASession: Story = { render: () => html`<headset-button></headset-button>` };

export const WithItsName: Story = { args: { 'show-label': true } };
export const CallingWithItsName: Story = { args: { state: states.calling, 'show-label': true } };
export const AskingWithItsName: Story = { args: { state: states.answering, 'show-label': true } };
export const AtTheAgent: Story = {
  args: { state: asAgent(states.calling), 'show-label': true },
};
export const OwnWordsAndDrawing: Story = {
  render: ({ state }) =>
    inSession(
      state,
      html`<headset-button show-label>
        <svg slot="icon" viewBox="0 0 24 24" fill="currentColor" aria-hidden="true">
          ${svg`<circle cx="12" cy="12" r="9" />`}
        </svg>
        Talk to us
      </headset-button>`,
    ),
};
export const OwnColours: Story = {
  render: ({ state }) =>
    inSession(state, html`<headset-button show-label></headset-button>`, {
      style:
        '--visavis-button-bg: #ffcc00; --visavis-button-bg-hover: #e6b800; --visavis-button-fg: #000',
    }),
};

const press = async (canvasElement: HTMLElement): Promise<HTMLElement> => {
  const button = await partOf(canvasElement, 'headset-button', 'button');
  await userEvent.click(button);
  return button;
};

export const StartsACall: Story = {
  play: async ({ canvasElement }) => {
    const button = await press(canvasElement);
    await expect(sessionIn(canvasElement).asked).toEqual(['startCall']);
    await expect(button).toHaveTextContent('Calling Anna, press to cancel');
  },
};

export const CancelsItsRing: Story = {
  args: { state: states.calling },
  play: async ({ canvasElement }) => {
    const button = await press(canvasElement);
    await expect(sessionIn(canvasElement).asked).toEqual(['hangUp']);
    await expect(button).toHaveTextContent('Start audio call');
  },
};

export const AcceptsACall: Story = {
  args: { state: states.incoming },
  play: async ({ canvasElement }) => {
    const button = await press(canvasElement);
    await expect(sessionIn(canvasElement).asked).toEqual(['acceptCall']);
    await expect(button).toHaveTextContent('In call, show the call controls');
  },
};

export const SaysWhyNot: Story = {
  args: { state: states.waiting },
  play: async ({ canvasElement }) => {
    await press(canvasElement);
    const reason = await partOf(canvasElement, 'headset-button', 'reason');
    await expect(reason).toHaveTextContent('Anna is not here yet');
    await expect(reason).toBeVisible();
    await expect(sessionIn(canvasElement).asked).toEqual([]);
  },
};
