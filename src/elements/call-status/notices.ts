import type { Localize } from '../../i18n/localize.js';
import type { DeviceFailure } from '../../ports/devices.js';
import type { LinkFailure } from '../../ports/link.js';
import type { Problem } from '../../session/snapshot.js';
import { sentence } from '../shared/far-name.js';

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

type Words = readonly [title: string, why: string, steps?: string];

/** The notice for a problem; undefined for one that the status line says well enough. */
export function noticeOf(problem: Problem, far: string, words: Localize): Notice | undefined {
  const { about } = problem;
  const tryAgain = words.term('tryAgain');
  switch (problem.about) {
    case 'microphone': {
      const [title, why, steps] = microphone(problem.code, words);
      const meanwhile = problem.farKnows ? sentence(words.term('farKnows', far), words) : undefined;
      return { about, title, why, ...stepsOf(steps), meanwhile, retry: tryAgain };
    }
    case 'camera': {
      const [title, why, steps] = camera(problem.code, words);
      return {
        about,
        title,
        why,
        ...stepsOf(steps),
        meanwhile: words.term('callGoesOn', far),
        retry: tryAgain,
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

const stepsOf = (steps: string | undefined): { steps?: readonly string[] } =>
  steps ? { steps: steps.split('\n') } : {};

function microphone(failure: DeviceFailure, words: Localize): Words {
  switch (failure) {
    case 'blocked':
      return [words.term('micBlocked'), words.term('micBlockedWhy'), words.term('micBlockedSteps')];
    case 'missing':
      return [words.term('micMissing'), words.term('micMissingWhy')];
    case 'busy':
      return [words.term('micBusy'), words.term('micBusyWhy')];
    case 'failed':
      return [words.term('micFailed'), words.term('micFailedWhy')];
    case 'blocked-by-page':
    case 'insecure-page':
      return page(failure, words);
  }
}

function camera(failure: DeviceFailure, words: Localize): Words {
  switch (failure) {
    case 'blocked':
      return [
        words.term('cameraBlocked'),
        words.term('cameraBlockedWhy'),
        words.term('cameraBlockedSteps'),
      ];
    case 'missing':
      return [words.term('cameraMissing'), words.term('cameraMissingWhy')];
    case 'busy':
      return [words.term('cameraBusy'), words.term('cameraBusyWhy')];
    case 'failed':
      return [words.term('cameraFailed'), words.term('cameraFailedWhy')];
    case 'blocked-by-page':
    case 'insecure-page':
      return page(failure, words);
  }
}

const page = (failure: 'blocked-by-page' | 'insecure-page', words: Localize): Words =>
  failure === 'insecure-page'
    ? [words.term('insecurePage'), words.term('insecurePageWhy')]
    : [words.term('pageForbids'), words.term('pageForbidsWhy')];

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
    case 'unsupported':
      return { about, title: words.term('unsupported'), why: words.term('unsupportedWhy') };
    case 'far-absent':
      return undefined;
  }
}
