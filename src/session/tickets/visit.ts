// Where the browser keeps nothing, a reload is another visitor.
const kept = new Map<string, string>();

const keyOf = (url: string): string => `visavis-visit ${url}`;

function attempt<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}

/** 192 bits that nobody guesses. */
const newVisit = (): string =>
  btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(24))))
    .replaceAll('+', '-')
    .replaceAll('/', '_');

/** What whoever gives tickets at that address knows this visitor by: a secret of this tab, the same after a reload. */
export function visitOf(url: string): string {
  const key = keyOf(url);
  const visit = attempt(() => sessionStorage.getItem(key)) ?? kept.get(key) ?? newVisit();
  kept.set(key, visit);
  attempt(() => sessionStorage.setItem(key, visit));
  return visit;
}

/** The chat is over: whoever asks for the next one is somebody else. */
export function forgetVisit(url: string): void {
  kept.delete(keyOf(url));
  attempt(() => sessionStorage.removeItem(keyOf(url)));
}
