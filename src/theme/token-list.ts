// Generated from *.tokens.json by `npm run tokens`; change those.
import type { Token } from './token.js';

export type TokenName =
  | '--visavis-brand'
  | '--visavis-neutral-hue'
  | '--visavis-font-family'
  | '--visavis-radius-scale'
  | '--visavis-space-scale'
  | '--visavis-ref-neutral-0'
  | '--visavis-ref-neutral-50'
  | '--visavis-ref-neutral-100'
  | '--visavis-ref-neutral-200'
  | '--visavis-ref-neutral-300'
  | '--visavis-ref-neutral-400'
  | '--visavis-ref-neutral-500'
  | '--visavis-ref-neutral-600'
  | '--visavis-ref-neutral-700'
  | '--visavis-ref-neutral-800'
  | '--visavis-ref-neutral-850'
  | '--visavis-ref-neutral-900'
  | '--visavis-ref-neutral-950'
  | '--visavis-ref-green-text'
  | '--visavis-ref-green'
  | '--visavis-ref-green-bright'
  | '--visavis-ref-red-text'
  | '--visavis-ref-red'
  | '--visavis-ref-red-bright'
  | '--visavis-ref-amber-text'
  | '--visavis-ref-amber'
  | '--visavis-ref-amber-bright'
  | '--visavis-ref-brand-bright'
  | '--visavis-ref-on-brand'
  | '--visavis-ref-off-brand'
  | '--visavis-space-1'
  | '--visavis-space-2'
  | '--visavis-space-3'
  | '--visavis-space-4'
  | '--visavis-space-5'
  | '--visavis-space-6'
  | '--visavis-radius-s'
  | '--visavis-radius-m'
  | '--visavis-radius-l'
  | '--visavis-radius-full'
  | '--visavis-text-xs'
  | '--visavis-text-s'
  | '--visavis-text-m'
  | '--visavis-text-l'
  | '--visavis-leading'
  | '--visavis-leading-tight'
  | '--visavis-weight-medium'
  | '--visavis-weight-strong'
  | '--visavis-ease'
  | '--visavis-fast'
  | '--visavis-normal'
  | '--visavis-slow'
  | '--visavis-color-surface'
  | '--visavis-color-surface-raised'
  | '--visavis-color-surface-lowered'
  | '--visavis-color-text'
  | '--visavis-color-text-quiet'
  | '--visavis-color-border'
  | '--visavis-color-border-control'
  | '--visavis-color-brand'
  | '--visavis-color-on-brand'
  | '--visavis-color-brand-hover'
  | '--visavis-color-brand-pressed'
  | '--visavis-color-brand-quiet'
  | '--visavis-color-brand-text'
  | '--visavis-color-live'
  | '--visavis-color-on-live'
  | '--visavis-color-live-quiet'
  | '--visavis-color-live-text'
  | '--visavis-color-danger'
  | '--visavis-color-on-danger'
  | '--visavis-color-danger-quiet'
  | '--visavis-color-danger-text'
  | '--visavis-color-warning-quiet'
  | '--visavis-color-warning-text'
  | '--visavis-color-focus'
  | '--visavis-focus-width'
  | '--visavis-focus-offset'
  | '--visavis-icon-size'
  | '--visavis-shadow-raised'
  | '--visavis-shadow-floating'
  | '--visavis-control-size'
  | '--visavis-control-radius'
  | '--visavis-control-border-width'
  | '--visavis-button-bg'
  | '--visavis-button-bg-hover'
  | '--visavis-button-bg-pressed'
  | '--visavis-button-fg'
  | '--visavis-toggle-on-bg'
  | '--visavis-toggle-on-fg'
  | '--visavis-toggle-off-border'
  | '--visavis-hangup-bg'
  | '--visavis-hangup-bg-hover'
  | '--visavis-hangup-bg-pressed'
  | '--visavis-hangup-fg'
  | '--visavis-call-bg'
  | '--visavis-stage-bg'
  | '--visavis-stage-fg'
  | '--visavis-stage-fg-quiet'
  | '--visavis-stage-ratio'
  | '--visavis-self-view-inline-size'
  | '--visavis-self-view-inset'
  | '--visavis-bubble-own-bg'
  | '--visavis-bubble-own-fg'
  | '--visavis-bubble-other-bg'
  | '--visavis-bubble-other-fg'
  | '--visavis-bubble-radius'
  | '--visavis-field-bg'
  | '--visavis-field-border'
  | '--visavis-tooltip-bg'
  | '--visavis-tooltip-fg'
  | '--visavis-launcher-offset';

/** Every token, from the lowest layer to the highest. */
export const tokens: readonly Token<TokenName>[] = [
  {
    name: '--visavis-brand',
    layer: 'brand',
    type: 'color',
    description:
      'The one colour: any CSS colour. What is drawn on it, its tints and its dark variant follow.',
  },
  {
    name: '--visavis-neutral-hue',
    layer: 'brand',
    type: 'number',
    description: 'Tints the greys: an OKLCH hue, 0 to 360.',
  },
  {
    name: '--visavis-font-family',
    layer: 'brand',
    type: 'fontFamily',
    description: 'Every word. Nothing is downloaded.',
  },
  {
    name: '--visavis-radius-scale',
    layer: 'brand',
    type: 'number',
    description: 'Corners: 0 square, 1 soft, 1.5 round.',
  },
  {
    name: '--visavis-space-scale',
    layer: 'brand',
    type: 'number',
    description: 'Gaps: 0.85 dense, 1 normal. Targets stay as large as they are.',
  },
  { name: '--visavis-ref-neutral-0', layer: 'reference', type: 'color', description: 'White.' },
  {
    name: '--visavis-ref-neutral-50',
    layer: 'reference',
    type: 'color',
    description: 'Nearly white.',
  },
  {
    name: '--visavis-ref-neutral-100',
    layer: 'reference',
    type: 'color',
    description: 'Lowered surfaces, text in the dark.',
  },
  {
    name: '--visavis-ref-neutral-200',
    layer: 'reference',
    type: 'color',
    description: 'Hairlines.',
  },
  {
    name: '--visavis-ref-neutral-300',
    layer: 'reference',
    type: 'color',
    description: 'Between hairline and outline.',
  },
  {
    name: '--visavis-ref-neutral-400',
    layer: 'reference',
    type: 'color',
    description: 'Quiet text in the dark.',
  },
  {
    name: '--visavis-ref-neutral-500',
    layer: 'reference',
    type: 'color',
    description: 'Outlines of controls, light and dark.',
  },
  {
    name: '--visavis-ref-neutral-600',
    layer: 'reference',
    type: 'color',
    description: 'Quiet text.',
  },
  {
    name: '--visavis-ref-neutral-700',
    layer: 'reference',
    type: 'color',
    description: 'Between quiet text and text.',
  },
  {
    name: '--visavis-ref-neutral-800',
    layer: 'reference',
    type: 'color',
    description: 'Hairlines in the dark.',
  },
  {
    name: '--visavis-ref-neutral-850',
    layer: 'reference',
    type: 'color',
    description: 'Raised surfaces in the dark.',
  },
  {
    name: '--visavis-ref-neutral-900',
    layer: 'reference',
    type: 'color',
    description: 'Text; the surface in the dark.',
  },
  {
    name: '--visavis-ref-neutral-950',
    layer: 'reference',
    type: 'color',
    description: 'Lowered surfaces in the dark.',
  },
  {
    name: '--visavis-ref-green-text',
    layer: 'reference',
    type: 'color',
    description: 'Green words.',
  },
  {
    name: '--visavis-ref-green',
    layer: 'reference',
    type: 'color',
    description: 'Live, or accept.',
  },
  {
    name: '--visavis-ref-green-bright',
    layer: 'reference',
    type: 'color',
    description: 'Green in the dark.',
  },
  { name: '--visavis-ref-red-text', layer: 'reference', type: 'color', description: 'Red words.' },
  {
    name: '--visavis-ref-red',
    layer: 'reference',
    type: 'color',
    description: 'Ends, or failed; light and dark.',
  },
  {
    name: '--visavis-ref-red-bright',
    layer: 'reference',
    type: 'color',
    description: 'Red words in the dark.',
  },
  {
    name: '--visavis-ref-amber-text',
    layer: 'reference',
    type: 'color',
    description: 'Amber words.',
  },
  { name: '--visavis-ref-amber', layer: 'reference', type: 'color', description: 'Look here.' },
  {
    name: '--visavis-ref-amber-bright',
    layer: 'reference',
    type: 'color',
    description: 'Amber words in the dark.',
  },
  {
    name: '--visavis-ref-brand-bright',
    layer: 'reference',
    type: 'color',
    description: 'The brand, lifted for dark surfaces.',
  },
  {
    name: '--visavis-ref-on-brand',
    layer: 'reference',
    type: 'color',
    description: 'Black or white, whichever reads on the brand: at least 4.58:1.',
  },
  {
    name: '--visavis-ref-off-brand',
    layer: 'reference',
    type: 'color',
    description: 'White or black, the other one.',
  },
  {
    name: '--visavis-space-1',
    layer: 'reference',
    type: 'dimension',
    description: '4 px at the usual text size.',
  },
  {
    name: '--visavis-space-2',
    layer: 'reference',
    type: 'dimension',
    description: '8 px at the usual text size.',
  },
  {
    name: '--visavis-space-3',
    layer: 'reference',
    type: 'dimension',
    description: '12 px at the usual text size.',
  },
  {
    name: '--visavis-space-4',
    layer: 'reference',
    type: 'dimension',
    description: '16 px at the usual text size.',
  },
  {
    name: '--visavis-space-5',
    layer: 'reference',
    type: 'dimension',
    description: '24 px at the usual text size.',
  },
  {
    name: '--visavis-space-6',
    layer: 'reference',
    type: 'dimension',
    description: '32 px at the usual text size.',
  },
  {
    name: '--visavis-radius-s',
    layer: 'reference',
    type: 'dimension',
    description: 'Tooltips, small labels.',
  },
  {
    name: '--visavis-radius-m',
    layer: 'reference',
    type: 'dimension',
    description: 'The self-view, menus.',
  },
  {
    name: '--visavis-radius-l',
    layer: 'reference',
    type: 'dimension',
    description: 'Bubbles; panels are a quarter rounder.',
  },
  {
    name: '--visavis-radius-full',
    layer: 'reference',
    type: 'dimension',
    description: 'Half a control.',
  },
  {
    name: '--visavis-text-xs',
    layer: 'reference',
    type: 'dimension',
    description: 'Tooltips, small print.',
  },
  {
    name: '--visavis-text-s',
    layer: 'reference',
    type: 'dimension',
    description: 'Sentences, buttons.',
  },
  { name: '--visavis-text-m', layer: 'reference', type: 'dimension', description: 'The base.' },
  { name: '--visavis-text-l', layer: 'reference', type: 'dimension', description: 'Who calls.' },
  { name: '--visavis-leading', layer: 'reference', type: 'number', description: 'Line height.' },
  {
    name: '--visavis-leading-tight',
    layer: 'reference',
    type: 'number',
    description: 'Line height of headings.',
  },
  {
    name: '--visavis-weight-medium',
    layer: 'reference',
    type: 'fontWeight',
    description: 'Timers, what is quiet.',
  },
  {
    name: '--visavis-weight-strong',
    layer: 'reference',
    type: 'fontWeight',
    description: 'Names, buttons.',
  },
  {
    name: '--visavis-ease',
    layer: 'reference',
    type: 'cubicBezier',
    description: 'How every movement slows down.',
  },
  { name: '--visavis-fast', layer: 'reference', type: 'duration', description: 'Hover, press.' },
  {
    name: '--visavis-normal',
    layer: 'reference',
    type: 'duration',
    description: 'A call area opens or closes.',
  },
  {
    name: '--visavis-slow',
    layer: 'reference',
    type: 'duration',
    description: 'One beat of the ringing pulse.',
  },
  {
    name: '--visavis-color-surface',
    layer: 'semantic',
    type: 'color',
    description: 'What the panel stands on.',
  },
  {
    name: '--visavis-color-surface-raised',
    layer: 'semantic',
    type: 'color',
    description: 'What comes forward: the prompt, fields.',
  },
  {
    name: '--visavis-color-surface-lowered',
    layer: 'semantic',
    type: 'color',
    description: 'What lies back: the call area, what cannot be used now.',
  },
  {
    name: '--visavis-color-text',
    layer: 'semantic',
    type: 'color',
    description: 'Words and drawings.',
    readsOn: [
      '--visavis-color-surface',
      '--visavis-color-surface-raised',
      '--visavis-color-surface-lowered',
      '--visavis-color-brand-quiet',
      '--visavis-color-live-quiet',
      '--visavis-color-danger-quiet',
      '--visavis-color-warning-quiet',
      '--visavis-field-bg',
    ],
  },
  {
    name: '--visavis-color-text-quiet',
    layer: 'semantic',
    type: 'color',
    description: 'Words of second rank.',
    readsOn: [
      '--visavis-color-surface',
      '--visavis-color-surface-raised',
      '--visavis-color-surface-lowered',
      '--visavis-color-warning-quiet',
      '--visavis-field-bg',
      '--visavis-bubble-other-bg',
    ],
  },
  {
    name: '--visavis-color-border',
    layer: 'semantic',
    type: 'color',
    description: 'Hairlines that part areas.',
  },
  {
    name: '--visavis-color-border-control',
    layer: 'semantic',
    type: 'color',
    description: 'The outline of what can be pressed or filled in.',
    showsOn: [
      '--visavis-color-surface',
      '--visavis-color-surface-raised',
      '--visavis-color-surface-lowered',
      '--visavis-color-warning-quiet',
    ],
  },
  {
    name: '--visavis-color-brand',
    layer: 'semantic',
    type: 'color',
    description: 'The brand as a fill.',
  },
  {
    name: '--visavis-color-on-brand',
    layer: 'semantic',
    type: 'color',
    description: 'What is drawn on the fill.',
    readsOn: [
      '--visavis-color-brand',
      '--visavis-color-brand-hover',
      '--visavis-color-brand-pressed',
    ],
  },
  {
    name: '--visavis-color-brand-hover',
    layer: 'semantic',
    type: 'color',
    description: 'The fill under the pointer.',
  },
  {
    name: '--visavis-color-brand-pressed',
    layer: 'semantic',
    type: 'color',
    description: 'The fill while pressed.',
  },
  {
    name: '--visavis-color-brand-quiet',
    layer: 'semantic',
    type: 'color',
    description: 'A tint of the brand to write on.',
  },
  {
    name: '--visavis-color-brand-text',
    layer: 'semantic',
    type: 'color',
    description: 'Words in the brand’s colour.',
    readsOn: [
      '--visavis-color-surface',
      '--visavis-color-surface-raised',
      '--visavis-color-surface-lowered',
      '--visavis-color-brand-quiet',
    ],
  },
  {
    name: '--visavis-color-live',
    layer: 'semantic',
    type: 'color',
    description: 'A call is on; Accept.',
    showsOn: [
      '--visavis-color-surface',
      '--visavis-color-surface-raised',
      '--visavis-color-surface-lowered',
    ],
  },
  {
    name: '--visavis-color-on-live',
    layer: 'semantic',
    type: 'color',
    description: 'What is drawn on it.',
    readsOn: ['--visavis-color-live'],
  },
  {
    name: '--visavis-color-live-quiet',
    layer: 'semantic',
    type: 'color',
    description: 'A tint of it to write on.',
  },
  {
    name: '--visavis-color-live-text',
    layer: 'semantic',
    type: 'color',
    description: 'Words in its colour.',
    readsOn: [
      '--visavis-color-surface',
      '--visavis-color-surface-raised',
      '--visavis-color-surface-lowered',
      '--visavis-color-live-quiet',
    ],
  },
  {
    name: '--visavis-color-danger',
    layer: 'semantic',
    type: 'color',
    description: 'Ends the call; failed.',
    showsOn: ['--visavis-color-surface', '--visavis-color-surface-lowered'],
  },
  {
    name: '--visavis-color-on-danger',
    layer: 'semantic',
    type: 'color',
    description: 'What is drawn on it.',
    readsOn: ['--visavis-color-danger'],
  },
  {
    name: '--visavis-color-danger-quiet',
    layer: 'semantic',
    type: 'color',
    description: 'A tint of it to write on.',
  },
  {
    name: '--visavis-color-danger-text',
    layer: 'semantic',
    type: 'color',
    description: 'Words in its colour.',
    readsOn: [
      '--visavis-color-surface',
      '--visavis-color-surface-raised',
      '--visavis-color-surface-lowered',
      '--visavis-color-danger-quiet',
    ],
  },
  {
    name: '--visavis-color-warning-quiet',
    layer: 'semantic',
    type: 'color',
    description: 'A problem is written on it.',
  },
  {
    name: '--visavis-color-warning-text',
    layer: 'semantic',
    type: 'color',
    description: 'Words that warn.',
    readsOn: [
      '--visavis-color-surface',
      '--visavis-color-surface-raised',
      '--visavis-color-surface-lowered',
      '--visavis-color-warning-quiet',
    ],
  },
  {
    name: '--visavis-color-focus',
    layer: 'semantic',
    type: 'color',
    description: 'The ring around what has the focus.',
    showsOn: [
      '--visavis-color-surface',
      '--visavis-color-surface-raised',
      '--visavis-color-surface-lowered',
    ],
  },
  {
    name: '--visavis-focus-width',
    layer: 'semantic',
    type: 'dimension',
    description: 'Of that ring.',
  },
  {
    name: '--visavis-focus-offset',
    layer: 'semantic',
    type: 'dimension',
    description: 'Between it and what it goes round.',
  },
  {
    name: '--visavis-icon-size',
    layer: 'semantic',
    type: 'dimension',
    description: 'Every drawing.',
  },
  {
    name: '--visavis-shadow-raised',
    layer: 'semantic',
    type: 'shadow',
    description: 'Under what comes forward a little.',
  },
  {
    name: '--visavis-shadow-floating',
    layer: 'semantic',
    type: 'shadow',
    description: 'Under what floats over the page.',
  },
  {
    name: '--visavis-control-size',
    layer: 'component',
    type: 'dimension',
    description: 'The smallest a target may be; text grows, targets need not.',
  },
  {
    name: '--visavis-control-radius',
    layer: 'component',
    type: 'dimension',
    description: 'Corners of a button.',
  },
  {
    name: '--visavis-control-border-width',
    layer: 'component',
    type: 'dimension',
    description: 'Outline of a button.',
  },
  {
    name: '--visavis-button-bg',
    layer: 'component',
    type: 'color',
    description: 'Fill of the visitor’s headset and of the launcher.',
  },
  {
    name: '--visavis-button-bg-hover',
    layer: 'component',
    type: 'color',
    description: 'Fill under the pointer. Unset: the fill, a little away from what is drawn on it.',
    unset: true,
  },
  {
    name: '--visavis-button-bg-pressed',
    layer: 'component',
    type: 'color',
    description: 'Fill while pressed. Unset: a little further.',
    unset: true,
  },
  {
    name: '--visavis-button-fg',
    layer: 'component',
    type: 'color',
    description:
      'What is drawn on the fill. Unset: black or white, whichever reads on it; so the fill can be set alone, and anywhere.',
    unset: true,
    readsOn: ['--visavis-button-bg', '--visavis-button-bg-hover', '--visavis-button-bg-pressed'],
  },
  {
    name: '--visavis-toggle-on-bg',
    layer: 'component',
    type: 'color',
    description: 'Filled: this leaves the device.',
    showsOn: [
      '--visavis-color-surface',
      '--visavis-color-surface-raised',
      '--visavis-color-surface-lowered',
    ],
  },
  {
    name: '--visavis-toggle-on-fg',
    layer: 'component',
    type: 'color',
    description: 'What is drawn on that.',
    readsOn: ['--visavis-toggle-on-bg'],
  },
  {
    name: '--visavis-toggle-off-border',
    layer: 'component',
    type: 'color',
    description: 'Hollow: it does not.',
    showsOn: [
      '--visavis-color-surface',
      '--visavis-color-surface-raised',
      '--visavis-color-surface-lowered',
    ],
  },
  {
    name: '--visavis-hangup-bg',
    layer: 'component',
    type: 'color',
    description: 'Fill of the telephone.',
  },
  {
    name: '--visavis-hangup-bg-hover',
    layer: 'component',
    type: 'color',
    description: 'Fill under the pointer. Unset: as with the button.',
    unset: true,
  },
  {
    name: '--visavis-hangup-bg-pressed',
    layer: 'component',
    type: 'color',
    description: 'Fill while pressed. Unset: as with the button.',
    unset: true,
  },
  {
    name: '--visavis-hangup-fg',
    layer: 'component',
    type: 'color',
    description: 'What is drawn on the fill. Unset: as with the button.',
    unset: true,
    readsOn: ['--visavis-hangup-bg', '--visavis-hangup-bg-hover', '--visavis-hangup-bg-pressed'],
  },
  {
    name: '--visavis-call-bg',
    layer: 'component',
    type: 'color',
    description: 'Background of the call area.',
  },
  {
    name: '--visavis-stage-bg',
    layer: 'component',
    type: 'color',
    description: 'The video area; stays black in every theme.',
  },
  {
    name: '--visavis-stage-fg',
    layer: 'component',
    type: 'color',
    description: 'Words on it.',
    readsOn: ['--visavis-stage-bg'],
  },
  {
    name: '--visavis-stage-fg-quiet',
    layer: 'component',
    type: 'color',
    description: 'Quieter words on it.',
    readsOn: ['--visavis-stage-bg'],
  },
  {
    name: '--visavis-stage-ratio',
    layer: 'component',
    type: 'number',
    description: 'Width to height.',
  },
  {
    name: '--visavis-self-view-inline-size',
    layer: 'component',
    type: 'dimension',
    description: 'Width of one’s own picture.',
  },
  {
    name: '--visavis-self-view-inset',
    layer: 'component',
    type: 'dimension',
    description: 'Between it and the edges of the stage.',
  },
  {
    name: '--visavis-bubble-own-bg',
    layer: 'component',
    type: 'color',
    description: 'What one wrote.',
  },
  {
    name: '--visavis-bubble-own-fg',
    layer: 'component',
    type: 'color',
    description: 'Words on it.',
    readsOn: ['--visavis-bubble-own-bg'],
  },
  {
    name: '--visavis-bubble-other-bg',
    layer: 'component',
    type: 'color',
    description: 'What the far side wrote.',
  },
  {
    name: '--visavis-bubble-other-fg',
    layer: 'component',
    type: 'color',
    description: 'Words on it.',
    readsOn: ['--visavis-bubble-other-bg'],
  },
  {
    name: '--visavis-bubble-radius',
    layer: 'component',
    type: 'dimension',
    description: 'Corners of a message.',
  },
  {
    name: '--visavis-field-bg',
    layer: 'component',
    type: 'color',
    description: 'Where one writes.',
  },
  {
    name: '--visavis-field-border',
    layer: 'component',
    type: 'color',
    description: 'Its outline.',
    showsOn: ['--visavis-color-surface'],
  },
  {
    name: '--visavis-tooltip-bg',
    layer: 'component',
    type: 'color',
    description: 'Why a control cannot be used now.',
  },
  {
    name: '--visavis-tooltip-fg',
    layer: 'component',
    type: 'color',
    description: 'Words on it.',
    readsOn: ['--visavis-tooltip-bg'],
  },
  {
    name: '--visavis-launcher-offset',
    layer: 'component',
    type: 'dimension',
    description: 'Between the floating launcher and the edges of the window.',
  },
];
