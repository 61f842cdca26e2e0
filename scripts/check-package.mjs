// The package as npm would publish it: each specifier leads somewhere, imports in plain Node and has
// types.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { installPacked } from './packed.mjs';
import { root } from './run.mjs';

const host = `${root}node_modules/.cache/visavis/host`;
const { tarball, files } = installPacked(host);
const { exports, version, 'web-types': webTypes } = readJson('package.json');
const tags = readJson('custom-elements.json').modules.flatMap(({ declarations }) =>
  declarations.flatMap(({ tagName }) => tagName ?? []),
);

// A module of the host, for it is the host that resolves and imports.
writeFileSync(
  `${host}/host.mjs`,
  `export const load = (specifier) => import(specifier);
export const locate = (specifier) => import.meta.resolve(specifier);`,
);
const { load, locate } = await import(pathToFileURL(`${host}/host.mjs`));

const specifiers = Object.entries(exports).flatMap(([subpath, target]) =>
  target ? expand(subpath, target.default ?? target.types ?? target) : [],
);
const under = (folder) => (specifier) => specifier.startsWith(`visavis/${folder}`);
const types = specifiers.filter(under('types/')); // nothing but types
const located = specifiers.filter((its) => !types.includes(its));
for (const specifier of located) {
  assert(existsSync(fileURLToPath(locate(specifier))), `${specifier} leads nowhere`);
}

// Servers import them where there is no DOM; what is in cdn/ is for pages alone.
const modules = located.filter((its) => locate(its).endsWith('.js') && !under('cdn/')(its));
const definitions = modules.filter(under('define'));
const defined = () => tags.filter((tag) => customElements.get(tag));
for (const specifier of modules) if (!definitions.includes(specifier)) await load(specifier);
assert.deepEqual(defined(), [], 'nothing but visavis/define registers tags');
for (const specifier of definitions) await load(specifier);
assert.deepEqual(defined(), tags);

for (const tag of tags) {
  const said = customElements.get(tag).version;
  assert.equal(said, version, 'src/elements/shared/version.ts differs from package.json');
}

for (const known of [
  readJson(webTypes).contributions.html.elements,
  readJson('dist/vscode.html-custom-data.json').tags,
]) {
  assert.deepEqual(
    known.map(({ name }) => name),
    tags,
    'an editor would not know every tag',
  );
}

const entries = [...modules, ...types].map((its) => its.replace('visavis', '.'));
const { status, stdout, stderr } = spawnSync(
  'attw',
  [tarball, '--profile', 'esm-only', '--format', 'ascii', '--entrypoints', ...entries],
  { cwd: root, encoding: 'utf8', shell: process.platform === 'win32' },
);
if (status !== 0) console.error(stdout + stderr);
else console.log(`${specifiers.length} specifiers, ${entries.length} of them with types`);
process.exitCode = status ?? 1;

function readJson(file) {
  return JSON.parse(readFileSync(`${host}/node_modules/visavis/${file}`, 'utf8'));
}

/** The specifiers that an entry of `exports` stands for: one word takes the place of every `*`. */
function expand(subpath, target) {
  const specifier = subpath.replace('.', 'visavis');
  if (!subpath.includes('*')) return [specifier];
  const [before, ...after] = target.replace('./', '').replaceAll('.', '\\.').split('*');
  const pattern = new RegExp(`^${before}(.+)${after.join('\\1')}$`);
  const words = files.flatMap((file) => pattern.exec(file)?.[1] ?? []);
  assert(words.length > 0, `${specifier} leads nowhere`);
  return words
    .filter((word) => exports[subpath.replace('*', word)] !== null)
    .map((word) => specifier.replace('*', word));
}
