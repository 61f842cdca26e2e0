import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import type { FakeState } from '../src/testing/index.js';
import { fileStates } from './attachments.js';
import { inSession, partOf, sessionIn } from './in-session.js';

interface Args {
  readonly state: FakeState;
}

const meta = {
  title: 'Conversation/Attachment chip',
  component: 'attachment-chip',
  args: { state: fileStates.here },
  argTypes: {
    state: { control: 'select', options: Object.keys(fileStates), mapping: fileStates },
  },
  render: ({ state }) =>
    inSession(state, html`<attachment-chip file="story"></attachment-chip>`, {
      style: 'display: block; inline-size: 17rem; max-inline-size: 100%',
    }),
} satisfies Meta<Args>;

export default meta;
type Story = StoryObj<Args>;

/** A document of the far side: nothing of it comes before Accept is pressed. */
export const Offered: Story = { args: { state: fileStates.offered } };
export const Waiting: Story = { args: { state: fileStates.waiting } };
export const Coming: Story = { args: { state: fileStates.coming } };
export const Here: Story = {};
export const TooLarge: Story = { args: { state: fileStates.tooLarge } };
export const NoRoom: Story = { args: { state: fileStates.noRoom } };
export const GoneThere: Story = { args: { state: fileStates.goneThere } };
export const Stopped: Story = { args: { state: fileStates.stopped } };
/** Its name says picture, its bytes do not: it is no picture here. */
export const NotWhatItSays: Story = { args: { state: fileStates.disguised } };
export const Picture: Story = { args: { state: fileStates.picture } };
export const PictureComing: Story = { args: { state: fileStates.pictureComing } };
/** The host keeps files: Save leads there. */
export const StoredByTheHost: Story = { args: { state: fileStates.stored } };
export const NotTakenYet: Story = { args: { state: fileStates.notTaken } };
export const OnItsWay: Story = { args: { state: fileStates.onItsWay } };
export const Sent: Story = { args: { state: fileStates.sent } };
export const OwnPicture: Story = { args: { state: fileStates.ownPicture } };
export const NotUploaded: Story = { args: { state: fileStates.notUploaded } };
export const NotSent: Story = { args: { state: fileStates.notSent } };
/** A reload has lost its bytes. */
export const GoneHere: Story = { args: { state: fileStates.goneHere } };
/** Cut in the middle: the ending says what it is. */
export const LongName: Story = { args: { state: fileStates.longName } };

export const IsAccepted: Story = {
  args: { state: fileStates.offered },
  play: async ({ canvasElement }) => {
    const chip = await partOf(canvasElement, 'attachment-chip', 'attachment');
    const accept = chip.querySelector<HTMLElement>('[aria-label^=Accept]');
    if (accept) await userEvent.click(accept);
    await expect(sessionIn(canvasElement).talk.asked).toEqual(['getFile story']);
  },
};

export const ShownLarge: Story = {
  args: { state: fileStates.picture },
  play: async ({ canvasElement }) => {
    const picture = await partOf(canvasElement, 'attachment-chip', 'picture');
    await userEvent.click(picture);
    const dialog = (picture.getRootNode() as ShadowRoot).querySelector('dialog');
    await waitFor(() => expect(dialog?.querySelector('img')?.naturalWidth).toBe(640));
  },
};
