import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { LitElement } from 'lit';
import { fileStates } from '../../stories/attachments.js';
import { asAgent, states as storyStates, stopped } from '../../stories/states.js';
import type { StoryVisitorChat } from '../../stories/story-visitor-chat.js';
import '../../stories/story-visitor-chat.js';
import { talks } from '../../stories/talks.js';
import { ChatSession } from '../elements/chat-session/chat-session.js';
import { CallChangeEvent } from '../elements/shared/events.js';
import { UnreadChangeEvent } from '../session/chat-events.js';
import { type FakeSession, fakeSession, type FakeState } from '../testing/fake-session.js';
import { scene } from '../testing/scene.js';
import { tokens } from '../theme/token-list.js';
import './all.js';

interface Documented {
  readonly tagName?: string;
  readonly cssParts?: readonly { readonly name: string }[];
  readonly cssProperties?: readonly { readonly name: string }[];
  readonly cssStates?: readonly { readonly name: string }[];
  readonly slots?: readonly { readonly name: string }[];
}

const manifest = (await (await fetch('/custom-elements.json')).json()) as {
  readonly modules: readonly { readonly declarations: readonly Documented[] }[];
};
const documented = new Map(
  manifest.modules
    .flatMap(({ declarations }) => declarations)
    .flatMap((element) => (element.tagName ? [[element.tagName, element] as const] : [])),
);
const namesOf = (entries: readonly { readonly name: string }[] = []): string[] =>
  entries.map(({ name }) => name).sort();
const partsOf = (tag: string): string[] => namesOf(documented.get(tag)?.cssParts);

/** Every state of the stories, from both chairs. */
const states: readonly FakeState[] = [
  ...Object.values(storyStates),
  ...Object.values(storyStates).map(asAgent),
  ...Object.values(fileStates),
  ...Object.values(talks),
];
/** One message in each; for an element that shows no more. */
const messages: readonly FakeState[] = [
  ...Object.values(talks),
  ...Object.values(fileStates),
].flatMap(({ talk }: FakeState) =>
  (talk?.items ?? []).map((item) => ({ talk: { ...talk, items: [item] } })),
);
const statesOf = (tag: string): readonly FakeState[] =>
  tag === 'chat-message' ? messages : states;

class StoryChatSession extends ChatSession {
  override get session(): FakeSession {
    return super.session as FakeSession;
  }

  set state(state: FakeState) {
    this.session.show(fakeSession(state).snapshot);
  }

  protected override createSession(): FakeSession {
    return fakeSession({ chat: 'none' });
  }
}
customElements.define('story-chat-session', StoryChatSession);

/** An element in a state, with all that a press can bring up in it. */
async function show(tag: string, state: FakeState): Promise<LitElement> {
  switch (tag) {
    case 'chat-launcher': {
      const element = await fixture<LitElement>(
        html`<chat-launcher
          ><story-visitor-chat .state=${state}></story-visitor-chat
        ></chat-launcher>`,
      );
      const chat = element.querySelector('story-visitor-chat')!;
      chat.dispatchEvent(new CallChangeEvent(chat.session.snapshot.call, 'idle'));
      chat.dispatchEvent(new UnreadChangeEvent(chat.session.talk.snapshot.unread));
      await element.updateComplete;
      return element;
    }
    case 'chat-session':
    case 'visitor-chat': {
      const element = await fixture<StoryChatSession | StoryVisitorChat>(
        tag === 'chat-session'
          ? html`<story-chat-session></story-chat-session>`
          : html`<story-visitor-chat></story-visitor-chat>`,
      );
      element.state = state;
      await element.session.conversation();
      await settled(element);
      return element;
    }
    case 'chat-transcript': {
      const { element, part, session } = await scene<LitElement>(tag, state);
      await session.conversation();
      await settled(element);
      // Away from the newest message, where the way back shows.
      element.style.blockSize = '2rem';
      part('log')?.scrollTo(0, -1000);
      await new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)));
      await settled(element);
      return element;
    }
    default: {
      const { element, session } = await scene<LitElement>(tag, state);
      // Which file of the conversation, for those who show one.
      element.setAttribute('file', 'story');
      element.setAttribute('item-id', state.talk?.items?.at(-1)?.id ?? '');
      await session.conversation();
      await settled(element);
      return element;
    }
  }
}

/** The kit's elements inside an element's own shadow tree. */
const inside = (element: LitElement): LitElement[] =>
  [...element.renderRoot.querySelectorAll<LitElement>('*')].filter(({ localName }) =>
    documented.has(localName),
  );

async function settled(element: LitElement): Promise<void> {
  await element.updateComplete;
  await Promise.all(inside(element).map(settled));
  const move = element.renderRoot.querySelector<HTMLElement>('[part=move][aria-expanded=false]');
  move?.click();
  await element.updateComplete;
  // What has stopped is only known after a while.
  if (element.renderRoot.querySelector('video')?.srcObject === stopped)
    await waitUntil(() => element.matches(':state(still)'), 'still', { timeout: 5000 });
  // A press on it asks, and only a question brings its answers.
  if (element.renderRoot.querySelector('[part=question]:not(:popover-open)')) {
    element.renderRoot.querySelector<HTMLElement>('[part=button]')?.click();
    await waitUntil(() => element.matches(':state(asking)'));
  }
}

/** Which custom states an element and those inside it were ever marked with. */
const marks = new WeakMap<CustomStateSet, Element>();
const marked = new Map<Element, Set<string>>();
const attachInternals: (this: HTMLElement) => ElementInternals = Reflect.get(
  HTMLElement.prototype,
  'attachInternals',
);
const add: (this: CustomStateSet, state: string) => CustomStateSet = Reflect.get(
  CustomStateSet.prototype,
  'add',
);

function watchStates(): void {
  HTMLElement.prototype.attachInternals = function (this: HTMLElement) {
    const internals = attachInternals.call(this);
    marks.set(internals.states, this);
    return internals;
  };
  CustomStateSet.prototype.add = function (this: CustomStateSet, state: string) {
    const element = marks.get(this);
    if (element) marked.set(element, (marked.get(element) ?? new Set()).add(state));
    return add.call(this, state);
  };
}

function stopWatching(): void {
  HTMLElement.prototype.attachInternals = attachInternals;
  CustomStateSet.prototype.add = add;
}

/** A host's style sheet that leaves a mark on each part it reaches from outside. */
function reachParts(tag: string, parts: readonly string[]): HTMLStyleElement {
  const style = document.createElement('style');
  style.textContent = parts
    .map((part) => `${tag}::part(${part}) { --reached-${part}: yes; }`)
    .join('\n');
  return document.head.appendChild(style);
}

const partsIn = (element: LitElement) =>
  [...element.renderRoot.querySelectorAll('[part]')].flatMap((carrier) =>
    [...carrier.part].map((part) => ({ carrier, part })),
  );

describe('what the docs say of an element', () => {
  before(async () => {
    watchStates();
    // Before anybody has pressed anything, a ring has no sound, and so nothing to silence.
    await sendKeys({ press: 'a' });
  });
  after(stopWatching);

  for (const [tag, docs] of documented) {
    describe(`<${tag}>`, () => {
      const seen = {
        parts: new Set<string>(),
        reached: new Set<string>(),
        slots: new Set<string>(),
        states: new Set<string>(),
        styles: new Set<CSSStyleSheet>(),
      };
      const unreached = new Set<string>();
      const unslotted = new Set<string>();

      before(async function () {
        // All states of the largest element one after the other, some of which come only with time.
        this.timeout(60_000);
        for (const state of statesOf(tag)) {
          const element = await show(tag, state);
          const style = reachParts(element.localName, partsOf(tag));
          const check = (carrier: Element, part: string): void => {
            const reached = getComputedStyle(carrier).getPropertyValue(`--reached-${part}`);
            if (reached) seen.reached.add(part);
            else unreached.add(part);
          };
          for (const { carrier, part } of partsIn(element)) {
            seen.parts.add(part);
            check(carrier, part);
          }
          for (const inner of inside(element)) {
            for (const part of partsOf(inner.localName))
              seen.parts.add(`${inner.localName}__${part}`);
            for (const { carrier, part } of partsIn(inner))
              check(carrier, `${inner.localName}__${part}`);
          }
          for (const slot of element.renderRoot.querySelectorAll('slot')) seen.slots.add(slot.name);
          for (const drawing of element.renderRoot.querySelectorAll('svg')) {
            // A slot fills one place: what is drawn once a message has none.
            if (!drawing.closest('slot, .row')) unslotted.add(drawing.outerHTML);
          }
          // Some come only with what they dress.
          for (const sheet of element.shadowRoot!.adoptedStyleSheets) seen.styles.add(sheet);
          for (const mark of marked.get(element) ?? []) seen.states.add(mark);
          style.remove();
          element.remove();
        }
      });

      it('names every part there is, and none that never shows', () => {
        expect([...seen.parts].sort()).to.deep.equal(partsOf(tag));
      });

      it('can be relied on: each part is reached by ::part() from outside', () => {
        expect([...unreached]).to.deep.equal([]);
        expect([...seen.reached].sort()).to.deep.equal(partsOf(tag));
      });

      it('names every slot', () => {
        expect([...seen.slots].sort()).to.deep.equal(namesOf(docs.slots));
      });

      it('names every custom state', () => {
        expect([...seen.states].sort()).to.deep.equal(namesOf(docs.cssStates));
      });

      it('names custom properties that its styles read, and that are tokens', () => {
        const rules = [...seen.styles].flatMap(({ cssRules }) => [...cssRules]);
        const css = rules.map(({ cssText }) => cssText).join('\n');
        const known = tokens.map(({ name }) => name as string);
        for (const name of namesOf(docs.cssProperties)) {
          expect(css).to.contain(`var(${name}`);
          expect(known).to.include(name);
        }
        for (const [name] of css.matchAll(/--visavis-[\w-]+/g)) expect(known).to.include(name);
      });

      it('offers a slot for each drawing, and sizes what comes into it', async () => {
        expect([...unslotted]).to.deep.equal([]);
        for (const { name } of docs.slots ?? []) {
          if (!name.endsWith('icon')) continue;
          const own = Object.assign(document.createElement('i'), { slot: name });
          let shown = false;
          for (const state of statesOf(tag)) {
            const element = await show(tag, state);
            element.append(own);
            if (own.checkVisibility()) {
              shown = true;
              expect(own.getBoundingClientRect().width, name).to.be.within(16, 24);
            }
            element.remove();
            if (shown) break;
          }
          expect(shown, name).to.equal(true);
        }
      });
    });
  }
});
