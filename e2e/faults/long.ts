/** What differs from another test by its words or its party alone waits for the long half, `npm run test:faults`. */
export const longIf = (alike: boolean): { tag: string[] } => ({ tag: alike ? ['@long'] : [] });
