import { tokens } from './tokens.styles.js';

let adopted = false;

/**
 * Gives the page the kit's tokens, for hosts that load no `tokens.css`. They weigh nothing
 * (`:where`), so any rule of the host wins.
 */
export function adoptTokens(): void {
  if (adopted || typeof document === 'undefined') return;
  adopted = true;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(tokens);
  document.adoptedStyleSheets.push(sheet);
}
