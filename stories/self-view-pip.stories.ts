import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent } from 'storybook/test';
import type { SelfViewPip } from '../src/index.js';
import type { FakeState } from '../src/testing/index.js';
import { callArea, inSession, partOf, sessionIn } from './in-session.js';
import { asAgent, byName, states } from './states.js';

interface Args {
  readonly state: FakeState;
  readonly corner: SelfViewPip['corner'];
}

const corners: readonly Args['corner'][] = ['top-left', 'top-right', 'bottom-left', 'bottom-right'];

const meta = {
  title: 'Call area/Self-view',
  component: 'self-view-pip',
  args: { state: states.bothCameras, corner: 'bottom-right' },
  argTypes: { state: byName, corner: { control: 'select', options: corners } },
  render: ({ corner, state }) =>
    inSession(
      state,
      html`<call-stage><self-view-pip corner=${corner}></self-view-pip></call-stage>`,
      callArea,
    ),
} satisfies Meta<Args>;

export default meta;
type Story = StoryObj<Args>;

export const BottomRight: Story = {};
export const BottomLeft: Story = { args: { corner: 'bottom-left' } };
export const TopRight: Story = { args: { corner: 'top-right' } };
export const TopLeft: Story = { args: { corner: 'top-left' } };
export const OnTheBlackStage: Story = { args: { state: states.myCamera } };
/** The own camera is off: there is no self-view. */
export const CameraOff: Story = { args: { state: states.theirCamera } };
/** By the system: the far side does not see it. */
export const Paused: Story = {
  args: { state: states.devicePaused },
};
export const Reconnecting: Story = { args: { state: states.reconnecting } };
export const AtTheAgent: Story = { args: { state: asAgent(states.bothCameras) } };
/** The corner is physical: bottom right in every language. */
export const RightToLeft: Story = { globals: { language: 'ar' } };

const openMenu = async (canvasElement: HTMLElement): Promise<HTMLElement> => {
  await userEvent.click(await partOf(canvasElement, 'self-view-pip', 'move'));
  return partOf(canvasElement, 'self-view-pip', 'menu');
};

export const MenuOfCorners: Story = {
  play: async ({ canvasElement }) => {
    await expect(await openMenu(canvasElement)).toBeVisible();
  },
};
export const MenuOfCornersAtTheTop: Story = { ...MenuOfCorners, args: { corner: 'top-left' } };

export const MovesByMenu: Story = {
  play: async ({ canvasElement }) => {
    const menu = await openMenu(canvasElement);
    await userEvent.click(menu.querySelector('[aria-label="Top left"]')!);
    await expect(canvasElement.querySelector('self-view-pip')).toHaveAttribute(
      'corner',
      'top-left',
    );
    await expect(menu).not.toBeInTheDocument();
  },
};

export const MovesByArrowKeys: Story = {
  play: async ({ canvasElement }) => {
    const view = canvasElement.querySelector('self-view-pip');
    (await partOf(canvasElement, 'self-view-pip', 'move')).focus();
    await userEvent.keyboard('{ArrowLeft}');
    await expect(view).toHaveAttribute('corner', 'bottom-left');
    await userEvent.keyboard('{ArrowUp}');
    await expect(view).toHaveAttribute('corner', 'top-left');
  },
};

export const GoesWithTheCall: Story = {
  play: async ({ canvasElement }) => {
    const label = await partOf(canvasElement, 'self-view-pip', 'label');
    await expect(label).toBeVisible();
    await sessionIn(canvasElement).hangUp();
    await expect(label).not.toBeInTheDocument();
  },
};
