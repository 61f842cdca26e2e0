import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { sendKeys, sendMouse, resetMouse } from '@web/test-runner-commands';
import '../../define/end-chat-button.js';
import type { FakeState } from '../../testing/fake-session.js';
import { scene } from '../../testing/scene.js';
import type { EndChatButton } from './end-chat-button.js';

const ended = { by: 'agent', duration: 252_000 } as const;
const agent: FakeState = { party: 'agent', far: { name: 'Sam' } };

/** In a chat whose conversation has come. */
async function buttonIn(state: FakeState = {}) {
  const the = await scene<EndChatButton>('end-chat-button', state);
  await new Promise((done) => setTimeout(done));
  await the.element.updateComplete;
  const asks = () => the.part('question')?.matches(':popover-open') ?? false;
  const focused = (name: string) => the.element.shadowRoot!.activeElement === the.part(name);
  return { ...the, asks, focused };
}

describe('<end-chat-button>', () => {
  const reasons: Record<string, FakeState> = {
    'There is no active chat': { chat: 'none' },
    'The chat has ended': { talk: { ended }, chat: 'none' },
  };
  for (const [reason, state] of Object.entries(reasons)) {
    it(`cannot be used while “${reason}”, says so and stays focusable`, async () => {
      const { asks, element, part, session } = await buttonIn({ ...agent, ...state });
      element.focus();
      await sendKeys({ press: 'Enter' });
      expect(part('button')).to.have.attribute('aria-disabled', 'true');
      expect(part('reason')).to.have.trimmed.text(reason);
      expect(element.matches(':focus')).to.equal(true);
      expect(element.matches(':state(live)')).to.equal(false);
      expect(asks()).to.equal(false);
      expect(session.talk.asked).to.deep.equal([]);
    });
  }

  it('says so when it stands outside a session', async () => {
    const element = await fixture<EndChatButton>(html`<end-chat-button></end-chat-button>`);
    expect(element.renderRoot.querySelector('[part=reason]')).to.have.trimmed.text(
      'This control is not in a chat session',
    );
  });

  for (const chat of ['connecting', 'waiting', 'open', 'lost'] as const) {
    it(`ends the visitor’s chat at a press while it is ${chat}`, async () => {
      const { element, part, session } = await buttonIn({ chat });
      expect(part('label')).to.have.trimmed.text('End chat');
      expect(element.matches(':state(live)')).to.equal(true);
      element.focus();
      await sendKeys({ press: 'Enter' });
      expect(session.talk.asked).to.deep.equal(['end']);
    });
  }

  it('does nothing when the host cancels the request', async () => {
    const { element, part, session } = await buttonIn();
    element.addEventListener('end-chat-request', (event) => event.preventDefault());
    part('button')!.click();
    expect(session.talk.asked).to.deep.equal([]);
  });

  describe('asks first', () => {
    it('on the agent’s side, with the focus on the answer that changes nothing', async () => {
      const { asks, element, focused, part, session } = await buttonIn(agent);
      element.focus();
      await sendKeys({ press: 'Enter' });
      expect(asks()).to.equal(true);
      expect(part('question')).to.contain.text('End the chat with Sam?');
      expect(part('question')).to.contain.text(
        'It ends for both of you, and a call in it ends too.',
      );
      expect(focused('keep')).to.equal(true);
      await waitUntil(() => element.matches(':state(asking)'));
      expect(session.talk.asked).to.deep.equal([]);
    });

    it('on the visitor’s side with confirm alone', async () => {
      const { asks, element, part } = await buttonIn();
      expect(part('question')).not.to.exist;
      element.confirm = true;
      await element.updateComplete;
      part('button')!.click();
      expect(asks()).to.equal(true);
    });

    it('and ends the chat once that is answered', async () => {
      const { asks, element, part, session } = await buttonIn(agent);
      let requests = 0;
      element.addEventListener('end-chat-request', () => (requests += 1));
      element.focus();
      await sendKeys({ press: 'Enter' });
      expect(requests).to.equal(0);
      await sendKeys({ press: 'Tab' });
      await sendKeys({ press: 'Enter' });
      expect([requests, session.talk.asked]).to.deep.equal([1, ['end']]);
      await element.updateComplete;
      expect(asks()).to.equal(false);
      expect(part('button')).to.have.attribute('aria-disabled', 'true');
    });

    for (const [name, key] of [
      ['Keep chatting', 'Enter'],
      ['Escape', 'Escape'],
    ] as const) {
      it(`and goes back by ${name}: the focus is on the button again`, async () => {
        const { asks, element, focused, session } = await buttonIn(agent);
        element.focus();
        await sendKeys({ press: 'Enter' });
        await sendKeys({ press: key });
        expect(asks()).to.equal(false);
        expect(focused('button')).to.equal(true);
        await waitUntil(() => !element.matches(':state(asking)'));
        expect(session.talk.asked).to.deep.equal([]);
      });
    }

    it('and keeps its Escape to itself', async () => {
      const { element } = await buttonIn(agent);
      const heard: boolean[] = [];
      const hear = ({ defaultPrevented }: KeyboardEvent) => heard.push(defaultPrevented);
      document.addEventListener('keydown', hear);
      element.focus();
      await sendKeys({ press: 'Enter' });
      await sendKeys({ press: 'Escape' });
      await sendKeys({ press: 'Escape' });
      document.removeEventListener('keydown', hear);
      expect(heard).to.deep.equal([false, true, false]);
    });

    it('and goes back by a press elsewhere', async () => {
      const { asks, part, session } = await buttonIn(agent);
      part('button')!.click();
      await sendMouse({ type: 'click', position: [2, innerHeight - 2] });
      await resetMouse();
      expect(asks()).to.equal(false);
      expect(session.talk.asked).to.deep.equal([]);
    });

    it('and stays with its button, inside the window, when the page is scrolled', async () => {
      const { element, part } = await buttonIn(agent);
      const room = document.body.appendChild(document.createElement('div'));
      room.style.height = '300vh';
      element.style.marginBlockStart = '120px';
      part('button')!.click();
      const below = () =>
        part('question')!.getBoundingClientRect().top -
        part('button')!.getBoundingClientRect().bottom;
      const before = below();
      scrollTo(0, 60);
      await waitUntil(() => scrollY > 0 && below() === before, 'it has moved along');
      expect(part('question')!.getBoundingClientRect().left).to.be.at.least(0);
      room.remove();
    });

    it('no longer when the far side has ended the chat meanwhile', async () => {
      const { asks, element, part, show } = await buttonIn(agent);
      part('button')!.click();
      await waitUntil(() => element.matches(':state(asking)'));
      await show({ chat: 'none', talk: { ended: { ...ended, by: 'visitor' } } });
      await waitUntil(() => !asks() && !element.matches(':state(asking)'));
    });
  });

  it('is accessible, also while it asks', async () => {
    const { element, part } = await buttonIn(agent);
    await expect(element).to.be.accessible();
    element.showLabel = true;
    part('button')!.click();
    await element.updateComplete;
    await expect(element).to.be.accessible();
  });
});
