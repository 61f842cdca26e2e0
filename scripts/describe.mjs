import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { getWebTypesData } from 'custom-element-jet-brains-integration';
import {
  getVsCodeCssCustomData,
  getVsCodeHtmlCustomData,
} from 'custom-element-vs-code-integration';

/** Writes into dist/ what editors and compilers know the elements by, from custom-elements.json. */
export function describe() {
  const manifest = JSON.parse(readFileSync('custom-elements.json', 'utf8'));

  mkdirSync('dist/types', { recursive: true });
  for (const file of readdirSync('types')) {
    copyFileSync(`types/${file}`, `dist/types/${file}`);
  }
  writeFileSync('dist/types/elements.d.ts', elementTypes(manifest));

  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  const options = { descriptionSrc: 'summary', version };
  const css = JSON.parse(getVsCodeCssCustomData(manifest, options));
  // Two elements may share a token; an editor wants it once.
  css.properties = [...new Map(css.properties.map((its) => [its.name, its])).values()];
  write('vscode.css-custom-data.json', css);
  write('vscode.html-custom-data.json', JSON.parse(getVsCodeHtmlCustomData(manifest, options)));
  write('web-types.json', JSON.parse(getWebTypesData(manifest, options)));
}

function write(file, data) {
  const text = JSON.stringify(data, undefined, 2);
  // What has no default value is said to have the default "undefined".
  writeFileSync(`dist/${file}`, text.replaceAll(' _(default: undefined)_', ''));
}

function elementTypes(manifest) {
  const elements = manifest.modules
    .flatMap(({ declarations }) => declarations)
    .filter(({ tagName }) => tagName);
  return `\
// Generated from custom-elements.json by \`npm run build\`.
import type {
${elements.map(({ name }) => `  ${name},`).join('\n')}
} from '../index.js';
import type { Kit } from './kit.js';

/** The kit's elements by tag. */
export interface KitElements {
${elements.map(elementType).join('\n')}
}
`;
}

function elementType({ name, tagName, attributes = [], members = [], events = [] }) {
  const settable = members.filter((its) => its.kind === 'field' && !its.static && !its.readonly);
  const renamed = attributes.filter((its) => its.name !== its.fieldName);
  const oneOf = (all) => all.map((its) => `'${its.name}'`).join(' | ') || 'never';
  return `\
  '${tagName}': Kit<
    ${name},
    ${oneOf(settable)},
    { ${renamed.map((its) => `${its.fieldName}: '${its.name}'`).join('; ')} },
    ${oneOf(events)}
  >;`;
}
