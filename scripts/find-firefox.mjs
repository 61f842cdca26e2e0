import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = process.platform === 'win32' ? ['firefox.exe'] : ['firefox-esr', 'firefox'];

/** The second engine: `FIREFOX_PATH`, else one on the `PATH`. Undefined where there is none. */
export function findFirefox() {
  const own = process.env.FIREFOX_PATH;
  if (own && !existsSync(own)) throw new Error(`FIREFOX_PATH=${own} does not exist.`);
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const known = folders.flatMap((folder) => names.map((name) => join(folder, name)));
  return own || known.find((path) => existsSync(path));
}

export const noFirefox =
  'no Firefox is installed: install firefox or firefox-esr, or set FIREFOX_PATH';
