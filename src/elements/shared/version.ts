/** The kit's version; `npm run check` compares it with package.json. */
export const version = '0.1.0';
