import type { ArgTypes, InputType } from 'storybook/internal/types';
import manifest from '../custom-elements.json' with { type: 'json' };

/** One attribute, slot, event, part… of an element. */
interface Entry {
  readonly kind?: string | undefined;
  readonly name: string;
  readonly attribute?: string | undefined;
  readonly static?: boolean | undefined;
  readonly description?: string | undefined;
  readonly default?: string | undefined;
  readonly type?: { readonly text: string } | undefined;
}

interface Declaration {
  readonly tagName?: string | undefined;
  readonly summary?: string | undefined;
  readonly members?: readonly Entry[] | undefined;
  readonly attributes?: readonly Entry[] | undefined;
  readonly slots?: readonly Entry[] | undefined;
  readonly events?: readonly Entry[] | undefined;
  readonly cssProperties?: readonly Entry[] | undefined;
  readonly cssParts?: readonly Entry[] | undefined;
  readonly cssStates?: readonly Entry[] | undefined;
}

const declarations: readonly Declaration[] = manifest.modules.flatMap(
  (module): readonly Declaration[] => module.declarations,
);

const declarationOf = (tag: string): Declaration | undefined =>
  declarations.find(({ tagName }) => tagName === tag);

export const summaryOf = (tag: string): string | undefined => declarationOf(tag)?.summary;

/**
 * What the manifest says of an element, as rows of its docs. Storybook's own reading leaves out
 * default slots and states, and mixes up things of the same name.
 */
export function argTypesOf(tag: string): ArgTypes {
  const element = declarationOf(tag);
  if (!element) return {};
  const { attributes, cssParts, cssProperties, cssStates, events, members = [], slots } = element;
  const own = members.filter((member) => !member.static && !member.attribute);
  const is = (kind: string): Entry[] => own.filter((member) => member.kind === kind);
  return {
    ...rows('attributes', attributes, ({ name }) => name),
    ...rows('properties', is('field')),
    ...rows('methods', is('method')),
    ...rows('slots', slots),
    ...rows('events', events),
    ...rows('css custom properties', cssProperties),
    ...rows('css parts', cssParts),
    ...rows('css states', cssStates),
  };
}

// Only attributes go by their bare names: those are what the args of stories are named after.
function rows(
  category: string,
  entries: readonly Entry[] = [],
  keyOf = ({ name }: Entry): string => `${category}: ${name}`,
): ArgTypes {
  return Object.fromEntries(entries.map((entry) => [keyOf(entry), row(category, entry)]));
}

// Storybook offers a control for each of these.
const simpleTypes = [{ name: 'boolean' }, { name: 'string' }, { name: 'number' }] as const;

function row(category: string, entry: Entry): InputType {
  const text = entry.type?.text;
  const simple = simpleTypes.find(({ name }) => name === text);
  return {
    name: entry.name || '(default)',
    ...(entry.description && { description: entry.description }),
    ...(simple && { type: simple }),
    table: {
      category,
      ...(text && { type: { summary: text } }),
      ...(entry.default && { defaultValue: { summary: entry.default } }),
    },
  };
}
