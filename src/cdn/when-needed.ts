// A session says so when a chat becomes active, or when something keeps it from that.
const signs = ['chat-change', 'call-error'] as const;

/** Loads the elements that show nothing before a chat is active: a page without one stays light. */
export function defineWhenNeeded(): void {
  for (const sign of signs) document.addEventListener(sign, define, { capture: true });
}

function define(): void {
  import('./in-call.js').then(
    () => {
      for (const sign of signs) document.removeEventListener(sign, define, { capture: true });
    },
    // The session says what the matter is; its next sign tries again.
    (error: unknown) => console.warn('visavis: elements could not be loaded:', error),
  );
}
