import type { CSSResult, LitElement } from 'lit';
import manifest from '../../custom-elements.json' with { type: 'json' };
import '../../src/define/all.js';
import type { Token, TokenName } from '../../src/index.js';
import { tokens } from '../../src/theme/token-list.js';
import { tokens as sheet } from '../../src/theme/tokens.styles.js';
import { colorsIn } from './contrast.js';

type KitToken = Token<TokenName>;

/** What each token comes to inside `theme`, in words. */
export function valuesIn(theme: HTMLElement): Map<TokenName, string> {
  const colors = colorsIn(
    theme,
    tokens.filter(({ type }) => type === 'color').map(({ name }) => name),
  );
  const probe = theme.appendChild(document.createElement('i'));
  probe.style.cssText = 'position: absolute; visibility: hidden';
  const computed = getComputedStyle(probe);
  const valueOf = ({ name, type }: KitToken): string => {
    switch (type) {
      case 'color':
        return hex(colors.get(name) ?? []);
      case 'dimension':
        probe.style.width = `var(${name})`;
        return computed.width;
      default:
        return computed.getPropertyValue(name).replace(/\s+/g, ' ');
    }
  };
  const values = new Map(tokens.map((token) => [token.name, valueOf(token)]));
  probe.remove();
  return values;
}

const hex = (color: readonly number[]): string =>
  `#${color.map((value) => value.toString(16).padStart(2, '0')).join('')}`;

interface Documented {
  readonly tagName: string;
  readonly cssProperties?: readonly { readonly name: string }[];
}

const elements = manifest.modules
  .flatMap(({ declarations }): readonly object[] => declarations)
  .filter((declaration): declaration is Documented => 'tagName' in declaration)
  .map(({ cssProperties = [], tagName }) => ({
    tag: tagName,
    // Its docs also name what only styles read that come with what they dress.
    css: [cssOf(tagName), ...cssProperties.map(({ name }) => `var(${name})`)].join('\n'),
  }))
  .filter(({ css }) => css.includes('--visavis-'));

function cssOf(tag: string): string {
  const { elementStyles } = customElements.get(tag) as unknown as typeof LitElement;
  return elementStyles.map((styles) => (styles as CSSResult).cssText).join('\n');
}

/** Whose style sheets read a token. */
export function usersOf({ name }: KitToken): string {
  const reads = new RegExp(`var\\(${name}\\b(?!-)`);
  const users = elements.filter(({ css }) => reads.test(css)).map(({ tag }) => tag);
  if (users.length === elements.length) return 'every element';
  if (users.length > 0) return users.join(', ');
  return reads.test(sheet) ? 'other tokens' : 'a host’s own parts of the chat';
}
