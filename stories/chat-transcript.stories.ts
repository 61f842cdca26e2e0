import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import type { FakeState } from '../src/testing/index.js';
import { inSession, partOf, sessionIn } from './in-session.js';
import { asAgent } from './states.js';
import { anna, byTalk, manyMessages, talks } from './talks.js';

interface Args {
  readonly state: FakeState;
  readonly 'title-badge': boolean;
  readonly sound: boolean;
  readonly empty?: string;
}

/** As large as in the visitor's panel. */
const panel = {
  style:
    'display: flex; inline-size: 22.5rem; max-inline-size: 100%; block-size: 30rem; background: var(--visavis-color-surface)',
};

const meta = {
  title: 'Conversation/Chat transcript',
  component: 'chat-transcript',
  args: { state: talks.calls, 'title-badge': false, sound: false },
  argTypes: { state: byTalk },
  render: ({ empty, state, ...args }) =>
    inSession(
      state,
      html`<chat-transcript ?title-badge=${args['title-badge']} ?sound=${args.sound}
        >${empty ? html`<p slot="empty">${empty}</p>` : nothing}</chat-transcript
      >`,
      panel,
    ),
} satisfies Meta<Args>;

export default meta;
type Story = StoryObj<Args>;

const log = (canvas: HTMLElement) => partOf(canvas, 'chat-transcript', 'log');

/** More of the far side's, in a story that is shown already. */
function come(canvas: HTMLElement, count: number): void {
  const { talk } = sessionIn(canvas);
  const items = Array.from({ length: count }, () => anna('Are you still there?', 60));
  talk.show({
    items: [...talk.snapshot.items, ...items],
    unread: talk.snapshot.unread + count,
  });
}

export const WithACall: Story = {};
export const Messages: Story = { args: { state: talks.messages } };
export const AtTheAgent: Story = { args: { state: asAgent(talks.calls) } };
export const CallNotAnswered: Story = { args: { state: talks.missed } };
/** Under the last message of each run: when it was said, and how far it has come. */
export const Receipts: Story = { args: { state: talks.receipts } };
/** The far side is away: what is written goes out by itself when it is back. */
export const Waiting: Story = { args: { state: talks.waiting } };
export const Failed: Story = { args: { state: talks.failed } };
export const Files: Story = { args: { state: talks.files } };
export const Days: Story = { args: { state: talks.days } };
export const LongText: Story = { args: { state: talks.long } };
export const LongTextOpened: Story = {
  args: { state: talks.long },
  play: async ({ canvasElement }) => {
    const button = await partOf(canvasElement, 'chat-transcript', 'show-all');
    await userEvent.click(button);
    await expect(button).toHaveAttribute('aria-expanded', 'true');
    await expect(button).toHaveTextContent('Show less');
  },
};
/** Each text runs its own way, and garbles nothing around it. */
export const RightToLeft: Story = { args: { state: talks.rightToLeft } };
/** A host that is not what it looks like is said as it is. */
export const Links: Story = { args: { state: talks.links } };
export const Emoji: Story = { args: { state: talks.emoji } };
export const LongWords: Story = { args: { state: talks.longWords } };
/** What a newer version wrote keeps its place. */
export const Unknown: Story = { args: { state: talks.unknown } };
export const Ended: Story = { args: { state: talks.ended } };

export const Typing: Story = { args: { state: talks.typing } };
/** Real-time text: each letter as it is typed. */
export const TypingLive: Story = { args: { state: talks.live } };
export const TypingLiveWithLoss: Story = { args: { state: talks.liveLost } };

export const NothingSaid: Story = { args: { state: talks.nothingSaid } };
export const NothingSaidInTheHostsWords: Story = {
  args: { state: talks.nothingSaid, empty: 'Ask us anything about your printer.' },
};
export const Restoring: Story = { args: { state: talks.restoring } };
export const NotKept: Story = { args: { state: talks.notKept } };

/** Before a reload two had come that nobody saw. */
export const UnreadFromBefore: Story = { args: { state: talks.unread } };
/** What came while the page was not in front begins at a line, and its number is in the title. */
export const Unread: Story = {
  args: { state: talks.messages, 'title-badge': true },
  play: async ({ canvasElement }) => {
    await log(canvasElement);
    Reflect.set(document, 'hasFocus', () => false);
    come(canvasElement, 3);
    try {
      await waitFor(async () =>
        expect(await partOf(canvasElement, 'chat-transcript', 'divider')).toHaveTextContent(
          '3 new messages',
        ),
      );
      await expect(document.title).toMatch(/^\(3\) /);
    } finally {
      Reflect.deleteProperty(document, 'hasFocus');
    }
  },
};

/** Who reads further up stays there, and is told. */
export const ScrolledUp: Story = {
  args: { state: manyMessages(60) },
  play: async ({ canvasElement }) => {
    const scroller = await log(canvasElement);
    await waitFor(() => expect(scroller.scrollHeight).toBeGreaterThan(1000));
    scroller.scrollTop = -700;
    await waitFor(() => expect(scroller.scrollTop).toBeLessThan(-600));
    const newest = await partOf(canvasElement, 'chat-transcript', 'newest');
    await waitFor(() => expect(newest).toBeVisible());
    come(canvasElement, 3);
    await waitFor(() => expect(newest).toHaveTextContent('3 new messages'));
  },
};

/** Ten thousand in the page itself; tested with fewer, as axe looks at each of them. */
export const TenThousand: Story = { args: { state: manyMessages(10_000) }, tags: ['!test'] };
export const FiveHundred: Story = { args: { state: manyMessages(500) } };
