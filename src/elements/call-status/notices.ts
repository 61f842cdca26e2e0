import type { Localize } from '../../i18n/localize.js';
import type { LinkFailure } from '../../ports/link.js';
import type { Problem } from '../../session/snapshot.js';
import { sentence } from '../shared/far-name.js';
import { inSystem, inThisBrowser } from './allow-steps.js';
import { theBrowser } from './browser.js';

/** A problem in words: what happened, why, what to do. */
export interface Notice {
  readonly title: string;
  readonly why: string;
  readonly steps?: readonly string[];
  /** What it means for the person at the other end. */
  readonly meanwhile?: string | undefined;
  /** The way back; undefined where trying again cannot help or goes on by itself. */
  readonly retry?: string | undefined;
  readonly about: Problem['about'];
}

type DeviceProblem = Extract<Problem, { about: 'microphone' | 'camera' }>;
type Words = readonly [title: string, why: string, steps?: readonly string[]];

// What mends itself, or is mended already.
const withoutRetry: readonly Problem['code'][] = ['unanswered', 'paused', 'replaced', 'silent'];

/** The notice for a problem; undefined for one that the status line says well enough. */
export function noticeOf(problem: Problem, far: string, words: Localize): Notice | undefined {
  const { about } = problem;
  const tryAgain = words.term('tryAgain');
  switch (problem.about) {
    case 'microphone':
    case 'camera': {
      const [title, why, steps] = device(problem, far, words);
      return {
        about,
        title,
        why,
        ...(steps && { steps }),
        meanwhile: meanwhileOf(problem, far, words),
        retry: withoutRetry.includes(problem.code) ? undefined : tryAgain,
      };
    }
    case 'sound':
      return {
        about,
        title: words.term('soundBlocked', far),
        why: words.term('soundBlockedWhy'),
        retry: words.term('hearNow', far),
      };
    case 'call':
      return {
        about,
        title: words.term('inAnotherCall'),
        why: words.term('inAnotherCallWhy'),
        retry: tryAgain,
      };
    case 'link':
      return link(problem.code, far, words);
    case 'setup':
      return { about, title: words.term('setup'), why: words.term('setupWhy') };
  }
}

function meanwhileOf(problem: DeviceProblem, far: string, words: Localize): string | undefined {
  if (problem.about === 'camera') return words.term('callGoesOn', far);
  return problem.farKnows ? sentence(words.term('farKnows', far), words) : undefined;
}

function device(problem: DeviceProblem, far: string, words: Localize): Words {
  const { about, code } = problem;
  const label = words.term(about);
  switch (code) {
    case 'blocked-by-page':
      return [words.term('pageForbids'), words.term('pageForbidsWhy')];
    case 'insecure-page':
      return [words.term('insecurePage'), words.term('insecurePageWhy')];
    case 'dismissed':
      return [words.term('questionClosed'), words.term('questionClosedWhy', label)];
    case 'blocked-by-system':
      return [
        words.term('systemBlocks'),
        words.term('systemBlocksWhy', label),
        inSystem(label, words),
      ];
    case 'unanswered':
      return [
        words.term('unanswered'),
        words.term('unansweredWhy', label),
        words.term('unansweredSteps').split('\n'),
      ];
    default:
      return about === 'microphone' ? microphone(problem, far, words) : camera(code, words);
  }
}

function microphone(
  { code, device: other = '' }: Extract<Problem, { about: 'microphone' }>,
  far: string,
  words: Localize,
): Words {
  const label = words.term('microphone');
  switch (code) {
    case 'blocked':
      return [
        words.term('micBlocked'),
        words.term('micBlockedWhy'),
        inThisBrowser(theBrowser(), label, words),
      ];
    case 'missing':
      return [words.term('micMissing'), words.term('micMissingWhy')];
    case 'busy':
      return [words.term('micBusy'), words.term('micBusyWhy')];
    case 'replaced':
      return [words.term('micReplaced'), words.term('micReplacedWhy', other || label)];
    case 'paused':
      return [words.term('micPaused'), words.term('pausedWhy')];
    case 'silent':
      return [
        sentence(words.term('micSilent', far), words),
        words.term('micSilentWhy'),
        words.term('micSilentSteps').split('\n'),
      ];
    default:
      return [words.term('micFailed'), words.term('micFailedWhy')];
  }
}

function camera(code: Extract<Problem, { about: 'camera' }>['code'], words: Localize): Words {
  switch (code) {
    case 'blocked':
      return [
        words.term('cameraBlocked'),
        words.term('cameraBlockedWhy'),
        inThisBrowser(theBrowser(), words.term('camera'), words),
      ];
    case 'missing':
      return [words.term('cameraMissing'), words.term('cameraMissingWhy')];
    case 'busy':
      return [words.term('cameraBusy'), words.term('cameraBusyWhy')];
    case 'paused':
      return [words.term('cameraPaused'), words.term('pausedWhy')];
    case 'stopped':
      return [words.term('cameraStopped'), words.term('cameraStoppedWhy')];
    default:
      return [words.term('cameraFailed'), words.term('cameraFailedWhy')];
  }
}

function link(failure: LinkFailure, far: string, words: Localize): Notice | undefined {
  const about = 'link';
  switch (failure) {
    case 'server-unreachable':
      return {
        about,
        title: words.term('serverUnreachable'),
        why: words.term('serverUnreachableWhy'),
        retry: words.term('tryAgain'),
      };
    case 'server-busy':
      return { about, title: words.term('serverBusy'), why: words.term('serverBusyWhy') };
    case 'not-let-in':
      return {
        about,
        title: words.term('notLetIn'),
        why: words.term('notLetInWhy'),
        retry: words.term('tryAgain'),
      };
    case 'no-ticket':
      return {
        about,
        title: words.term('serverUnreachable'),
        why: words.term('noTicketWhy'),
        retry: words.term('tryAgain'),
      };
    case 'session-ended':
      return { about, title: words.term('sessionOver'), why: words.term('sessionOverWhy') };
    case 'id-taken':
      return {
        about,
        title: words.term('idTaken'),
        why: words.term('idTakenWhy'),
        retry: words.term('tryAgain'),
      };
    case 'open-elsewhere':
      return {
        about,
        title: words.term('openElsewhere'),
        why: words.term('openElsewhereWhy'),
        retry: words.term('useHere'),
      };
    case 'no-path':
      return {
        about,
        title: sentence(words.term('noPath', far), words),
        why: words.term('noPathWhy'),
        retry: words.term('tryAgain'),
      };
    case 'flooded':
      return {
        about,
        title: sentence(words.term('flooded', far), words),
        why: words.term('floodedWhy'),
        retry: words.term('tryAgain'),
      };
    case 'unsupported':
      return { about, title: words.term('unsupported'), why: words.term('unsupportedWhy') };
    case 'far-absent':
    // For the developer: the person has a way all the same, or is told that there is none.
    case 'turn-auth':
      return undefined;
  }
}
