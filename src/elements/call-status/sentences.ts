import type { CallEnd, CallState } from '../../call/call-state.js';
import type { Localize } from '../../i18n/localize.js';
import type { SessionSnapshot } from '../../session/snapshot.js';
import { clockTime } from '../shared/clock-time.js';
import { sentence } from '../shared/far-name.js';
import { chatOf, type Said } from './chat-words.js';
import type { Notice } from './notices.js';

/** What is worth saying of a session now, of its path, and of the queue; undefined when all is quiet. */
export function statusOf(
  snapshot: SessionSnapshot,
  far: string,
  words: Localize,
  path?: string,
  queued?: Said,
): Said | undefined {
  const { call, chat } = snapshot;
  switch (call.phase) {
    case 'calling':
      return {
        tone: 'busy',
        title: words.term('calling', far),
        sentence: sentence(words.term('browserMayAsk', far), words),
      };
    case 'incoming':
      return undefined; // <call-prompt> says it, and the assertive region
    case 'connecting':
      return {
        tone: 'busy',
        title: words.term('connecting'),
        sentence: words.term('hearSoon', far),
      };
    case 'active':
      return {
        tone: 'live',
        title: words.term('inCallWith', far),
        sentence: join([path, whoHearsWhom(snapshot, far, words)], words),
      };
    case 'reconnecting':
      return {
        tone: 'warn',
        title: words.term('reconnecting'),
        sentence: path ?? sentence(words.term('mayNotHear', far), words),
      };
    case 'idle':
      return afterwards(endOf(call, far, words), queued ?? chatOf(chat, far, words), words);
  }
}

/** How the last call ended, and what has become of the chat since. */
function afterwards(
  end: Said | undefined,
  chat: Said | undefined,
  words: Localize,
): Said | undefined {
  if (!end || !chat) return end ?? chat;
  const all = [end.sentence, fullStop(chat.title, words), chat.sentence];
  return { ...end, sentence: join(all, words) };
}

/** A title as a sentence; "Connecting…" is one already. */
export const fullStop = (title: string, words: Localize): string =>
  title.endsWith('…') ? title : words.term('asSentence', title);

/** Sentences one after the other. */
export const join = (sentences: readonly (string | undefined)[], words: Localize): string =>
  words.term(
    'paragraph',
    sentences.filter((one) => one !== undefined),
  );

/** A notice as a screen reader tells it. */
export const inOneBreath = ({ meanwhile, title, why }: Notice, words: Localize): string =>
  join([fullStop(title, words), why, meanwhile], words);

function whoHearsWhom(
  { own, far: farSide, problem }: SessionSnapshot,
  far: string,
  words: Localize,
): string {
  const seen = own.picture !== undefined && !own.held && !own.cameraPaused;
  const muted = own.muted || own.microphonePaused || problem?.code === 'silent';
  const seeing = farSide.picture !== undefined;
  const noCamera = own.picture ? undefined : words.term('noCamera');
  if (!muted && !farSide.muted && seen === seeing) {
    return seen
      ? words.term('bothSeeAndHear', far)
      : join([words.term('bothHear', far), noCamera], words);
  }
  const given = muted
    ? words.term(seen ? 'youAreMutedAndSeen' : 'youAreMuted', far)
    : words.term(seen ? 'farSeesAndHearsYou' : seeing ? 'farOnlyHearsYou' : 'farHearsYou', far);
  const got = farSide.muted
    ? words.term(seeing ? 'farMutedAndSeen' : 'farMuted', far)
    : words.term(seeing ? 'youSeeAndHear' : 'youHear', far);
  const order = seeing && !muted ? [got, given] : [given, got];
  if (!seeing && noCamera) order.push(noCamera);
  return join(
    order.map((one) => sentence(one, words)),
    words,
  );
}

function endOf({ lastEnd }: CallState, far: string, words: Localize): Said | undefined {
  if (!lastEnd) return undefined;
  const spoken = lastEnd.duration > 0;
  return {
    tone: 'quiet',
    title: sentence(endTitle(lastEnd, far, words), words),
    sentence: spoken ? words.term('devicesOff') : undefined,
  };
}

function endTitle({ by, caller, duration, reason }: CallEnd, far: string, words: Localize): string {
  const own = by === 'self';
  const missed = caller === 'far';
  const time = clockTime(duration);
  switch (reason) {
    case 'hung-up':
      return own ? words.term('endedBySelf', time) : words.term('endedByFar', far, time);
    case 'declined':
      return words.term(own ? 'declinedBySelf' : 'declinedByFar', far);
    case 'cancelled':
      return own ? words.term('cancelledBySelf') : words.term('cancelledByFar', far);
    case 'no-answer':
      return words.term(missed ? 'missed' : 'noAnswer', far);
    case 'busy':
      return words.term(missed ? 'calledWhileBusy' : 'busy', far);
    case 'mic-blocked':
      return own ? words.term('ownMicBlocked') : words.term('farMicBlocked', far);
    case 'no-microphone':
      return own ? words.term('ownNoMicrophone') : words.term('farNoMicrophone', far);
    case 'unreachable':
      return words.term(missed ? 'missed' : 'unreachable', far);
    case 'connection-lost':
      return missed && duration === 0
        ? words.term('missed', far)
        : words.term('connectionLost', far, time);
    case 'session-ended':
      return words.term('sessionEnded');
  }
}
