import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { Body } from '../../chat/entry.js';
import '../../define/chat-message.js';
import type { FileState, Item, ItemState } from '../../session/conversation.js';
import { fakeItem } from '../../testing/fake-conversation.js';
import type { FakeState } from '../../testing/fake-session.js';
import { hostileTexts, turned, zalgo } from '../../testing/hostile-texts.js';
import { scene } from '../../testing/scene.js';
import type { ChatMessage } from './chat-message.js';

const file: Body = { type: 'file', file: 'f', name: 'guide.pdf', size: 2_100_000, mime: '' };

/** One message, and how its file stands. */
async function messageOf(item: Item, fileState?: FileState, state: FakeState = {}) {
  const talk = { items: [item], files: new Map(fileState ? [['f', fileState]] : []) };
  const the = await scene<ChatMessage>('chat-message', { talk, ...state });
  the.element.item = item;
  await the.element.updateComplete;
  return the;
}
const own = (body: Body | string, state: ItemState = 'read') =>
  messageOf(fakeItem(body, { from: 'visitor', state }));
const far = (body: Body | string) => messageOf(fakeItem(body, { from: 'agent' }));

describe('<chat-message>', () => {
  it('shows nothing without an item, and what it is given', async () => {
    const { element, part } = await scene<ChatMessage>('chat-message');
    expect(element.getBoundingClientRect().height).to.equal(0);
    element.item = fakeItem('Hello');
    await element.updateComplete;
    expect(part('text')).to.have.text('Hello');
  });

  it('follows the item that item-id names', async () => {
    const item = fakeItem('Hello', { id: 'x.1', state: 'sent' });
    const { element, part, show } = await scene<ChatMessage>('chat-message', {
      talk: { items: [fakeItem('Before'), item] },
    });
    element.setAttribute('item-id', 'x.1');
    await element.updateComplete;
    expect(part('meta')).to.contain.text('Sent');
    await show({ talk: { items: [{ ...item, state: 'read' }] } });
    expect(part('meta')).to.contain.text('Read');
    await show({ talk: { items: [] } });
    expect(part('text')).not.to.exist;
  });

  for (const [state, words] of Object.entries({
    sending: 'Sending…',
    sent: '· Sent',
    delivered: '· Delivered',
    read: '· Read',
  } as const)) {
    it(`says how far it has come: ${state}`, async () => {
      const { part } = await own('Hello', state as ItemState);
      expect(part('meta')).to.contain.text(words);
    });
  }

  it('says that it waits while the far side is away', async () => {
    const { part } = await messageOf(fakeItem('Hello', { state: 'sending' }), undefined, {
      chat: 'lost',
    });
    expect(part('meta')).to.have.trimmed.text('Sends when you are back');
  });

  it('sends again what failed, and takes it away', async () => {
    const { element, part, session } = await own('Hello', 'failed');
    expect(part('meta')).to.have.trimmed.text('Not sent');
    part('again')!.focus();
    await sendKeys({ press: 'Enter' });
    expect(session.talk.asked).to.deep.equal([`retry ${element.item!.id}`]);
    part('discard')!.click();
    expect(session.talk.asked.at(-1)).to.equal(`discard ${element.item!.id}`);
  });

  it('says whose it is, for ears', async () => {
    const { element } = await far('Hello');
    expect(element.renderRoot.querySelector('.sr')).to.have.trimmed.text('Anna:');
    const { element: mine } = await own('Hello');
    expect(mine.renderRoot.querySelector('.sr')).to.have.trimmed.text('You:');
  });

  for (const [what, by, words] of [
    ['started', 'agent', 'Audio call started'],
    ['ended', 'agent', 'Call ended, 04:12'],
    ['missed', 'agent', 'Call not answered'],
    ['camera-on', 'agent', 'Anna turned the camera on'],
    ['camera-off', 'agent', 'Anna turned the camera off'],
    ['camera-on', 'visitor', 'You turned the camera on'],
    ['camera-off', 'visitor', 'You turned the camera off'],
  ] as const) {
    it(`says in one line: ${words}`, async () => {
      const body = { type: 'call', what, call: '1', duration: 252_000 } as const;
      const { part } = await messageOf(fakeItem(body, { from: by }));
      expect(part('system-line')).to.contain.text(words);
      expect(part('message')).not.to.exist;
    });
  }

  it('says who ended the chat', async () => {
    const body = { type: 'ended', duration: 3_852_000 } as const;
    expect((await far(body)).part('system-line')).to.contain.text(
      'Anna ended the chat after 1:04:12',
    );
    expect((await own(body)).part('system-line')).to.contain.text('You ended the chat');
  });

  it('keeps the place of what it cannot read, and shows nothing of a stopped file', async () => {
    expect((await far({ type: 'unknown' })).part('message')).to.contain.text('cannot show');
    const { element } = await far({ type: 'stopped', file: 'f' });
    expect(element.getBoundingClientRect().height).to.equal(0);
  });

  it('asks for a file, refuses and stops it', async () => {
    const item = fakeItem(file, { from: 'agent' });
    const offered = await messageOf(item, { is: 'offered', moved: 0, picture: false });
    const buttons = [...offered.element.renderRoot.querySelectorAll<HTMLElement>('[part=action]')];
    for (const button of buttons) button.click();
    expect(offered.session.talk.asked).to.deep.equal(['stopFile f', 'getFile f']);
    const moving = await messageOf(item, { is: 'moving', moved: 1e6, picture: false });
    moving.part('action')!.click();
    expect(moving.session.talk.asked).to.deep.equal(['stopFile f']);
  });

  it('shows a picture large in itself, and gives the focus back', async () => {
    const svg = new Blob(['<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"/>'], {
      type: 'image/svg+xml',
    });
    const { element, part } = await messageOf(fakeItem(file, { from: 'agent' }), {
      is: 'done',
      moved: 1,
      blob: svg,
      picture: true,
    });
    part('picture')!.focus();
    part('picture')!.click();
    const dialog = element.renderRoot.querySelector('dialog')!;
    expect(dialog.open).to.equal(true);
    await sendKeys({ press: 'Escape' });
    expect(element.renderRoot.querySelector('dialog')).not.to.exist;
    expect(part('picture')!.matches(':focus')).to.equal(true);
  });

  it('cuts a long text until it is opened, and all of it can be found meanwhile', async () => {
    const { element, part } = await own('A long text. '.repeat(200));
    const text = part('text')!;
    const cut = text.parentElement!;
    expect(cut.scrollHeight).to.be.above(cut.clientHeight);
    expect(text.textContent).to.have.lengthOf(2600);
    const before = element.getBoundingClientRect().height;
    expect(part('show-all')).to.have.attribute('aria-expanded', 'false');
    part('show-all')!.click();
    await element.updateComplete;
    expect(part('show-all')).to.have.trimmed.text('Show less');
    expect(element.getBoundingClientRect().height).to.be.above(before * 1.5);
    part('show-all')!.click();
    await element.updateComplete;
    expect(element.getBoundingClientRect().height).to.equal(before);
    const lines = await own('line\n'.repeat(16));
    expect(lines.part('show-all')).to.exist;
    const short = await own('line\n'.repeat(10));
    expect(short.part('show-all')).not.to.exist;
  });

  it('makes links that cannot reach back, and says where they go', async () => {
    const { part } = await far('See https://аpple.example/x, or www.b.example');
    const link = part('link') as HTMLAnchorElement;
    expect(link.rel).to.equal('noopener noreferrer nofollow');
    expect(link.target).to.equal('_blank');
    expect(link.href).to.equal('https://xn--pple-43d.example/x');
    expect(link).to.contain.text('https://аpple.example/x (xn--pple-43d.example)');
    expect(part('text')).to.have.text(
      'See https://аpple.example/x (xn--pple-43d.example), or www.b.example',
    );
  });

  it('keeps what runs from right to left apart from what is around it', async () => {
    const { part } = await far('שלום, זה טקסט');
    expect(getComputedStyle(part('text')!).direction).to.equal('rtl');
    const { part: other } = await far(turned);
    expect(getComputedStyle(other('text')!).direction).to.equal('ltr');
    expect(other('text')!.localName).to.equal('bdi');
  });

  for (const [text, large] of [
    ['👍', true],
    ['🇩🇪 👩‍👩‍👧', true],
    ['👍🏽', true],
    ['OK 👍', false],
    ['👍👍👍👍', false],
    ['7', false],
    ['', false],
  ] as const) {
    it(`shows ${text || 'nothing'} ${large ? 'larger' : 'as all text'}`, async () => {
      const { part } = await far(text);
      const size = parseFloat(getComputedStyle(part('text')!).fontSize);
      expect(size > 20).to.equal(large);
    });
  }

  it('shows each of 200 hostile texts letter by letter, and none of them does anything', async () => {
    expect(hostileTexts).to.have.lengthOf(200);
    const reports: string[] = [];
    const report = ({ violatedDirective }: SecurityPolicyViolationEvent): unknown =>
      reports.push(violatedDirective);
    document.addEventListener('securitypolicyviolation', report);
    const { element, part } = await far('');
    for (const text of hostileTexts) {
      element.item = fakeItem(text, { from: 'agent' });
      await element.updateComplete;
      expect(part('text')).to.have.text(text);
      const strange = element.renderRoot.querySelector(
        ':not(div, span, bdi, p, a, button, style, svg, svg *)',
      );
      expect(strange, text).to.equal(null);
    }
    document.removeEventListener('securitypolicyviolation', report);
    expect(Reflect.get(globalThis, 'hostile')).to.equal(undefined);
    expect(reports).to.deep.equal([]);
  });

  it('lets no heap of accents, and no word however long, out of its bubble', async () => {
    const { element, part } = await far(zalgo + 'x'.repeat(2000));
    element.style.inlineSize = '320px';
    expect(getComputedStyle(part('message')!).contain).to.equal('paint');
    expect(element.scrollWidth).to.be.at.most(320);
    expect(part('message')!.scrollWidth).to.equal(part('message')!.clientWidth);
  });

  const states: Record<string, Item> = {
    'of the far side': fakeItem('See https://a.example/', { from: 'agent' }),
    'that failed': fakeItem('Hello', { state: 'failed' }),
    'with a file': fakeItem(file, { from: 'agent' }),
    'of a call': fakeItem({ type: 'call', what: 'started', call: '1' }),
  };
  for (const [name, item] of Object.entries(states)) {
    it(`is accessible ${name}`, async () => {
      const { element } = await messageOf(item, { is: 'offered', moved: 0, picture: false });
      await expect(element).to.be.accessible();
    });
  }
});
