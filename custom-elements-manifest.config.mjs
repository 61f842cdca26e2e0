import { modulePathResolverPlugin } from '@wc-toolkit/module-path-resolver';
import { typeParserPlugin } from '@wc-toolkit/type-parser';

const inDist = (path, extension) =>
  path.replace(/^\/?src\/(.*)\.(ts|js)$/, (_match, module) => `dist/${module}${extension}`);

export default {
  globs: ['src/elements/*/*.ts', 'src/layouts/*/*.ts', 'src/define/*.ts'],
  exclude: ['src/**/*.test.ts', 'src/**/*.styles.ts'],
  outdir: '.',
  litelement: true,
  // package.json names the manifest itself; the analyzer would rewrite the whole file.
  packagejson: false,
  plugins: [
    typeParserPlugin(),
    modulePathResolverPlugin({
      modulePathTemplate: (path) => inDist(path, '.js'),
      typeDefinitionPathTemplate: (path) => inDist(path, '.d.ts'),
    }),
    publicOnly(),
  ],
};

// What is not for users tells them nothing, and would make the manifest stale with every renaming.
function publicOnly() {
  const isPublic = ({ customElement, name }) => customElement || name.endsWith('Event');
  return {
    name: 'public-only',
    packageLinkPhase({ customElementsManifest: manifest }) {
      for (const module of manifest.modules) {
        module.declarations = module.declarations.filter(isPublic);
        module.exports = module.exports.filter(
          ({ kind, name }) =>
            kind === 'custom-element-definition' ||
            module.declarations.some((declaration) => declaration.name === name),
        );
        for (const declaration of module.declarations) {
          // The analyzer adds a nameless one for each `dispatchEvent(new …)`; the docs name them all.
          declaration.events &&= declaration.events.filter(({ name }) => name);
          declaration.members &&= declaration.members.filter(
            ({ privacy = 'public' }) => privacy === 'public',
          );
        }
      }
      // Sorted, because the disk's own order differs between machines.
      manifest.modules = manifest.modules
        .filter((module) => module.exports.length > 0)
        .sort((a, b) => (a.path < b.path ? -1 : 1));
      // The resolver sees to the elements' own paths, not to references and definitions.
      const published = JSON.stringify(manifest, (key, value) =>
        key === 'path' || key === 'module' ? inDist(value, '.js') : value,
      );
      Object.assign(manifest, JSON.parse(published));
    },
  };
}
