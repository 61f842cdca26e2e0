import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import '../../define/visitor-chat.js';
import { type FakeSession, fakeSession } from '../../testing/fake-session.js';
import { VisitorChat } from './visitor-chat.js';

class MadeUpVisitorChat extends VisitorChat {
  configured = 0;

  override get session(): FakeSession {
    return super.session as FakeSession;
  }

  protected override createSession(): FakeSession {
    return Object.assign(fakeSession(), { configure: () => (this.configured += 1) });
  }
}
customElements.define('made-up-visitor-chat', MadeUpVisitorChat);

async function panel() {
  const element = await fixture<MadeUpVisitorChat>(
    html`<made-up-visitor-chat></made-up-visitor-chat>`,
  );
  const root = element.shadowRoot!;
  const part = (name: string) => root.querySelector(`[part='${name}']`)!;
  const show = async (state: Parameters<FakeSession['show']>[0]) => {
    element.session.show(state);
    await element.updateComplete;
  };
  return { element, part, root, show };
}

describe('<visitor-chat>', () => {
  it('is the visitor’s session', () => {
    const element = document.createElement('visitor-chat');
    expect(element.party).to.equal('visitor');
    expect(element.session.snapshot.chat).to.equal('none');
  });

  it('names the agent, and says how the chat stands as long as there is none', async () => {
    const { part, show } = await panel();
    expect(part('title')).to.have.text('Anna');
    await show({ chat: 'connecting' });
    expect(part('conversation')).to.contain.text('Connecting to the chat…');
    await show({ chat: 'waiting' });
    expect(part('conversation')).to.contain.text('Anna is not here yet');
    await show({ far: { name: '' }, chat: 'none' });
    expect(part('title')).to.have.text('The agent');
    expect(part('conversation')).to.contain.text('There is no active chat');
  });

  it('shows the conversation, and its end in the place of the composer', async () => {
    const { element, root, show } = await panel();
    const seen = (tag: string) => root.querySelector(tag)?.checkVisibility();
    expect(['chat-transcript', 'chat-composer', 'end-chat-button'].map(seen)).to.deep.equal([
      ...[true, true, true],
    ]);
    await show({ chat: 'none', talk: { ended: { by: 'agent', duration: 9000 } } });
    await waitUntil(() => root.querySelector('chat-ended')!.matches(':state(ended)'));
    expect(seen('chat-composer')).to.equal(false);
    expect(root.querySelector('.conversation p')?.checkVisibility()).to.equal(false);
    await expect(element).to.be.accessible();
  });

  it('makes room for a conversation of the host’s', async () => {
    const { element, part } = await panel();
    element.append(Object.assign(document.createElement('p'), { textContent: 'Hello' }));
    await waitUntil(() => part('conversation').getAttribute('tabindex') === '0');
    expect(element.shadowRoot!.querySelector('chat-transcript')!.checkVisibility()).to.equal(false);
  });

  it('leaves a transcript of the host’s to scroll by itself', async () => {
    const { element, part } = await panel();
    const own = element.appendChild(document.createElement('chat-transcript'));
    const shown = () => own.getBoundingClientRect();
    await waitUntil(() => shown().height > 100, 'it has come');
    expect(part('conversation').hasAttribute('tabindex')).to.equal(false);
    expect(shown().width).to.equal(part('conversation').clientWidth);
    expect(shown().height).to.equal(part('conversation').clientHeight);
  });

  it('says once how the chat stands', async () => {
    const { part, root, show } = await panel();
    await show({ chat: 'waiting' });
    await root.querySelector('chat-transcript')!.updateComplete;
    const said = [part('conversation').querySelector('p')!];
    said.push(...root.querySelector('chat-transcript')!.renderRoot.querySelectorAll('p'));
    expect(
      said.filter((line) => line.checkVisibility()).map((line) => line.textContent.trim()),
    ).to.deep.equal(['Anna is not here yet']);
  });

  it('takes a composer of the host’s away with the chat', async () => {
    const { element, show } = await panel();
    const own = Object.assign(document.createElement('textarea'), { slot: 'composer' });
    element.append(own);
    expect(own.checkVisibility()).to.equal(true);
    await show({ chat: 'none', talk: { ended: { by: 'agent', duration: 9000 } } });
    await waitUntil(() => !own.checkVisibility());
  });

  it('asks before it ends the chat: the button is small, and lies beside others', async () => {
    const { element, root } = await panel();
    const button = root.querySelector('end-chat-button')!;
    await waitUntil(() => button.matches(':state(live)'));
    button.renderRoot.querySelector<HTMLElement>('[part=button]')!.click();
    expect(element.session.talk.asked).not.to.include('end');
    button.renderRoot.querySelector<HTMLElement>('[part=end]')!.click();
    expect(element.session.talk.asked).to.include('end');
  });

  it('renders for names and chats alone, and configures its session only for its settings', async () => {
    const { element, show } = await panel();
    const before = element.configured;
    await show({ far: { name: 'Anna Berg' } });
    await show({ call: { phase: 'active' } });
    expect(element.configured).to.equal(before);
    element.partyName = 'Sam';
    await element.updateComplete;
    expect(element.configured).to.equal(before + 1);
  });

  it('shows the call’s controls only while there is one', async () => {
    const { part, show } = await panel();
    const visible = () => part('controls').checkVisibility();
    expect(visible()).to.equal(false);
    await show({ call: { phase: 'active' } });
    expect(visible()).to.equal(true);
    await show({ call: { phase: 'idle' } });
    expect(visible()).to.equal(false);
  });

  it('gives its elements its session', async () => {
    const { element, root } = await panel();
    await root.querySelector('headset-button')!.updateComplete;
    root.querySelector('headset-button')!.shadowRoot!.querySelector('button')!.click();
    expect(element.session.asked).to.deep.equal(['startCall']);
  });

  it('is accessible', async () => {
    const { element, show } = await panel();
    await expect(element).to.be.accessible();
    await show({ call: { phase: 'incoming' } });
    await expect(element).to.be.accessible();
  });
});
