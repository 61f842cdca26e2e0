import type { JSX as Solid } from 'solid-js';
import type { KitElements } from './elements.js';
import type { Handlers } from './kit.js';

type Prefixed<Properties> = {
  [Name in keyof Properties as `prop:${Name & string}`]: Properties[Name];
};

type Props<Tag extends keyof KitElements> = Solid.HTMLAttributes<KitElements[Tag]['element']> &
  KitElements[Tag]['properties'] &
  Prefixed<KitElements[Tag]['properties']> &
  KitElements[Tag]['attributes'] &
  Handlers<'on:', KitElements[Tag]['events']>;

type SolidElements = { [Tag in keyof KitElements]: Props<Tag> };

declare module 'solid-js' {
  namespace JSX {
    interface IntrinsicElements extends SolidElements {}
  }
}
