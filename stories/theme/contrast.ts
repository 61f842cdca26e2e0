import type { LitElement } from 'lit';
import { type TokenName, tokens } from '../../src/theme/token-list.js';

/** Red, green, blue: 0 to 255, as an sRGB screen shows them. */
type Rgb = readonly [number, number, number];

/** Two tokens that meet on the screen. */
export interface Pair {
  readonly front: TokenName;
  readonly back: TokenName;
  readonly kind: 'text' | 'control';
}

/** The least contrast that WCAG asks for: 1.4.3 for text, 1.4.11 for what can be pressed. */
export const least = { text: 4.5, control: 3 } as const;

export const pairs: readonly Pair[] = tokens.flatMap(
  ({ name: front, readsOn = [], showsOn = [] }) => [
    ...readsOn.map((back) => ({ front, back, kind: 'text' }) as const),
    ...showsOn.map((back) => ({ front, back, kind: 'control' }) as const),
  ],
);

/** What is read off a button: it works out what is unset from its own fill. */
const onButton: Partial<Record<TokenName, readonly [tag: string, value: string]>> = {
  '--visavis-button-bg': ['headset-button', '--_bg'],
  '--visavis-button-bg-hover': ['headset-button', '--_hover'],
  '--visavis-button-bg-pressed': ['headset-button', '--_press'],
  '--visavis-button-fg': ['headset-button', '--_fg'],
  '--visavis-hangup-bg': ['hangup-button', '--_bg'],
  '--visavis-hangup-bg-hover': ['hangup-button', '--_hover'],
  '--visavis-hangup-bg-pressed': ['hangup-button', '--_press'],
  '--visavis-hangup-fg': ['hangup-button', '--_fg'],
};

/**
 * What tokens look like inside `theme`. A headset that starts a call and a telephone that ends one
 * have to be in it.
 */
export function colorsIn(theme: HTMLElement, names: readonly TokenName[]): Map<TokenName, Rgb> {
  const pen = pencil();
  const probes = new Map<Element, HTMLElement>();
  const probeIn = (place: Element): HTMLElement => {
    const probe = probes.get(place) ?? place.appendChild(document.createElement('i'));
    probes.set(place, probe);
    return probe;
  };
  const colors = names.map((name) => {
    const [tag, value = name] = onButton[name] ?? [];
    const probe = probeIn(tag ? buttonOf(theme, tag) : theme);
    probe.style.color = `var(${value})`;
    return [name, pen(getComputedStyle(probe).color)] as const;
  });
  for (const probe of probes.values()) probe.remove();
  return new Map(colors);
}

/** WCAG's contrast, from 1 to 21. */
export function contrast(front: Rgb, back: Rgb): number {
  const [low = 0, high = 0] = [luminance(front), luminance(back)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

/** The contrast of each pair inside `theme`. */
export function contrastsIn(theme: HTMLElement, of = pairs): (Pair & { readonly ratio: number })[] {
  const colors = colorsIn(theme, [...new Set(of.flatMap(({ back, front }) => [front, back]))]);
  const at = (name: TokenName): Rgb => colors.get(name) ?? [0, 0, 0];
  return of.map((pair) => ({ ...pair, ratio: contrast(at(pair.front), at(pair.back)) }));
}

function buttonOf(theme: HTMLElement, tag: string): Element {
  const root = theme.querySelector<LitElement>(tag)?.renderRoot;
  const button = root?.querySelector('.brand, .danger');
  if (!button) throw new Error(`There is no <${tag}> here that shows its fill.`);
  return button;
}

/** Reads any CSS colour the way the screen does. */
function pencil(): (color: string) => Rgb {
  const paper = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  if (!paper) throw new Error('This browser cannot draw.');
  return (color) => {
    paper.fillStyle = color;
    paper.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0] = paper.getImageData(0, 0, 1, 1).data;
    return [red, green, blue];
  };
}

function luminance(color: Rgb): number {
  const [red = 0, green = 0, blue = 0] = color
    .map((value) => value / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
