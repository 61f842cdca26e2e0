import type { EmitFn, HTMLAttributes, PublicProps } from 'vue';
import type { KitElements } from './elements.js';

// Vue reads `party-name` in a template as `partyName`: the properties cover the attributes.
type Props<Tag extends keyof KitElements> = HTMLAttributes &
  PublicProps &
  KitElements[Tag]['properties'];

type Emit<Events> = EmitFn<{ [Name in keyof Events]: (event: Events[Name]) => void }>;

type VueElements = {
  [Tag in keyof KitElements]: new () => KitElements[Tag]['element'] & {
    $props: Props<Tag>;
    $emit: Emit<KitElements[Tag]['events']>;
  };
};

declare module 'vue' {
  interface GlobalComponents extends VueElements {}
  // What stands in a slot of the kit's may be any element, and Vue's own slots are written otherwise.
  interface HTMLAttributes {
    slot?: string;
  }
}
