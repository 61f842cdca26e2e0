import { modulePathResolverPlugin } from '@wc-toolkit/module-path-resolver';
import ts from 'typescript';

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
    modulePathResolverPlugin({
      modulePathTemplate: (path) => inDist(path, '.js'),
      typeDefinitionPathTemplate: (path) => inDist(path, '.d.ts'),
    }),
    publicOnly(),
    namedValues(),
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

// `Party` says nothing to an editor that offers values: a choice of words is written out.
function namedValues() {
  const program = ts.createProgram(['src/index.ts'], {
    strict: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
  });
  const checker = program.getTypeChecker();
  const index = checker.getSymbolAtLocation(program.getSourceFile('src/index.ts'));
  const classes = new Map(checker.getExportsOfModule(index).map((its) => [its.name, its]));

  function valuesOf(className, property) {
    const element = checker.getAliasedSymbol(classes.get(className));
    const type = checker.getTypeOfSymbol(
      checker.getDeclaredTypeOfSymbol(element).getProperty(property),
    );
    const types = type.isUnion() ? type.types : [type];
    const isChoice = types.every((its) => its.isStringLiteral());
    // Empty is what it is when nobody chose.
    const values = isChoice ? types.map(({ value }) => value).filter(Boolean) : [];
    return values.map((value) => `'${value}'`).sort();
  }

  return {
    name: 'named-values',
    packageLinkPhase({ customElementsManifest: manifest }) {
      const declarations = manifest.modules.flatMap((module) => module.declarations);
      for (const { name, tagName, attributes = [], members = [] } of declarations) {
        if (!tagName) continue;
        if (!classes.has(name)) throw new Error(`src/index.ts does not export ${name}.`);
        for (const described of [...attributes, ...members.filter((its) => its.attribute)]) {
          const values = valuesOf(name, described.fieldName ?? described.name);
          if (values.length > 0) described.type = { text: values.join(' | ') };
        }
      }
    },
  };
}
