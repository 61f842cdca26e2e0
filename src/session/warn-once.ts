/** What this page's console has been told; a test empties it. */
export const warned = new Set<string>();

/** What a developer reads when a file of the kit does not come. */
export const notLoaded = (error: unknown): string =>
  `The kit's own files could not be loaded: ${String(error)}. Still trying.`;

/** Tells the developer: each line once a page, however often it comes to pass. */
export function warnOnce(line: string, ...about: unknown[]): void {
  if (warned.has(line)) return;
  warned.add(line);
  console.warn(`visavis: ${line}`, ...about);
}
