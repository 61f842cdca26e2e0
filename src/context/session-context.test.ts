import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import type { LitElement } from 'lit';
import '../define/chat-session.js';
import '../define/headset-button.js';
import { ChatSession } from '../elements/chat-session/chat-session.js';
import { HeadsetButton } from '../elements/headset-button/headset-button.js';

/** Why a headset cannot be used: it says which session it is in. */
const reasonOf = (headset: Element | null) =>
  (headset as LitElement).shadowRoot?.querySelector('[part=reason]')?.textContent.trim();
const says = (headset: Element | null, reason: string) =>
  waitUntil(() => reasonOf(headset) === reason, `it says “${reason}”`);

const outside = 'This control is not in a chat session';
const noChat = 'There is no active chat'; // in a session that allows calls
const switchedOff = 'Calls are switched off'; // in one that does not

const headsetIn = (element: Element) => element.querySelector('headset-button');

describe('<chat-session> gives its session', () => {
  it('to controls that were defined and inserted before it', async () => {
    const around = await fixture(
      html`<early-session voip><headset-button></headset-button></early-session>`,
    );
    expect(reasonOf(headsetIn(around))).to.equal(outside);
    customElements.define('early-session', class extends ChatSession {});
    await says(headsetIn(around), noChat);
  });

  it('to controls that are defined after it', async () => {
    const session = await fixture(
      html`<chat-session voip><late-headset></late-headset></chat-session>`,
    );
    customElements.define('late-headset', class extends HeadsetButton {});
    await says(session.querySelector('late-headset'), noChat);
  });

  it('to controls that are inserted later, in whatever shadow tree', async () => {
    const session = await fixture<ChatSession>(html`<chat-session voip><div></div></chat-session>`);
    const root = session.querySelector('div')!.attachShadow({ mode: 'open' });
    const headset = document.createElement('headset-button');
    root.append(headset);
    await says(headset, noChat);
  });

  it('to controls that are moved into it, and takes it back from those moved out', async () => {
    const around = await fixture(
      html`<div><headset-button></headset-button><chat-session voip></chat-session></div>`,
    );
    const headset = headsetIn(around)!;
    await says(headset, outside);
    around.querySelector('chat-session')!.append(headset);
    await says(headset, noChat);
    around.append(headset);
    await says(headset, outside);
  });

  it('to its own controls alone when there are two on the page', async () => {
    const around = await fixture(html`
      <div>
        <twin-session voip><headset-button></headset-button></twin-session>
        <twin-session><headset-button></headset-button></twin-session>
      </div>
    `);
    customElements.define('twin-session', class extends ChatSession {});
    const [first, second] = around.querySelectorAll('headset-button');
    await says(first!, noChat);
    await says(second!, switchedOff);
    around.lastElementChild!.append(first!);
    await says(first!, switchedOff);
  });

  it('to a control outside that names its id, also when it comes later', async () => {
    const around = await fixture(html`
      <div>
        <headset-button for="talk"></headset-button>
        <chat-session><headset-button for="talk"></headset-button></chat-session>
      </div>
    `);
    const [control, inAnother] = around.querySelectorAll('headset-button');
    await says(control!, outside);
    const session = Object.assign(document.createElement('chat-session'), {
      id: 'talk',
      voip: true,
    });
    around.append(session);
    await says(control!, noChat);
    await says(inAnother!, noChat);
  });

  it('under another tag just as well, to a control that names it before it is defined', async () => {
    const around = await fixture(html`
      <div>
        <headset-button for="mine"></headset-button>
        <my-session id="mine" voip></my-session>
      </div>
    `);
    customElements.define('my-session', class extends ChatSession {});
    await says(headsetIn(around), noChat);
  });

  it('and keeps it when it is moved with its controls', async () => {
    const around = await fixture(html`
      <div>
        <chat-session voip><headset-button></headset-button></chat-session>
        <p></p>
      </div>
    `);
    const element = around.querySelector('chat-session')!;
    const { session } = element;
    around.querySelector('p')!.append(element);
    expect(element.session === session).to.equal(true);
    await says(headsetIn(element), noChat);
  });
});
