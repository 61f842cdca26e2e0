import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../define/chat-ended.js';
import '../../define/end-chat-button.js';
import { fakeItem } from '../../testing/fake-conversation.js';
import type { FakeState } from '../../testing/fake-session.js';
import { scene } from '../../testing/scene.js';
import { SessionElement } from '../shared/session-element.js';
import { html } from 'lit';
import type { ChatEnded } from './chat-ended.js';

const at = new Date(2026, 2, 14, 12).getTime();
const over: FakeState = {
  chat: 'none',
  talk: {
    ended: { by: 'visitor', duration: 252_000 },
    items: [
      fakeItem('Hello, I am <b>Anna</b>', { from: 'agent', at }),
      fakeItem('It is broken', { at }),
      fakeItem('Are you there?', { at, state: 'failed' }),
      fakeItem({ type: 'file', file: 'f', name: 'lamp.png', size: 2_100_000, mime: '' }, { at }),
      fakeItem({ type: 'call', what: 'ended', call: 'c', duration: 65_000 }, { at }),
      fakeItem({ type: 'call', what: 'camera-on', call: 'c' }, { at, from: 'agent' }),
      fakeItem({ type: 'ended', duration: 252_000 }, { at }),
    ],
  },
};
const asAgent: FakeState = {
  ...over,
  party: 'agent',
  own: { name: 'Anna' },
  far: { name: 'Sam' },
};

async function endedIn(state: FakeState) {
  const the = await scene<ChatEnded>('chat-ended', state);
  await new Promise((done) => setTimeout(done));
  await the.element.updateComplete;
  return the;
}

/** Catches the file that a press saves. */
async function savedBy(press: () => void) {
  const blobs = new Map<string, Blob>();
  const makeUrl = URL.createObjectURL.bind(URL);
  URL.createObjectURL = (blob: Blob) => {
    const url = makeUrl(blob);
    blobs.set(url, blob);
    return url;
  };
  const links: HTMLAnchorElement[] = [];
  const click: () => void = Reflect.get(HTMLAnchorElement.prototype, 'click');
  HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
    links.push(this);
  };
  press();
  await waitUntil(() => links.length > 0, 'a file was saved');
  HTMLAnchorElement.prototype.click = click;
  URL.createObjectURL = makeUrl;
  const [link] = links;
  const { download, href } = link!;
  const blob = blobs.get(href)!;
  return { name: download, type: blob.type, text: await blob.text() };
}

/** Stands for the composer: a field in an element of the session. */
class FieldOfASession extends SessionElement {
  protected override render(): unknown {
    return html`<textarea aria-label="Message"></textarea>`;
  }

  override focus(): void {
    this.renderRoot.querySelector('textarea')?.focus();
  }
}
customElements.define('field-of-a-session', FieldOfASession);

describe('<chat-ended>', () => {
  it('is not there before the end', async () => {
    const { element, part } = await endedIn({});
    expect(part('ended')).not.to.exist;
    expect(element.getBoundingClientRect().height).to.equal(0);
    expect(element.matches(':state(ended)')).to.equal(false);
  });

  const titles: readonly [FakeState, string][] = [
    [over, 'You ended the chat after 04:12'],
    [{ ...over, talk: { ended: { by: 'agent', duration: 0 } } }, 'Anna ended the chat after 00:00'],
    [{ ...over, talk: { ended: { by: 'host', duration: 0 } } }, 'The chat has ended'],
    [asAgent, 'Sam ended the chat after 04:12'],
    [{ ...asAgent, far: { name: '' } }, 'The visitor ended the chat after 04:12'],
  ];
  for (const [state, title] of titles) {
    it(`says “${title}”`, async () => {
      const { element, part } = await endedIn(state);
      expect(part('title')).to.have.trimmed.text(title);
      expect(element.matches(':state(ended)')).to.equal(true);
    });
  }

  it('goes away again with a new chat', async () => {
    const { element, part, session } = await endedIn(over);
    const requests: Event[] = [];
    element.addEventListener('new-chat-request', (event) => requests.push(event));
    part('start-anew')!.click();
    await element.updateComplete;
    expect(requests).to.have.length(1);
    expect(session.talk.asked).to.deep.equal(['startAnew']);
    expect(part('ended')).not.to.exist;
  });

  it('begins none when the host cancels the request', async () => {
    const { element, part, session } = await endedIn(over);
    element.addEventListener('new-chat-request', (event) => event.preventDefault());
    part('start-anew')!.click();
    expect(session.talk.asked).to.deep.equal([]);
  });

  it('has the host’s form on the agent’s side, and nothing of the kit’s instead', async () => {
    const form = Object.assign(document.createElement('form'), { slot: 'wrap-up' });
    const { element, part } = await endedIn(asAgent);
    element.append(form);
    form.textContent = 'Solved?';
    expect(form.checkVisibility()).to.equal(true);
    expect(part('start-anew')).not.to.exist;
    expect(part('save-text')).to.exist;
    element.remove();
    const visitor = await endedIn(over);
    visitor.element.append(form);
    expect(form.assignedSlot).to.equal(null);
  });

  describe('its copies', () => {
    it('as text: both names, times, what never went out, files by name and size, calls', async () => {
      const { part } = await endedIn(over);
      const { name, text, type } = await savedBy(() => part('save-text')!.click());
      expect(name).to.equal('chat-Anna-2026-03-14.txt');
      expect(type).to.equal('text/plain;charset=utf-8');
      const said = text
        .split('\r\n')
        .map((line) => line.replace(/^\[.*?2026.*?\d\d:\d\d.*?\] /, ''));
      expect(said).to.deep.equal(
        [
          'Chat with Anna',
          'You ended the chat after 04:12',
          '',
          'Anna: Hello, I am <b>Anna</b>',
          'Sam: It is broken',
          'Sam: Are you there? [Not sent]',
          'Sam: lamp.png (2.1 MB) ',
          'Call ended, 01:05',
          'Anna turned the camera on',
          '',
        ].map((line) => line.trimEnd()),
      );
    });

    it('as a page, with the pictures that are at hand and small', async () => {
      const { part, show } = await endedIn(over);
      const blob = new Blob([new Uint8Array(8)], { type: 'image/png' });
      const saved = async (size: number, picture = true) => {
        const held = Object.defineProperty(blob.slice(0, 8, 'image/png'), 'size', { value: size });
        const file = { is: 'done', moved: 8, blob: held, picture } as const;
        await show({ talk: { files: new Map([['f', file]]) } });
        return savedBy(() => part('save-page')!.click());
      };
      const { name, text, type } = await saved(8);
      expect(name).to.equal('chat-Anna-2026-03-14.html');
      expect(type).to.equal('text/html;charset=utf-8');
      const page = new DOMParser().parseFromString(text, 'text/html');
      expect(page.querySelector('img')?.src).to.match(/^data:image\/png;base64,/);
      expect(page.querySelector('b:not([dir])')).not.to.exist;
      expect(page.body).to.contain.text('Hello, I am <b>Anna</b>');
      for (const without of [await saved(2_000_001), await saved(8, false)]) {
        expect(without.text).to.contain('lamp.png');
        expect(without.text).not.to.contain('<img');
      }
    });
  });

  describe('the focus', () => {
    /** An element before it in the same session. */
    async function after(tag: string, state: FakeState = {}) {
      const the = await endedIn(state);
      const other = document.createElement(tag) as SessionElement;
      the.element.before(other);
      await other.updateComplete;
      await new Promise((done) => setTimeout(done));
      await other.updateComplete;
      const onTitle = () => the.element.shadowRoot!.activeElement === the.part('title');
      return { ...the, onTitle, other };
    }
    const painted = () =>
      new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));

    it('goes to its words from a field that is of no use any more', async () => {
      const { onTitle, other, show } = await after('field-of-a-session');
      other.focus();
      await show(over);
      await waitUntil(onTitle);
    });

    it('goes there too when the field goes away with the chat', async () => {
      const { onTitle, other, session } = await after('field-of-a-session');
      other.focus();
      session.show(over);
      other.remove();
      await waitUntil(onTitle);
    });

    it('goes there from the button that ended the chat', async () => {
      const { onTitle, other, session } = await after('end-chat-button');
      other.focus();
      await sendKeys({ press: 'Enter' });
      expect(session.talk.asked).to.deep.equal(['end']);
      await waitUntil(onTitle);
    });

    it('is left to whoever writes elsewhere on the page', async () => {
      const { onTitle, element, show } = await after('field-of-a-session');
      const notes = document.createElement('textarea');
      element.before(notes);
      notes.focus();
      await show(over);
      await painted();
      expect(onTitle()).to.equal(false);
      expect(document.activeElement === notes).to.equal(true);
    });

    it('goes to where messages are written when a new chat begins, else to the headset', async () => {
      await import('../../define/headset-button.js');
      const { other, part } = await after('headset-button', over);
      part('start-anew')!.focus();
      await sendKeys({ press: 'Enter' });
      await waitUntil(() => other.matches(':focus'));
    });
  });

  for (const [name, state] of Object.entries({ visitor: over, agent: asAgent })) {
    it(`is accessible to the ${name}`, async () => {
      const { element } = await endedIn(state);
      await expect(element).to.be.accessible();
    });
  }
});
