/** Browsers that are told in different ways to allow a device. */
export type Browser = 'chrome' | 'edge' | 'firefox' | 'safari' | 'android' | 'iphone' | 'other';

interface UserAgent {
  readonly userAgent: string;
  readonly maxTouchPoints: number;
}

/** Which one this is, for words alone: nothing else in the kit depends on it. */
export function browserOf({ maxTouchPoints, userAgent }: UserAgent): Browser {
  const is = (name: RegExp): boolean => name.test(userAgent);
  // Every browser of an iPhone or iPad is Safari within; an iPad calls itself a Mac.
  const apple = is(/iPhone|iPad/) || (is(/Macintosh/) && maxTouchPoints > 1);
  if (apple) return is(/CriOS|FxiOS|EdgiOS|GSA\//) ? 'other' : 'iphone';
  if (is(/Android/)) return is(/Chrome\//) && !is(/SamsungBrowser|; wv\)/) ? 'android' : 'other';
  if (is(/Firefox\//)) return 'firefox';
  if (is(/Edg\//)) return 'edge';
  if (is(/Chrome\//)) return 'chrome';
  return is(/Safari\//) ? 'safari' : 'other';
}

export const theBrowser = (): Browser => browserOf(navigator);
