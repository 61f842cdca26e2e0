import { expect } from '@open-wc/testing';
import { type Browser, browserOf } from './browser.js';

const webkit = 'AppleWebKit/537.36 (KHTML, like Gecko)';
const chrome = `Chrome/143.0.0.0`;
const safari = 'AppleWebKit/605.1.15 (KHTML, like Gecko)';

const known: readonly [Browser, string, string, touch?: number][] = [
  [
    'chrome',
    'Chrome on Windows',
    `(Windows NT 10.0; Win64; x64) ${webkit} ${chrome} Safari/537.36`,
  ],
  [
    'chrome',
    'Chrome on a Mac',
    `(Macintosh; Intel Mac OS X 10_15_7) ${webkit} ${chrome} Safari/537.36`,
  ],
  [
    'edge',
    'Edge on Windows',
    `(Windows NT 10.0; Win64; x64) ${webkit} ${chrome} Safari/537.36 Edg/143.0.0.0`,
  ],
  ['firefox', 'Firefox on Linux', '(X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0'],
  [
    'safari',
    'Safari on a Mac',
    `(Macintosh; Intel Mac OS X 10_15_7) ${safari} Version/26.0 Safari/605.1.15`,
  ],
  [
    'android',
    'Chrome on Android',
    `(Linux; Android 10; K) ${webkit} ${chrome} Mobile Safari/537.36`,
  ],
  [
    'iphone',
    'Safari on an iPhone',
    `(iPhone; CPU iPhone OS 18_6 like Mac OS X) ${safari} Version/26.0 Mobile/15E148 Safari/604.1`,
  ],
  [
    'iphone',
    'Safari on an iPad',
    `(Macintosh; Intel Mac OS X 10_15_7) ${safari} Version/26.0 Safari/605.1.15`,
    5,
  ],
  [
    'other',
    'Chrome on an iPhone',
    `(iPhone; CPU iPhone OS 18_6 like Mac OS X) ${safari} CriOS/143.0 Mobile/15E148 Safari/604.1`,
  ],
  [
    'other',
    'Samsung Internet',
    `(Linux; Android 10; K) ${webkit} SamsungBrowser/28.0 ${chrome} Mobile Safari/537.36`,
  ],
  ['other', 'Firefox on Android', '(Android 15; Mobile; rv:145.0) Gecko/145.0 Firefox/145.0'],
  [
    'other',
    'an app that shows a page',
    `(Linux; Android 15; Pixel 9; wv) ${webkit} Version/4.0 ${chrome} Mobile Safari/537.36`,
  ],
  ['other', 'nothing it knows', '(Unknown)'],
];

describe('the browser, for words alone', () => {
  for (const [browser, name, userAgent, maxTouchPoints = 0] of known) {
    it(`is ${browser} for ${name}`, () => {
      expect(browserOf({ userAgent: `Mozilla/5.0 ${userAgent}`, maxTouchPoints })).to.equal(
        browser,
      );
    });
  }
});
