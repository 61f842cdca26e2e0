import { CallError } from '../../session/call-error.js';

/**
 * Runs a command for a press. A `CallError` is not lost: it is in the session's snapshot, where
 * `<call-status>` puts it into words, and `<chat-session>` tells the host.
 */
export function attempt(command: Promise<void> | undefined): void {
  command?.catch((error: unknown) => {
    if (!(error instanceof CallError)) throw error;
  });
}
