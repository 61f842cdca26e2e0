import { type Browser, launch } from 'puppeteer-core';
import { launchOptions } from '../../scripts/find-browser.mjs';
import { findFirefox } from '../../scripts/find-firefox.mjs';

export type Engine = 'Chromium' | 'Firefox';

/** Made-up devices that need no permission, and addresses that the wire can read. */
const preferences = {
  'media.navigator.streams.fake': true,
  'media.navigator.permission.disabled': true,
  'media.autoplay.default': 0,
  'media.peerconnection.ice.loopback': true,
  'media.peerconnection.ice.obfuscate_host_addresses': false,
};

// Playwright drives no Firefox but its own; Puppeteer drives any, and Chromium just the same.
const launched = {
  Chromium: async () => {
    const { args, ...options } = await launchOptions();
    return launch({ ...options, args: [...args, '--disable-features=WebRtcHideLocalIpsWithMdns'] });
  },
  Firefox: () =>
    launch({
      browser: 'firefox',
      executablePath: findFirefox()!,
      extraPrefsFirefox: preferences,
    }),
} satisfies Record<Engine, () => Promise<Browser>>;

/** Each is launched when it is first asked for. */
export class Engines {
  readonly #browsers = new Map<Engine, Promise<Browser>>();

  get(engine: Engine): Promise<Browser> {
    const known = this.#browsers.get(engine);
    if (known) return known;
    const browser = launched[engine]();
    this.#browsers.set(engine, browser);
    return browser;
  }

  async close(): Promise<void> {
    const browsers = await Promise.all(this.#browsers.values());
    await Promise.all(browsers.map((browser) => browser.close()));
  }
}
