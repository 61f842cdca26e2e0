/** Every element that a person meets under this one, shadow trees included, in no special order. */
export function* elementsIn(root: ParentNode): Generator<Element> {
  for (const element of root.querySelectorAll('*')) {
    yield element;
    if (element.shadowRoot) yield* elementsIn(element.shadowRoot);
  }
}

/** Whether this one holds that one, as it is laid out: slots and shadow trees included. */
export function holds(outer: Element, inner: Element): boolean {
  for (let at: Node | null = inner; at; at = parentOf(at)) if (at === outer) return true;
  return false;
}

export const parentOf = (node: Node): Node | null =>
  (node instanceof Element ? node.assignedSlot : null) ??
  (node instanceof ShadowRoot ? node.host : node.parentNode);

/** An element in a few characters, for a failure: `mic-toggle › button.control.toggle`. */
export function nameOf(element: Element): string {
  const root = element.getRootNode();
  const host = root instanceof ShadowRoot ? `${root.host.localName} › ` : '';
  const classes = [...element.classList].map((name) => `.${name}`).join('');
  return `${host}${element.localName}${classes}`;
}
