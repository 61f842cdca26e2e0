import type { NetworkTerms } from './terms.js';

const grades = { 1: 'very poor', 2: 'poor', 3: 'fair', 4: 'good', 5: 'excellent' };

/** English for what there is to say of the path of a call. */
export const enNetwork: NetworkTerms = {
  ownNetwork: (level) => `Your connection is ${grades[level]}`,
  farNetwork: (far, level) => `${far}’s connection is ${grades[level]}`,
  takesLong: 'This takes long. You can keep waiting, hang up, or keep typing.',
  pictureHeld: (far) =>
    `Your connection is too slow for your picture: ${far} does not see it. It returns by itself.`,
};
