import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import { noCall } from '../../call/call-state.js';
import '../../define/chat-launcher.js';
import { CallChangeEvent, type LauncherChangeEvent } from '../../elements/shared/events.js';
import '../../i18n/conversation.js';
import '../../i18n/register/de.js';
import { UnreadChangeEvent } from '../../session/chat-events.js';
import { type FakeSession, fakeSession } from '../../testing/fake-session.js';
import { ChatSession } from '../../elements/chat-session/chat-session.js';
import type { ChatLauncher } from './chat-launcher.js';

class MadeUpChat extends ChatSession {
  override get session(): FakeSession {
    return super.session as FakeSession;
  }

  protected override createSession(): FakeSession {
    return fakeSession();
  }
}
customElements.define('made-up-chat', MadeUpChat);

async function launcher(floating = false) {
  const element = await fixture<ChatLauncher>(
    html`<chat-launcher ?floating=${floating}><made-up-chat>Hello</made-up-chat></chat-launcher>`,
  );
  const chat = element.querySelector<MadeUpChat>('made-up-chat')!;
  const button = element.shadowRoot!.querySelector('button')!;
  const press = async () => {
    button.click();
    await element.updateComplete;
  };
  const says = () => button.innerText.trim().replace(/\s+/g, ' ');
  return { button, chat, element, press, says };
}

describe('<chat-launcher>', () => {
  it('opens and closes its chat, and tells it', async () => {
    const { button, chat, element, press } = await launcher();
    expect(chat.checkVisibility()).to.equal(false);
    expect(button).to.have.attribute('aria-expanded', 'false');
    setTimeout(() => void press());
    const event: LauncherChangeEvent = await oneEvent(element, 'launcher-change');
    expect(event.open).to.equal(true);
    expect(chat.checkVisibility()).to.equal(true);
    expect(element).to.have.attribute('open');
    await press();
    expect(chat.checkVisibility()).to.equal(false);
    await expect(element).to.be.accessible();
  });

  it('tells nothing when it is built', async () => {
    const told: Event[] = [];
    const hear = (event: Event) => told.push(event);
    document.addEventListener('launcher-change', hear);
    await launcher();
    document.removeEventListener('launcher-change', hear);
    expect(told).to.deep.equal([]);
  });

  it('says that a call is on in the language that the page has by then', async () => {
    const { chat, element, says } = await launcher();
    chat.session.show({ call: { phase: 'active' } });
    chat.dispatchEvent(new CallChangeEvent({ ...noCall, phase: 'active' }, 'connecting'));
    await element.updateComplete;
    expect(says()).to.contain('In a call with Anna');
    element.lang = 'de';
    await waitUntil(() => says().includes('Im Gespräch: Anna'));
  });

  it('says in its corner that a call is on, as long as it is closed', async () => {
    const { chat, element, press, says } = await launcher();
    chat.session.show({ call: { phase: 'active' } });
    await element.updateComplete;
    expect(says()).to.equal('Chat In a call with Anna');
    expect(element.matches(':state(in-call)')).to.equal(true);
    await press();
    expect(says()).to.equal('Chat');
    await press();
    chat.session.show({ call: noCall });
    await element.updateComplete;
    expect(says()).to.equal('Chat');
    expect(element.matches(':state(in-call)')).to.equal(false);
  });

  it('counts what nobody has seen, in words too, as long as it is closed', async () => {
    const { button, chat, element, press } = await launcher();
    const badge = () => button.querySelector('[part=badge]');
    const tell = async (count: number) => {
      chat.dispatchEvent(new UnreadChangeEvent(count));
      await element.updateComplete;
    };
    await tell(2);
    expect(badge()).to.have.text('2');
    expect(button).to.contain.text('2 new messages');
    expect(element.matches(':state(unread)')).to.equal(true);
    await expect(element).to.be.accessible();
    await tell(120);
    expect(badge()).to.have.text('99+');
    await press();
    expect(badge()).not.to.exist;
    await press();
    await tell(0);
    expect(badge()).not.to.exist;
    expect(element.matches(':state(unread)')).to.equal(false);
  });

  it('opens for an incoming call, and only for that', async () => {
    const { chat, element } = await launcher();
    chat.session.show({ call: { phase: 'calling' } });
    expect(element.open).to.equal(false);
    chat.session.show({ call: { phase: 'incoming' } });
    expect(element.open).to.equal(true);
  });

  it('hears of calls of a chat in a shadow tree of the host', async () => {
    const { element } = await launcher();
    const host = element.appendChild(document.createElement('div'));
    const chat = host.attachShadow({ mode: 'open' }).appendChild(new MadeUpChat());
    chat.dispatchEvent(new CallChangeEvent({ ...noCall, phase: 'incoming' }, 'idle'));
    expect(element.open).to.equal(true);
  });

  it('closes on Escape where it floats, and keeps the focus', async () => {
    const { button, chat, element, press } = await launcher(true);
    await press();
    const escape = () => new KeyboardEvent('keydown', { key: 'Escape', bubbles: true });
    chat.tabIndex = 0;
    chat.focus();
    chat.dispatchEvent(escape());
    await element.updateComplete;
    expect(element.open).to.equal(false);
    expect(element.shadowRoot!.activeElement === button).to.equal(true);

    element.floating = false;
    await press();
    chat.dispatchEvent(escape());
    expect(element.open, 'in the flow of the page it is no overlay').to.equal(true);
  });

  it('floats in the top layer, also after it was moved', async () => {
    const { element } = await launcher(true);
    const inTopLayer = () =>
      element.shadowRoot!.querySelector('.launcher')!.matches(':popover-open');
    expect(inTopLayer()).to.equal(true);
    const { parentElement } = element;
    element.remove();
    parentElement!.append(element);
    expect(inTopLayer()).to.equal(true);
    element.floating = false;
    await element.updateComplete;
    expect(inTopLayer()).to.equal(false);
  });
});
