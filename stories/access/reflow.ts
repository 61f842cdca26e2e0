import { elementsIn, nameOf } from './flat-tree.js';

/** WCAG 1.4.12: what a reader may ask for, on every element, in shadow trees too. */
const spacing = new CSSStyleSheet();
spacing.replaceSync(`* {
  line-height: 1.5 !important;
  letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important;
}
p { margin-block-end: 2em !important; }`);

/** Spreads out the text, and gives back what puts it together again. */
export function spreadText(): () => void {
  const roots = [document, ...shadowRoots()];
  for (const root of roots) root.adoptedStyleSheets.push(spacing);
  return () => {
    for (const root of roots)
      root.adoptedStyleSheets = root.adoptedStyleSheets.filter((sheet) => sheet !== spacing);
  };
}

const shadowRoots = (): ShadowRoot[] =>
  [...elementsIn(document.body)].flatMap(({ shadowRoot }) => shadowRoot ?? []);

/** What spills sideways, so that one would have to scroll both ways, and what is cut off. */
export function spillsIn(root: HTMLElement): string[] {
  const found: string[] = [];
  const page = document.documentElement;
  if (page.scrollWidth > page.clientWidth)
    found.push(`the page is ${page.scrollWidth} px wide in ${page.clientWidth}`);
  for (const element of elementsIn(root)) {
    const style = getComputedStyle(element);
    // For screen readers alone, or cut short on purpose by the host's page.
    if (style.clipPath !== 'none' || style.textOverflow === 'ellipsis') continue;
    if (style.overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1)
      found.push(`${nameOf(element)} is ${element.scrollWidth} px wide in ${element.clientWidth}`);
    if (
      ['hidden', 'clip'].includes(style.overflowY) &&
      element.scrollHeight > element.clientHeight + 1
    )
      found.push(
        `${nameOf(element)} is ${element.scrollHeight} px high in ${element.clientHeight}`,
      );
  }
  return found;
}
