import type { ReactiveControllerHost } from 'lit';

/** What there is to say of calls and problems. */
export type Speech = typeof import('./speech.js');

// Milliseconds until it is asked for again.
const retryWait = 4000;

let speech: Speech | undefined;
let failed = false;
let loading: Promise<void> | undefined;
const waiting = new Set<ReactiveControllerHost>();

/**
 * What there is to say of calls and problems, or undefined as long as it is on its way: it comes with
 * a chat, so that a page without one stays light. The host renders again when it is here.
 */
export function speechFor(host: ReactiveControllerHost): Speech | undefined {
  if (speech) return speech;
  waiting.add(host);
  loading ??= load();
  return undefined;
}

/** It could not be loaded; it is asked for again. */
export const speechFailed = (): boolean => failed;

/** Settles when what was asked for is here, or could not be loaded. */
export const speechSettled = (): Promise<void> | undefined => loading;

async function load(): Promise<void> {
  try {
    speech = await import('./speech.js');
    failed = false;
  } catch (error) {
    if (!failed) console.warn('visavis: the words of <call-status> could not be loaded:', error);
    failed = true;
    setTimeout(() => (loading = load()), retryWait);
  }
  for (const host of waiting) host.requestUpdate();
  if (speech) waiting.clear();
}
