import { elementsIn, nameOf } from './flat-tree.js';

/** What cannot be told apart in forced colours: an end, pressed from not, usable from not. */
export const alikeIn = (root: ParentNode): string[] =>
  [...elementsIn(root)]
    .filter((element) => element.matches('.control') && element.checkVisibility())
    .flatMap((element) => {
      const { backgroundColor, borderColor, borderStyle, borderWidth } = getComputedStyle(element);
      const pressed = element.ariaPressed === 'true' && element.ariaDisabled !== 'true';
      const ends = parseFloat(borderWidth) > 0 && (pressed || borderColor !== backgroundColor);
      return [
        ...(ends ? [] : ['no edge']),
        ...(pressed === (backgroundColor === highlight()) ? [] : ['pressed or not']),
        ...((borderStyle === 'dashed') === (element.ariaDisabled === 'true')
          ? []
          : ['usable or not']),
      ].map((fault) => `${nameOf(element)}: ${fault}`);
    });

/** The system colour as the browser gives it now. */
function highlight(): string {
  const probe = document.body.appendChild(document.createElement('span'));
  probe.style.cssText = 'forced-color-adjust: none; color: Highlight';
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}
