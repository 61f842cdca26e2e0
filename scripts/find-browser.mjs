import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** Fake camera and microphone; the browser still asks (and a test decides what it answers). */
export const fakeDeviceArgs = [
  '--no-sandbox',
  '--disable-dev-shm-usage',
  '--use-fake-device-for-media-stream',
  '--autoplay-policy=no-user-gesture-required',
];

/** The same, and every request for a device is granted. */
export const fakeMediaArgs = [...fakeDeviceArgs, '--use-fake-ui-for-media-stream'];

const programFiles = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
  .map((name) => process.env[name])
  .filter(Boolean);

const installed = [
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ...programFiles.flatMap((folder) => [
    `${folder}\\Google\\Chrome\\Application\\chrome.exe`,
    `${folder}\\Microsoft\\Edge\\Application\\msedge.exe`,
  ]),
];

/**
 * The browser that every suite runs in: `CHROME_PATH`, else an installed Chrome, Chromium or Edge,
 * else the one that comes with npm. `VISAVIS_BROWSER=bundled` asks for the last.
 *
 * @returns {Promise<{ path: string, env: Record<string, string>, bundled: boolean }>} `env` has to
 *   be added to the environment the browser is launched with.
 */
export async function findBrowser() {
  if (process.env.VISAVIS_BROWSER === 'bundled') return bundledBrowser();
  const own = process.env.CHROME_PATH;
  if (own && !existsSync(own)) throw new Error(`CHROME_PATH=${own} does not exist.`);
  const path = own || installed.find((candidate) => existsSync(candidate));
  return path ? { path, env: {}, bundled: false } : bundledBrowser();
}

/** What Puppeteer and Playwright both take. */
export async function launchOptions(args = fakeMediaArgs) {
  const { path, env } = await findBrowser();
  return { executablePath: path, env: { ...process.env, ...env }, args };
}

async function bundledBrowser() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('No Chrome, Chromium or Edge found: install one, or set CHROME_PATH.');
  }
  const home = fileURLToPath(new URL('../node_modules/.cache/visavis-chromium', import.meta.url));
  if (!existsSync(home)) await unpack(home);
  return {
    path: `${home}/chromium`,
    env: {
      LD_LIBRARY_PATH: [`${home}/al2023/lib`, process.env.LD_LIBRARY_PATH]
        .filter(Boolean)
        .join(':'),
      FONTCONFIG_FILE: `${home}/fonts.conf`,
    },
    bundled: true,
  };
}

// The package unpacks into the temporary folder, and takes any `chromium` it meets there for its
// own, be it half written. So it gets a fresh folder, which is renamed once it is complete.
async function unpack(home) {
  const fresh = `${home}-${process.pid}`;
  await mkdir(fresh, { recursive: true });
  const script = `
    const { default: chromium } = await import('@sparticuz/chromium');
    await chromium.executablePath();`;
  await execute(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: new URL('..', import.meta.url),
    // Where the second name is set it also unpacks libnss3 and its kin, which a bare machine lacks.
    env: { ...process.env, TMPDIR: fresh, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' },
  });
  await writeFile(`${fresh}/fonts.conf`, fontConfig(home));
  await rename(fresh, home).catch(() => rm(fresh, { recursive: true })); // another run was first
}

const fontConfig = (home) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>/usr/share/fonts</dir>
  <dir>${home}/fonts</dir>
  <cachedir>${home}/fonts-cache</cachedir>
</fontconfig>
`;
