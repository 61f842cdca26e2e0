import type { HTMLAttributes } from 'svelte/elements';
import type { KitElements } from './elements.js';
import type { Handlers } from './kit.js';

// Svelte writes a name that is no property as an attribute, and `false` as the word, which is true.
type WithoutFalse<Attributes> = { [Name in keyof Attributes]: Exclude<Attributes[Name], false> };

type Props<Tag extends keyof KitElements> = HTMLAttributes<KitElements[Tag]['element']> &
  KitElements[Tag]['properties'] &
  WithoutFalse<KitElements[Tag]['attributes']> &
  Handlers<'on', KitElements[Tag]['events']>;

type SvelteElements = { [Tag in keyof KitElements]: Props<Tag> };

declare module 'svelte/elements' {
  interface SvelteHTMLElements extends SvelteElements {}
}
