import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { KitElements } from './elements.js';
import type { Handlers } from './kit.js';

type Props<Tag extends keyof KitElements> = DetailedHTMLProps<
  HTMLAttributes<KitElements[Tag]['element']>,
  KitElements[Tag]['element']
> &
  KitElements[Tag]['properties'] &
  KitElements[Tag]['attributes'] &
  Handlers<'on', KitElements[Tag]['events']> & { class?: string };

type ReactElements = { [Tag in keyof KitElements]: Props<Tag> };

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends ReactElements {}
  }
}
