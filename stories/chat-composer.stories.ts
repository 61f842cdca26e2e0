import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type LitElement } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import type { FakeState } from '../src/testing/index.js';
import { photograph } from './attachments.js';
import { inSession, partOf, sessionIn } from './in-session.js';
import { asAgent, states } from './states.js';

interface Args {
  readonly state: FakeState;
  readonly rtt: boolean;
  readonly accept: string;
  readonly 'max-file-size': string;
  readonly 'max-files': number;
}

const composerStates = {
  empty: {},
  draft: { talk: { draft: 'My printer will not' } },
  long: {
    talk: {
      draft: 'My new printer shows a red light next to the paper tray and will not print.',
    },
  },
  lost: { chat: 'lost', talk: { draft: 'I am still here' } },
  noChat: states.noChat,
  ended: { talk: { ended: { by: 'agent', duration: 252_000 } } },
  nearlyFull: { talk: { draft: 'All of it. '.repeat(900) } },
  tooLong: { talk: { draft: 'All of it. '.repeat(1000) } },
  rightToLeft: { talk: { draft: 'الطابعة لا تعمل' } },
} satisfies Record<string, FakeState>;

const meta = {
  title: 'Conversation/Chat composer',
  component: 'chat-composer',
  args: {
    state: composerStates.empty,
    rtt: false,
    accept: '',
    'max-file-size': '10MB',
    'max-files': 10,
  },
  argTypes: {
    state: { control: 'select', options: Object.keys(composerStates), mapping: composerStates },
  },
  render: (args) =>
    inSession(
      args.state,
      html`<chat-composer
        ?rtt=${args.rtt}
        accept=${args.accept}
        max-file-size=${args['max-file-size']}
        max-files=${args['max-files']}
      ></chat-composer>`,
      { style: 'display: block; inline-size: 22.5rem; max-inline-size: 100%' },
    ),
} satisfies Meta<Args>;

export default meta;
type Story = StoryObj<Args>;

/** Chooses files as a person would. */
async function choose(canvas: HTMLElement, ...files: readonly File[]): Promise<void> {
  await partOf(canvas, 'chat-composer', 'field');
  const root = canvas.querySelector<LitElement>('chat-composer')?.renderRoot;
  const input = root?.querySelector<HTMLInputElement>('input[type=file]');
  if (!input) throw new Error('This composer takes no files.');
  const data = new DataTransfer();
  for (const file of files) data.items.add(file);
  input.files = data.files;
  input.dispatchEvent(new Event('change'));
}

const photo = (): File => new File([photograph()], 'red-light-by-the-tray.jpg');
const pdf = (name: string): File => new File(['%PDF-1.7\n'], name, { type: 'application/pdf' });

export const Empty: Story = {};
/** What was written before a reload is back. */
export const Draft: Story = { args: { state: composerStates.draft } };
export const LongText: Story = { args: { state: composerStates.long } };
export const RightToLeft: Story = { args: { state: composerStates.rightToLeft } };
/** The far side is away for a moment: messages wait. */
export const ChatLost: Story = { args: { state: composerStates.lost } };
export const NoActiveChat: Story = { args: { state: composerStates.noChat } };
export const Ended: Story = { args: { state: composerStates.ended } };
export const NearlyTooLong: Story = { args: { state: composerStates.nearlyFull } };
/** Nothing is cut off: the person shortens it. */
export const TooLong: Story = { args: { state: composerStates.tooLong } };
/** Real-time text: each letter is sent as it is typed, and that is said. */
export const RealTimeText: Story = { args: { state: composerStates.draft, rtt: true } };
export const WithoutFiles: Story = { args: { 'max-files': 0 } };
export const AtTheAgent: Story = { args: { state: asAgent(composerStates.draft) } };

export const WithFiles: Story = {
  args: { state: composerStates.long },
  play: async ({ canvasElement }) => {
    await choose(canvasElement, photo(), pdf('invoice-2026-10-of-the-printer-and-its-trays.pdf'));
    const root = canvasElement.querySelector<LitElement>('chat-composer')?.renderRoot;
    await waitFor(() => expect(root?.querySelectorAll('.chosen li').length).toBe(2));
    await waitFor(() => expect(root?.querySelector('img')?.naturalWidth).toBe(640));
  },
};

export const FilesRefused: Story = {
  args: { accept: 'image/*', 'max-file-size': '1kB' },
  play: async ({ canvasElement }) => {
    await choose(canvasElement, photo(), pdf('invoice.pdf'), new File(['MZ'], 'holiday.png'));
    const refused = await partOf(canvasElement, 'chat-composer', 'refused');
    await waitFor(() => expect(refused.querySelectorAll('p').length).toBe(3));
  },
};

/** Files are dragged over the chat: they may be dropped anywhere on it. */
export const DropHere: Story = {
  render: (args) =>
    inSession(
      args.state,
      html`<div style="block-size: 12rem"></div>
        <chat-composer></chat-composer>`,
      { style: 'display: block; inline-size: 22.5rem; max-inline-size: 100%' },
    ),
  play: async ({ canvasElement }) => {
    const cover = await partOf(canvasElement, 'chat-composer', 'drop');
    const data = new DataTransfer();
    data.items.add(photo());
    canvasElement
      .querySelector('story-session div')
      ?.dispatchEvent(
        new DragEvent('dragover', { bubbles: true, cancelable: true, dataTransfer: data }),
      );
    await expect(cover).toBeVisible();
  },
};

export const SendsWithEnter: Story = {
  play: async ({ canvasElement }) => {
    const field = await partOf(canvasElement, 'chat-composer', 'field');
    const { talk } = sessionIn(canvasElement);
    await waitFor(() => expect(talk.asked).toContain('takeFilesUpTo 10000000'));
    await userEvent.type(field, 'It will not print{Enter}');
    await expect(talk.asked.at(-1)).toBe('send It will not print');
    await expect(field).toHaveValue('');
  },
};

export const SaysWhyNot: Story = {
  play: async ({ canvasElement }) => {
    await userEvent.click(await partOf(canvasElement, 'chat-composer', 'send'));
    const root = canvasElement.querySelector('chat-composer')?.shadowRoot;
    await expect(root?.getElementById('why-not-send')).toBeVisible();
  },
};

/** A host's own controls stand before the button that attaches. */
export const WithTools: Story = {
  render: ({ state }) =>
    inSession(
      state,
      html`<chat-composer>
        <button
          slot="tools"
          type="button"
          aria-label="Ready answers"
          style="inline-size: 44px; block-size: 44px"
        >
          /
        </button>
      </chat-composer>`,
      { style: 'display: block; inline-size: 22.5rem; max-inline-size: 100%' },
    ),
};
