import { CallError, type CallErrorCode } from './call-error.js';

/** A code with what a developer can do about it: words that are loaded only when something went wrong. */
export async function explain(code: CallErrorCode): Promise<CallError> {
  const message = await import('./advice.js').then(
    ({ advice }) => advice[code],
    () => 'What to do about it could not be loaded; the documentation lists every code.',
  );
  return new CallError(code, message);
}
