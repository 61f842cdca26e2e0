import type { ConversationController } from '../../../context/conversation-controller.js';
import type { Localize } from '../../../i18n/localize.js';
import type { Party } from '../../../ports/link.js';
import type { Conversation, FileState } from '../../../session/conversation.js';
import { farName } from '../far-name.js';
import { dayOf, localeOf } from './times.js';

/** What all messages are drawn with. Worked out once for all of them: a page may have 10,000. */
export interface MessageView {
  readonly party: Party;
  readonly words: Localize;
  readonly locale: string;
  /** What to call the far side. */
  readonly far: string;
  /** Beginnings of what a screen reader says of each: “You:”, “Anna:”. */
  readonly saidByOwn: string;
  readonly saidByFar: string;
  /** Where the day began. */
  readonly today: number;
  /** Another one when the words are others: a host may say them in its own way, later on. */
  readonly wording: string;
  /** The far side cannot be reached: what is sent waits. */
  readonly away: boolean;
}

const common = [
  'messageSending',
  'messageWaits',
  'messageSent',
  'messageDelivered',
  'messageRead',
  'messageFailed',
  'sendAgain',
  'discard',
  'showAll',
  'showLess',
  'messageUnknown',
  'callStarted',
  'callMissed',
] as const;

/** What a person can do with a message. */
export interface MessageActs {
  readonly conversation: () => Conversation | undefined;
  /** A long text was opened or closed. */
  readonly toggle: (id: string) => void;
  /** Where a picture is shown large. */
  readonly root: () => HTMLElement | DocumentFragment;
}

/** Where a message stands when it is drawn. */
export interface Drawn {
  readonly view: MessageView;
  readonly acts: MessageActs;
  /** Of a file's message. */
  readonly file: FileState | undefined;
  /** A long text is shown whole. */
  readonly open: boolean;
}

export function viewOf(
  { around }: Pick<ConversationController<object>, 'around'>,
  words: Localize,
): MessageView {
  const { chat, party } = around;
  const far = farName(around, words);
  return {
    party,
    words,
    far,
    locale: localeOf(words),
    saidByOwn: words.term('says', words.term('you'), '').trim(),
    saidByFar: words.term('says', far, '').trim(),
    today: dayOf(Date.now()),
    wording: common.map((term) => words.term(term)).join(),
    away: chat !== 'open',
  };
}
