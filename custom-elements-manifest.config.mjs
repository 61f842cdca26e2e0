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

// Private members would make the manifest stale with every renaming, and tell nobody anything.
// The resolver above leaves out references between modules, and modules that hold no element.
function publicOnly() {
  return {
    name: 'public-only',
    packageLinkPhase({ customElementsManifest: manifest }) {
      const published = JSON.stringify(manifest, (key, value) => {
        if (key === 'members') return value.filter(({ privacy }) => privacy !== 'private');
        return key === 'path' || key === 'module' ? inDist(value, '.js') : value;
      });
      Object.assign(manifest, JSON.parse(published));
    },
  };
}
