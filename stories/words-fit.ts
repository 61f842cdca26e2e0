/** Half a pixel of rounding on each side. */
const slack = 1;
/** A line may be lower than its letters' boxes, which have room for accents that are not there. */
const lineSlack = 5;

/**
 * Where words do not fit, in words: cut off by a box that scrolls no way to them, or spilling
 * sideways out of the box they stand in or out of the window. Looks through shadow roots and slots.
 */
export function wordsThatDoNotFit(root: Element): string[] {
  return [...textsIn(root)].flatMap((text) => {
    const trouble = troubleOf(text);
    return trouble ? [`“${text.data.trim()}” ${trouble}`] : [];
  });
}

function* textsIn(node: Node): Generator<Text> {
  if (node instanceof Text) {
    if (node.data.trim() && isShown(node)) yield node;
    return;
  }
  const element = node as Element;
  for (const child of (element.shadowRoot ?? element).childNodes) yield* textsIn(child);
}

function isShown(text: Text): boolean {
  const element = parentOf(text);
  // What only screen readers get is cut off on purpose; so are a long message until it is opened, and the
  // name of a file, of which its ending always shows.
  return (
    element !== null &&
    // Not laid out while it is out of sight.
    element.checkVisibility({ contentVisibilityAuto: true }) &&
    !element.closest('.sr, .cut, .cut-short, style, script')
  );
}

/** As it is shown: through slots and out of shadow roots. */
function parentOf(node: Node): Element | null {
  const parent = (node as Element).assignedSlot ?? node.parentNode;
  if (parent instanceof ShadowRoot) return parent.host;
  return parent instanceof Element ? parent : null;
}

function troubleOf(text: Text): string | undefined {
  for (const range of rangesOf(text))
    for (const line of range.getClientRects()) {
      const trouble = troubleOfLine(line, text);
      if (trouble) return trouble;
    }
  return undefined;
}

/** All of it; or its words alone, where spaces are kept: those at the end of a line hang out of the box, unseen. */
function* rangesOf(text: Text): Generator<Range> {
  const range = document.createRange();
  range.selectNodeContents(text);
  const parent = parentOf(text);
  if (!parent || !getComputedStyle(parent).whiteSpace.startsWith('pre')) {
    yield range;
    return;
  }
  for (const { 0: word, index } of text.data.matchAll(/\S+/g)) {
    range.setStart(text, index);
    range.setEnd(text, index + word.length);
    yield range;
  }
}

function troubleOfLine(line: DOMRect, text: Text): string | undefined {
  if (line.left < -slack || line.right > innerWidth + slack) return 'spills out of the window';
  let [across, down] = [true, true];
  let inFlow = true;
  for (let box = parentOf(text); box; box = parentOf(box)) {
    const { display, overflowX, overflowY, position } = getComputedStyle(box);
    // One can scroll to what lies further down, never to what lies further aside.
    if (overflowY === 'auto' || overflowY === 'scroll') down = false;
    if (display !== 'inline' && display !== 'contents') {
      const at = box.getBoundingClientRect();
      const cuts = overflowX !== 'visible' || overflowY !== 'visible';
      if (inFlow || cuts) {
        const name = nameOf(box);
        if (across && (line.left < at.left - slack || line.right > at.right + slack))
          return `spills sideways out of ${name}`;
        if (down && (line.top < at.top - lineSlack || line.bottom > at.bottom + lineSlack))
          return `is cut off by ${name}`;
      }
    }
    // Boxes around something that lies elsewhere, such as a tooltip, do not hold it.
    if (position === 'fixed') across = down = false;
    inFlow &&= position !== 'absolute';
  }
  return undefined;
}

const nameOf = (box: Element): string =>
  `<${box.localName}${box.classList.length > 0 ? ` class="${box.classList.value}"` : ''}>`;
