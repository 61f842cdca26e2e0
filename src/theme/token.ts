/** What is known of a token. Its value is the page's: `var(--visavis-…)`. */
export interface Token<Name extends string = string> {
  readonly name: Name;
  /** The five of a brand; what exists; what it is for; one element's own. */
  readonly layer: 'brand' | 'reference' | 'semantic' | 'component';
  /** As in the Design Tokens format. */
  readonly type:
    | 'color'
    | 'cubicBezier'
    | 'dimension'
    | 'duration'
    | 'fontFamily'
    | 'fontWeight'
    | 'number'
    | 'shadow';
  readonly description: string;
  /** True: an element works it out, a button from its fill, until a host sets it. */
  readonly unset?: boolean;
  /** It is written on these: at least 4.5:1. */
  readonly readsOn?: readonly Name[];
  /** It has to stand out from these: at least 3:1. */
  readonly showsOn?: readonly Name[];
}
