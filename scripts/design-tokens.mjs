// Design Tokens (the W3C community group's format, 2025.10) to CSS. Nothing but strings goes in and
// out: it runs in a browser's tests as well.

/**
 * @typedef {object} ReadToken
 * @property {string} path Its place in the files, such as `color.text`.
 * @property {string} name Its custom property.
 * @property {string} layer
 * @property {string} type
 * @property {unknown} value
 * @property {string} light In CSS.
 * @property {string} about
 * @property {Record<string, unknown>} own What this kit says beyond the format.
 */

const prefix = '--visavis-';
const namespace = 'dev.visavis';
const reference = /\{([^{}"]+)\}/g;

/** Where a theme begins: the page, and any element that carries the attribute. */
const themes = ':where(:root, [data-visavis-theme])';
const contrast = "[data-visavis-theme~='contrast']";

/** What the format cannot say of a token, and this kit can. All in CSS, other tokens in braces. */
const knownExtensions = new Set([
  'css', // a formula; `$value` is then what it comes to as shipped, in light
  'unset', // true: an element works it out until a host sets it; `$value` is what it then comes to
  'dark',
  'contrast',
  'forced-colors',
  'reduced-motion',
  'without-relative-colors',
  'reads-on', // tokens that it is written on: 4.5:1
  'shows-on', // tokens that it has to stand out from: 3:1
]);

const toCss = {
  color: ({ colorSpace, components, alpha = 1 }) => {
    const end = alpha === 1 ? ')' : ` / ${alpha})`;
    if (colorSpace === 'oklch') return `oklch(${components.join(' ')}${end}`;
    if (colorSpace === 'srgb')
      return `rgb(${components.map((c) => Math.round(c * 255)).join(' ')}${end}`;
    throw new Error(`colour space ${colorSpace} is neither oklch nor srgb`);
  },
  dimension: ({ value, unit }) => `${value}${unit}`,
  duration: ({ value, unit }) => `${value}${unit}`,
  number: String,
  fontWeight: String,
  fontFamily: (names) => names.map((name) => (name.includes(' ') ? `'${name}'` : name)).join(', '),
  cubicBezier: (numbers) => `cubic-bezier(${numbers.join(', ')})`,
};

/**
 * Reads layers, each [name, content of its file], from the lowest to the highest. Throws one error
 * that names every token with something wrong in it.
 * @returns {ReadToken[]}
 */
export function readTokens(layers) {
  const problems = [];
  const tokens = new Map();
  for (const [layer, tree] of layers) {
    for (const { path, node, type } of leaves(tree)) {
      const own = node.$extensions?.[namespace] ?? {};
      if (tokens.has(path)) problems.push(`${path}: written twice`);
      if (typeof node.$description !== 'string') problems.push(`${path}: has no $description`);
      for (const key of Object.keys(own)) {
        if (!knownExtensions.has(key)) problems.push(`${path}: unknown extension "${key}"`);
      }
      tokens.set(path, { path, layer, value: node.$value, type, about: node.$description, own });
    }
  }

  const order = layers.map(([layer]) => layer);
  const used = ({ own, value }) => [
    ...new Set(
      [...JSON.stringify([value, withoutPairs(own)]).matchAll(reference)].map(([, to]) => to),
    ),
  ];
  const pairs = ({ own }) =>
    ['reads-on', 'shows-on'].flatMap((key) => (own[key] ?? []).map((to) => to.slice(1, -1)));
  for (const token of tokens.values()) {
    for (const to of [...used(token), ...pairs(token)]) {
      if (!tokens.has(to)) problems.push(`${token.path}: there is no token {${to}}`);
    }
    for (const to of used(token)) {
      if (order.indexOf(tokens.get(to)?.layer) > order.indexOf(token.layer))
        problems.push(`${token.path}: is of the ${token.layer} layer and may not use {${to}}`);
    }
  }
  for (const token of tokens.values()) {
    const circle = circleFrom(token.path, (path) =>
      tokens.has(path) ? used(tokens.get(path)) : [],
    );
    if (circle) problems.push(`${token.path}: refers to itself: ${circle.join(' → ')}`);
    else token.type ??= typeBehind(token, tokens);
    if (!circle && !token.type) problems.push(`${token.path}: has no $type, nor does its group`);
  }
  const read = [...tokens.values()].map((token) => {
    try {
      return { ...token, name: nameOf(token.path), light: lightOf(token) };
    } catch (error) {
      problems.push(`${token.path}: ${error.message}`);
      return token;
    }
  });
  if (problems.length > 0) throw new Error(`The tokens are wrong:\n  ${problems.join('\n  ')}`);
  return read;
}

/**
 * A `$value` that is no reference, as CSS writes it.
 * @returns {string}
 */
export function valueToCss(type, value) {
  if (!toCss[type]) throw new Error(`$type ${type} needs to be written as "css" too`);
  return toCss[type](value);
}

/** The style sheet, with a comment for each token and each layer. */
export function cssOf(tokens, layers) {
  const [brand, ...others] = layers.map(([layer, { $description }]) => {
    const own = tokens.filter((token) => token.layer === layer);
    const lines = own.map(
      (token) => `/* ${token.about} */\n${declare(token, withDark(token.light, token.own.dark))}`,
    );
    return [`/* ── ${layer}: ${$description} ── */`, ...lines].join('\n');
  });
  const inMode = (mode) =>
    tokens
      .filter(({ own }) => own[mode] !== undefined)
      .map((token) => declare(token, ofMode(token.own[mode])))
      .join('\n');
  return `:where(:root) { ${brand} }
${themes} { ${others.join('\n\n')} }

/* ── What the browser can do, and what the person asked for ── */
@supports not (color: color(from red xyz x y z)) { ${themes} { ${inMode('without-relative-colors')} } }
@media (prefers-contrast: more) { ${themes} { ${inMode('contrast')} } }

/* ── The same by attribute ── */
:where([data-visavis-theme~='light']) { color-scheme: light; }
:where([data-visavis-theme~='dark']) { color-scheme: dark; }
:where(${contrast}, ${contrast} [data-visavis-theme]) { ${inMode('contrast')} }

/* ── What comes before both ── */
@media (forced-colors: active) { ${themes} { ${inMode('forced-colors')} } }
@media (prefers-reduced-motion: reduce) { ${themes} { ${inMode('reduced-motion')} } }
`;
}

/** The typed list: what a host, a test or a page of docs can go through. */
export function listOf(tokens) {
  const names = (paths) => paths?.map((path) => nameOf(path.slice(1, -1)));
  const rows = tokens.map(({ about, layer, name, own, type }) => ({
    name,
    layer,
    type,
    description: about,
    unset: own.unset,
    readsOn: names(own['reads-on']),
    showsOn: names(own['shows-on']),
  }));
  return `import type { Token } from './token.js';

export type TokenName = ${rows.map(({ name }) => `'${name}'`).join(' | ')};

/** Every token, from the lowest layer to the highest. */
export const tokens: readonly Token<TokenName>[] = ${JSON.stringify(rows)};
`;
}

function* leaves(group, path = [], inherited = group.$type) {
  for (const [key, node] of Object.entries(group)) {
    if (key.startsWith('$')) continue;
    const here = [...path, key];
    const type = node.$type ?? inherited;
    if ('$value' in node) yield { path: here.join('.'), node, type };
    else yield* leaves(node, here, type);
  }
}

const nameOf = (path) => prefix + path.replaceAll('.', '-');
const withVars = (text) => text.replace(reference, (_all, path) => `var(${nameOf(path)})`);
const declare = ({ name }, value) => `${name}: ${value};`;
const withDark = (light, dark) => (dark ? `light-dark(${light}, ${withVars(dark)})` : light);
const ofMode = (value) =>
  typeof value === 'string' ? withVars(value) : withDark(withVars(value.light), value.dark);

function withoutPairs(own) {
  return Object.entries(own).filter(([key]) => key !== 'reads-on' && key !== 'shows-on');
}

function lightOf({ own, type, value }) {
  if (own.unset) return 'initial';
  if (own.css) return withVars(own.css);
  if (typeof value === 'string') return withVars(value);
  return valueToCss(type, value);
}

function typeBehind({ value }, tokens) {
  const [, path] = /^\{(.+)\}$/.exec(value) ?? [];
  const next = tokens.get(path);
  return next && (next.type ?? typeBehind(next, tokens));
}

function circleFrom(start, next, path = [start]) {
  for (const to of next(path.at(-1))) {
    if (to === start) return [...path, to];
    if (path.includes(to)) continue;
    const circle = circleFrom(start, next, [...path, to]);
    if (circle) return circle;
  }
  return undefined;
}
