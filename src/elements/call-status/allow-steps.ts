import type { Localize } from '../../i18n/localize.js';
import type { Browser } from './browser.js';

/** How a device that was refused is allowed again. `device` is its name, as the browser shows it. */
export function inThisBrowser(
  browser: Browser,
  device: string,
  words: Localize,
): readonly string[] {
  const allow = words.term('setToAllow', device);
  const again = words.term('comeBack');
  switch (browser) {
    case 'chrome':
      return [words.term('settingsInChrome'), words.term('switchOn', device), again];
    case 'android':
      return [words.term('settingsOnAndroid'), words.term('switchOn', device), again];
    case 'firefox':
      return [
        words.term('settingsInFirefox'),
        words.term('removeBlock', device),
        words.term('allowWhenAsked'),
      ];
    case 'edge':
      return [words.term('settingsInEdge'), allow, again];
    case 'safari':
      return [words.term('settingsInSafari'), allow, again];
    case 'iphone':
      return [words.term('settingsOnIphone'), allow, again];
    case 'other':
      return [words.term('settingsElsewhere'), allow, again];
  }
}

/** How the operating system is told to let the browser have a device. */
export const inSystem = (device: string, words: Localize): readonly string[] => [
  words.term('systemSettings'),
  words.term('letBrowserUse', device),
  words.term('comeBack'),
];
