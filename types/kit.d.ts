/**
 * What a host sees of an element. `Names` maps properties to attributes that are called otherwise.
 */
export interface Kit<
  Element,
  Property extends keyof Element,
  Names extends Partial<Record<Property, string>>,
  EventName extends keyof HTMLElementEventMap,
> {
  element: Element;
  properties: Partial<Pick<Element, Property>>;
  attributes: {
    [
      Name in keyof Element as Name extends keyof Names ? Names[Name] & string : never
    ]?: Element[Name];
  };
  events: {
    [Name in EventName]: HTMLElementEventMap[Name] & { readonly currentTarget: Element };
  };
}

/** A handler for each event, under the name that a framework knows it by. */
export type Handlers<Prefix extends string, Events> = {
  [Name in keyof Events & string as `${Prefix}${Name}`]?: (event: Events[Name]) => void;
};
