import './ensure-installed.mjs';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { buildServer } from './build-server.mjs';
import { findBrowser } from './find-browser.mjs';
import { findFirefox, noFirefox } from './find-firefox.mjs';
import { nodeTests } from './node-tests.mjs';
import { root, run } from './run.mjs';
import { ofOurOwn, ofPlaywright, ofVitest } from './test-results.mjs';

// Each suite's own reporter writes <name>.json; `read` understands it.
const results = `${root}node_modules/.cache/visavis/results`;
mkdirSync(results, { recursive: true });
const faultFolders = ['e2e/faults', 'e2e/abuse', 'e2e/server'];
// Each renews its own figures, and then the page of them all.
const noFigures = (suite) => () => {
  rmSync(`${root}node_modules/.cache/visavis/figures/${suite}`, { recursive: true, force: true });
  return true;
};
const writeFigures = (suite) => () => run('node', 'scripts/figures.mjs', '--anew', suite);
let hosts;
const hostsAreBuilt = async () => (await (hosts ??= run('node', 'scripts/build-hosts.mjs'))) === 0;
const suites = {
  unit: {
    command: ['wtr'],
    read: ofOurOwn,
  },
  stories: {
    command: ['vitest', 'run'],
    read: ofVitest,
  },
  // The quick ones; what `faults` runs is left to it when both are asked for.
  e2e: {
    command: ['playwright', 'test', '--grep-invert', '@long'],
    read: ofPlaywright,
  },
  // Broken networks, dead peers, hostile input: everything, with its figures in e2e/FIGURES.md.
  faults: {
    ready: noFigures('faults'),
    command: ['playwright', 'test', ...faultFolders],
    then: writeFigures('faults'),
    read: ofPlaywright,
  },
  // How long people wait after cuts of every kind, many times each: about as long as all the other faults together.
  cells: {
    ready: noFigures('cells'),
    command: ['playwright', 'test', 'e2e/faults/outage-cells.spec.ts'],
    then: writeFigures('cells'),
    read: ofPlaywright,
  },
  // Of its long cases those that need root, or packages of the system: they skip themselves elsewhere.
  system: {
    without: () => 'its tests lack what they need here, and say so',
    command: [
      ...['playwright', 'test', '--grep', '@long'],
      ...['e2e/faults/namespaces', 'e2e/faults/relay.spec.ts'],
    ],
    read: ofPlaywright,
  },
  // The call with a second engine at one end or at both.
  firefox: {
    ready: noFigures('firefox'),
    without: () => (findFirefox() ? undefined : noFirefox),
    command: ['playwright', 'test', 'e2e/firefox'],
    then: writeFigures('firefox'),
    read: ofPlaywright,
  },
  // The signalling server, and the stock one under the same attacks.
  server: {
    ready: () =>
      buildServer().then(
        () => true,
        () => false,
      ),
    command: nodeTests(['server/test'], `${results}/server.json`),
    read: ofOurOwn,
  },
  // What needs the packages of examples/: types and bundlers, then the apps themselves. The bench runs beside them.
  builds: {
    ready: hostsAreBuilt,
    command: nodeTests(['bench', 'examples'], `${results}/builds.json`),
    read: ofOurOwn,
  },
  apps: {
    ready: hostsAreBuilt,
    command: ['playwright', 'test', '--config', 'examples/playwright.config.ts'],
    read: ofPlaywright,
  },
};
const groups = { kit: ['unit', 'stories', 'e2e', 'server'], hosts: ['builds', 'apps'] };

const given = process.argv.slice(2);
const asked = (given.length > 0 ? given : ['kit']).flatMap((name) => groups[name] ?? name);
const unknown = asked.filter((name) => !Object.hasOwn(suites, name));
if (unknown.length > 0) {
  const known = [...Object.keys(suites), ...Object.keys(groups)];
  console.error(`No such suite: ${unknown.join(', ')}. There are: ${known.join(', ')}.`);
  process.exit(1);
}
const names = Object.keys(suites).filter((name) => asked.includes(name));

try {
  const { path } = await findBrowser();
  console.log(`Browser: ${path}`);
} catch (error) {
  console.error(error.message);
  finish(names.map((name) => ({ name, ...broken('has no browser to run in') })));
}

// For playwright.config.ts.
if (names.includes('faults')) process.env.VISAVIS_NOT_IN_E2E = faultFolders.join(',');

const outcomes = [];
for (const name of names) outcomes.push({ name, ...(await outcomeOf(name)) });
finish(outcomes);

async function outcomeOf(name) {
  const { command, read, ready, then, without } = suites[name];
  const file = `${results}/${name}.json`;
  rmSync(file, { force: true });
  console.log(`\n── ${name}: ${command.join(' ')}\n`);
  if (ready && !(await ready())) return broken('could not be made ready');
  process.env.VISAVIS_SUITE = name;
  const code = await run(...command);
  if (then && (await then()) !== 0) return broken('could not write what it measured');
  let counts;
  try {
    counts = read(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return broken(`left no results and ended with code ${code}`);
  }
  const lacking = without?.();
  if (lacking && code === 0 && counts.passed + counts.failed === 0) {
    return { ...counts, reason: `was skipped: ${lacking}` };
  }
  if (counts.passed + counts.failed === 0) return broken('ran no tests');
  if (code !== 0 && counts.failed === 0) {
    return { ...broken(`ended with code ${code}`), passed: counts.passed };
  }
  return counts;
}

// Counted as one failure: a suite that breaks outside its tests must not read as "0 failed".
function broken(reason) {
  return { passed: 0, failed: 1, skipped: 0, reason };
}

function finish(all) {
  // Once more at the end: a long run's own words have scrolled away by then.
  for (const { name, failures = [] } of all) {
    for (const { test, why } of failures) {
      console.log(`\n✘ ${name}: ${test}\n${why.replace(/^/gm, '    ')}`);
    }
  }
  console.log('');
  for (const { name, passed, failed, skipped, reason } of all) {
    const counts = `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`;
    console.log(`${name.padEnd(8)} ${counts}${reason ? ` (the suite ${reason})` : ''}`);
  }
  const sum = (key) => all.reduce((total, outcome) => total + outcome[key], 0);
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
  process.exit(sum('failed') > 0 ? 1 : 0);
}
