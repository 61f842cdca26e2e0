import { elementsIn, holds, nameOf, parentOf } from './flat-tree.js';

const interactive = 'button, a[href], input:not([type=hidden]), select, textarea, summary';

/** CSS pixels, each way: WCAG 2.5.5, and more than the 24 of 2.5.8. */
const least = 44;

interface Target {
  readonly element: Element;
  readonly box: DOMRect;
}

/** What can be pressed and is on the screen. The kit's own, and what a story puts beside it. */
export function targetsIn(root: ParentNode): Target[] {
  const all = [...elementsIn(root)];
  // Behind a modal dialog nothing can be pressed.
  const modal = all.find((element) => element.matches(':modal'));
  return (modal ? [...elementsIn(modal)] : all)
    .filter((element) => element.matches(interactive) && element.checkVisibility())
    .filter((element) => !inASentence(element))
    .map((element) => ({ element, box: boxOf(element) }));
}

/** WCAG leaves out a link in a sentence: the height of its line is not its own. */
const inASentence = (element: Element): boolean =>
  element.matches('a') && getComputedStyle(element).display === 'inline';

/** A field in a label is pressed by the label too. */
const boxOf = (element: Element): DOMRect =>
  (element.closest('label') ?? element).getBoundingClientRect();

/** The shorter side of the smallest target, in pixels; undefined where there is none. */
export const smallestOf = (targets: readonly Target[]): number | undefined =>
  targets.length === 0
    ? undefined
    : Math.min(...targets.map(({ box }) => Math.min(box.width, box.height)));

/** What is wrong with these targets: too small, on top of each other, or out of reach. */
export function faultsOf(targets: readonly Target[]): string[] {
  const found: string[] = [];
  for (const [index, { box, element }] of targets.entries()) {
    // Half a pixel: positions are fractions on a zoomed page.
    if (Math.min(box.width, box.height) < least - 0.5)
      found.push(`${nameOf(element)} is ${box.width} × ${box.height}`);
    for (const other of targets.slice(index + 1))
      if (overlap(box, other.box) && shareALayer(element, other.element))
        found.push(`${nameOf(element)} lies on ${nameOf(other.element)}`);
    if (!reachable(element)) found.push(`${nameOf(element)} is covered or cut off`);
  }
  return found;
}

const overlap = (a: DOMRect, b: DOMRect): boolean =>
  Math.min(a.right, b.right) - Math.max(a.left, b.left) > 0.5 &&
  Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 0.5;

/** Two in the same scrolling area; one scrolled out of sight may have the same place as another. */
const shareALayer = (a: Element, b: Element): boolean => scrollerOf(a) === scrollerOf(b);

function scrollerOf(element: Element): Element | undefined {
  for (let at = parentOf(element); at; at = parentOf(at)) {
    if (!(at instanceof Element)) continue;
    if (at.matches('[popover]:popover-open') || getComputedStyle(at).overflowY !== 'visible')
      return at;
  }
  return undefined;
}

/** Whether a press on its middle arrives, once it is scrolled to. */
function reachable(element: Element): boolean {
  element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  const { left, top, width, height } = element.getBoundingClientRect();
  const hit = hitAt(left + width / 2, top + height / 2);
  // Its words may be the host's own: text in a slot is hit as the host.
  return hit !== null && (holds(element, hit) || hit === hostOf(element));
}

function hostOf(element: Element): Element | undefined {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : undefined;
}

/** The innermost element at a place in the window. */
function hitAt(x: number, y: number, root: DocumentOrShadowRoot = document): Element | null {
  const hit = root.elementFromPoint(x, y);
  return hit?.shadowRoot && hit.shadowRoot !== root ? (hitAt(x, y, hit.shadowRoot) ?? hit) : hit;
}
