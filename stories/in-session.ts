import { html, type LitElement, nothing, type TemplateResult } from 'lit';
import type { FakeSession, FakeState } from '../src/testing/index.js';
import { StorySession } from './story-session.js';

interface Look {
  readonly style?: string;
  readonly className?: string;
}

/** Puts what is inside into a made-up session. */
export function inSession(
  state: FakeState,
  content: unknown,
  { style, className }: Look = {},
): TemplateResult {
  return html`<story-session class=${className ?? nothing} style=${style ?? nothing} .state=${state}
    >${content}</story-session
  >`;
}

/** As wide as the visitor's panel, on the colour of its call area. */
export const callArea = {
  style:
    'display: block; inline-size: 22.5rem; max-inline-size: 100%; background: var(--visavis-call-bg)',
};

/** The session that a story's canvas shows. */
export function sessionIn(canvas: HTMLElement): FakeSession {
  const element = canvas.querySelector('story-session');
  if (!(element instanceof StorySession)) throw new Error('This story shows no session.');
  return element.session;
}

/** A part of the first element with this tag, once that has rendered. */
export async function partOf(canvas: HTMLElement, tag: string, part: string): Promise<HTMLElement> {
  const element = canvas.querySelector<LitElement>(tag);
  await element?.updateComplete;
  const found = element?.renderRoot.querySelector<HTMLElement>(`[part~='${part}']`);
  if (!found) throw new Error(`This story shows no ${part} of <${tag}>.`);
  return found;
}
