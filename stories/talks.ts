import type { Item, ItemState } from '../src/index.js';
import { type FakeState, fakeItem } from '../src/testing/index.js';
import { photograph } from './attachments.js';

type Said = Parameters<typeof fakeItem>[0];

const minute = 60_000;
// In the morning of this day, so that no story runs over midnight.
const morning = new Date().setHours(10, 40, 0, 0);

/** What Anna, the agent, said so many minutes after 10:40. */
export const anna = (said: Said, after = 0): Item =>
  fakeItem(said, { from: 'agent', at: morning + after * minute });
/** What Sam, the visitor, said. */
export const sam = (said: Said, after = 0, state: ItemState = 'read'): Item =>
  fakeItem(said, { from: 'visitor', at: morning + after * minute, state });

const talk = (...items: readonly Item[]): FakeState => ({ talk: { items } });
const call = (what: 'started' | 'ended' | 'missed' | 'camera-on' | 'camera-off'): Said => ({
  type: 'call',
  what,
  call: 'story',
  duration: 252_000,
});
const file = (name: string, size: number): Said => ({
  type: 'file',
  file: name,
  name,
  size,
  mime: '',
});

/** How the conversation of Anna and Sam begins. */
export const hello = [
  anna('Hello, I am Anna. What can I do for you today?'),
  sam('My new printer shows a red light and will not print.', 1),
  anna('Let us find out which light it is.', 2),
  anna('Talking may be quicker. You can call me with the headset above.', 2),
];
const withCall = [
  ...hello,
  sam(call('started'), 3),
  sam(call('camera-on'), 4),
  sam('It is the light next to the paper tray.', 4),
  anna(call('camera-on'), 5),
  anna('Good. Please open the tray and look behind it.', 5),
  sam(call('camera-off'), 6),
  anna(call('camera-off'), 6),
  anna(call('ended'), 7),
];
const long = Array.from(
  { length: 24 },
  (_, line) => `${line + 1}. Turn the printer off, wait, and turn it on again.`,
).join('\n');
const files = [
  sam(file('red-light-by-the-tray.jpg', 1_800_000), 3, 'delivered'),
  anna(file('setup-guide.pdf', 2_100_000), 4),
  anna(file('manual.pdf', 8_100_000), 4),
  sam(file('diagnostics.zip', 240_000), 5, 'failed'),
];

/** What may have been said in a conversation, as the visitor Sam sees it. */
export const talks = {
  messages: talk(...hello),
  calls: talk(...withCall),
  missed: talk(...hello, anna(call('missed'), 3)),
  receipts: talk(
    sam('sent', 0, 'sent'),
    anna('And?', 1),
    sam('delivered', 2, 'delivered'),
    anna('And?', 3),
    sam('read', 4),
    anna('And?', 5),
    sam('I send this now', 6, 'sending'),
  ),
  waiting: {
    chat: 'lost',
    talk: { items: [...hello, sam('I am still here', 3, 'sending'), sam('Hello?', 4, 'sending')] },
  },
  failed: talk(...hello, sam('It will not print', 3, 'failed'), sam('And now?', 4)),
  files: {
    talk: {
      items: files,
      files: new Map([
        ['red-light-by-the-tray.jpg', { is: 'done', moved: 1, picture: true, blob: photograph() }],
        ['setup-guide.pdf', { is: 'offered', moved: 0, picture: false }],
        ['manual.pdf', { is: 'moving', moved: 3_100_000, picture: false }],
      ]),
    },
  },
  days: talk(
    fakeItem('Do you repair printers?', { at: new Date(2024, 4, 6, 9, 30).getTime() }),
    anna('Yes, we do.', -1440 * 30),
    sam('Then I have one for you.', -1440),
    anna('Good morning!'),
  ),
  long: talk(...hello, sam(long, 3)),
  rightToLeft: talk(
    anna('שלום, שמי אנה. איך אפשר לעזור?'),
    sam('הנורה האדומה דולקת, ראו https://printers.example/x2 (עמוד 12)', 1),
    anna('مرحبا، كيف أساعدك؟', 2),
    sam('Hello, אנה, and thanks!', 3),
  ),
  links: talk(
    anna('The manual: https://printers.example/x2/manual?page=12, or call tel:+49-30-1234567.'),
    sam('Is https://аpple.example/ yours?', 1),
    anna('No! javascript:alert(1) and https://good.example@evil.example/ are no links either.', 2),
  ),
  emoji: talk(anna('It works! 🎉'), sam('👍', 1), anna('👩‍👩‍👧 🇩🇪', 2)),
  longWords: talk(anna('Donaudampfschifffahrtsgesellschaft'.repeat(6)), sam('a'.repeat(400), 1)),
  unknown: talk(anna('Hello'), anna({ type: 'unknown' }, 1)),
  ended: talk(...withCall, anna({ type: 'ended', duration: 852_000 }, 14)),
  /** Before a reload two had come that nobody saw. */
  unread: { talk: { items: hello, unread: 2 } },
  typing: { talk: { items: hello, farTyping: true } },
  live: { talk: { items: hello, farLive: { text: 'It is the light next to th', lossy: false } } },
  liveLost: {
    talk: { items: hello, farLive: { text: 'It is the l\ufffdt next to th', lossy: true } },
  },
  nothingSaid: {},
  restoring: { talk: { restored: false } },
  notKept: { talk: { items: hello, kept: false } },
} satisfies Record<string, FakeState>;

/** For the `state` of a story: offers every conversation by its name. */
export const byTalk = {
  control: 'select',
  options: Object.keys(talks),
  mapping: talks,
  description: 'What was said in the made-up session.',
} as const;

/** So many messages, a few seconds apart. */
export const manyMessages = (count: number): FakeState => {
  const texts = [
    'Good.',
    'And the other light?',
    'It is green.',
    'Please open the tray, and look.',
  ];
  return talk(
    ...Array.from({ length: count }, (_, index) =>
      (index % 5 < 3 ? anna : sam)(`${index + 1}: ${texts[index % 4] ?? ''}`, index / 100),
    ),
  );
};
