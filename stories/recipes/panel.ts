/// <reference types="vite/client" />
import type { StoryObj } from '@storybook/web-components-vite';
import { html, nothing, type TemplateResult } from 'lit';
import { expect } from 'storybook/test';
import demoStyles from '../../demo/demo.css?raw';
import type { FakeState } from '../../src/testing/index.js';
import { inSession } from '../in-session.js';
import { asAgent, states } from '../states.js';
import { hello, sam } from '../talks.js';

// The demo's own CSS, kept inside the recipes: what a designer sees here is what runs there.
const sheet = new CSSStyleSheet();
sheet.replaceSync(`
  @scope (.recipe) { ${demoStyles} }
  .recipe {
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    min-block-size: 100dvh;
    padding: var(--visavis-space-5);
    background: light-dark(#e7eaed, #0d0f12);
  }
  .docs-story .recipe { min-block-size: 0; }
  .recipe.gallery { display: grid; gap: var(--visavis-space-6) var(--visavis-space-5); }
  .recipe.gallery:has(.panel) { grid-template-columns: repeat(auto-fill, min(22.5rem, 100%)); }
  .recipe.gallery:has(.desk) { grid-template-columns: repeat(auto-fill, min(60rem, 100%)); }
  .recipe figure { margin: 0; min-inline-size: 0; }
  .recipe figcaption { padding: var(--visavis-space-2) var(--visavis-space-4); }
  @media (max-width: 26rem) {
    .recipe { padding: 0; }
  }`);
document.adoptedStyleSheets.push(sheet);

interface Person {
  readonly name: string;
  readonly initials: string;
  readonly about: string;
  /** Class of the circle with the initials. */
  readonly avatar: string;
}

const annaKovac: Person = {
  name: 'Anna Kovač',
  initials: 'AK',
  about: 'Support',
  avatar: 'avatar',
};
const samOkafor: Person = {
  name: 'Sam Okafor',
  initials: 'SO',
  about: 'Printers, from /support/setup',
  avatar: 'avatar plain',
};

const headerFor = ({ about, avatar, initials, name }: Person, labelled = false): TemplateResult =>
  html`<header>
    <span class=${avatar} aria-hidden="true">${initials}</span>
    <div class="who">
      <h1>${name}</h1>
      <p>${about}</p>
    </div>
    <div class="tools">
      <video-toggle class="before-call"></video-toggle>
      <headset-button></headset-button>
      <end-chat-button ?show-label=${labelled}></end-chat-button>
    </div>
  </header>`;

const callWith = ({ avatar, initials }: Person): TemplateResult =>
  html`<section class="call" aria-label="Call">
    <call-status></call-status>
    <call-prompt
      ><span slot="avatar" class=${avatar} aria-hidden="true">${initials}</span></call-prompt
    >
    <call-stage><self-view-pip></self-view-pip></call-stage>
    <div class="call-controls" role="group" aria-label="Call controls">
      <mic-toggle></mic-toggle>
      <video-toggle></video-toggle>
      <hangup-button show-label></hangup-button>
    </div>
  </section>`;

const conversationWith = (wrapUp: unknown = nothing): TemplateResult =>
  html`<section class="conversation" aria-label="Conversation">
    <chat-transcript></chat-transcript>
    <chat-ended>${wrapUp}</chat-ended>
    <chat-composer></chat-composer>
  </section>`;

const wrapUp = html`<form slot="wrap-up" class="wrap-up" aria-label="After the chat">
  <label>
    What was it about?
    <select name="about">
      <option>Printer</option>
      <option>Invoice</option>
      <option>Something else</option>
    </select>
  </label>
  <button type="button">Done, next chat</button>
</form>`;

const customer = html`<dl class="customer">
  <div>
    <dt>Customer since</dt>
    <dd>2021</dd>
  </div>
  <div>
    <dt>Plan</dt>
    <dd>Home Office</dd>
  </div>
  <div>
    <dt>Last order</dt>
    <dd>Printer X2</dd>
  </div>
</dl>`;

const call = (what: 'started' | 'ended', duration?: number) =>
  sam({ type: 'call', what, call: 'story', duration }, what === 'started' ? 3 : 7);

/** With what was said before, where the state itself does not say: once both are there, and in a call. */
function withTalk(state: FakeState): FakeState {
  if (state.talk ?? ['none', 'connecting', 'waiting'].includes(state.chat ?? 'open')) return state;
  const { lastEnd, startedAt } = state.call ?? {};
  const lines = [
    ...((startedAt ?? lastEnd?.duration) ? [call('started')] : []),
    ...(lastEnd?.duration ? [call('ended', lastEnd.duration)] : []),
  ];
  return { ...state, talk: { items: [...hello, ...lines] } };
}

/** How one party's page shows a state, which is given as the visitor sees it. */
export type Recipe = (state: FakeState) => TemplateResult;

/** The visitor's panel: who, call, conversation. */
export const visitorPanel: Recipe = (state) =>
  inSession(
    withTalk(state),
    html`${headerFor(annaKovac)} ${callWith(annaKovac)} ${conversationWith()}`,
    { className: 'panel' },
  );

/** The agent's desk: the call keeps its own column. */
export const agentDesk: Recipe = (state) =>
  inSession(
    asAgent(withTalk(state)),
    html`${headerFor(samOkafor, true)} ${conversationWith(wrapUp)}
      <aside>${callWith(samOkafor)} ${customer}</aside>`,
    { className: 'desk' },
  );

export const page = (content: unknown): TemplateResult =>
  html`<main class="recipe">${content}</main>`;

/** Rules that the addon leaves out, for elements outside a page. */
const asAPage = [{ id: 'region', enabled: true }];

/** Of a story that is a whole page; its accessibility tree is in stories/access/trees. */
export const pageOf = (party: 'agent' | 'visitor') => ({
  layout: 'fullscreen',
  accessTree: party,
  a11y: { config: { rules: asAPage } },
});

/** Every state side by side, each under its name. */
export const everyState = (recipe: Recipe): StoryObj => ({
  render: () =>
    html`<main class="recipe gallery">
      ${Object.entries(states).map(
        ([name, state]) =>
          html`<figure>
            <figcaption>${inWords(name)}</figcaption>
            ${recipe(state)}
          </figure>`,
      )}
    </main>`,
  // Too much for the page of docs, which shows each state anyway.
  tags: ['!autodocs'],
  // Each stands for a page of its own, which has one call.
  parameters: {
    accessTree: false,
    a11y: { config: { rules: [...asAPage, { id: 'landmark-unique', enabled: false }] } },
  },
});

/** The same on the narrowest screen: nothing may spill sideways. */
export const everyStateIn320Pixels = (recipe: Recipe): StoryObj => ({
  ...everyState(recipe),
  globals: { viewport: { value: 'narrow' } },
  play: async ({ canvasElement }) => {
    for (const element of canvasElement.querySelectorAll(
      '.recipe, story-session, story-session > *',
    ))
      await expect(element.scrollWidth).toBeLessThanOrEqual(element.clientWidth);
  },
});

/** `onlyMyCamera` as "Only my camera". */
const inWords = (name: string): string =>
  name.charAt(0).toUpperCase() + name.slice(1).replace(/[A-Z]/g, (c) => ` ${c.toLowerCase()}`);
