import type { CallErrorCode } from './call-error.js';
import type { Problem } from './snapshot.js';

/** The public code of a problem. */
export function codeOf(problem: Problem): CallErrorCode {
  const { about, code } = problem;
  if (about === 'sound') return 'sound-needs-press';
  if (about !== 'microphone' && about !== 'camera') return code;
  if (code === 'blocked-by-page' || code === 'insecure-page') return code;
  if (code === 'missing') return `no-${about}`;
  return about === 'camera' ? `camera-${code}` : `mic-${code}`;
}
