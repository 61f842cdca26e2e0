import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../define/chat-composer.js';
import '../../define/hangup-button.js';
import '../../define/headset-button.js';
import type { FileRejectedEvent } from '../../session/chat-events.js';
import type { MessageSendEvent } from '../shared/conversation-events.js';
import type { FakeState } from '../../testing/fake-session.js';
import { hearWarnings } from '../../testing/hear-warnings.js';
import { scene } from '../../testing/scene.js';
import type { ChatComposer } from './chat-composer.js';
import { grow } from './grow.js';
import { bytesOf } from './size-limit.js';

const ended: FakeState = { talk: { ended: { by: 'agent', duration: 1000 } } };
const bytes = (text: string) => Uint8Array.from(text, (one) => one.charCodeAt(0));
const photo = (name = 'light.png'): File =>
  new File([bytes('\x89PNG\r\n\x1a\n\0\0\0\rIHDR')], name, { type: 'image/png' });
const guide = (name = 'guide.pdf'): File =>
  new File([bytes('%PDF-1.7\n')], name, { type: 'application/pdf' });

async function composerIn(state: FakeState = {}, set: Partial<ChatComposer> = {}) {
  const there = await scene<ChatComposer>('chat-composer', state);
  const { element, part, session } = there;
  Object.assign(element, set);
  if (state.chat !== 'none')
    await waitUntil(() => session.talk.asked.length > 0, 'the conversation is here');
  await element.updateComplete;
  const field = part('field') as HTMLTextAreaElement;
  let before = 0;
  let refused = 0;
  element.addEventListener('file-rejected', () => void (refused += 1));
  return {
    ...there,
    field,
    /** What the conversation was asked for, without how large a file may be. */
    asked: () => session.talk.asked.filter((one) => !one.startsWith('takeFilesUpTo')),
    sent: () => session.talk.asked.filter((one) => one.startsWith('send')),
    /** As a person does, in one go. */
    put: async (text: string) => {
      field.focus();
      field.value = text;
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      await element.updateComplete;
    },
    choose: async (...files: readonly File[]) => {
      const input = element.renderRoot.querySelector<HTMLInputElement>('input[type=file]')!;
      input.files = dataOf(files).files;
      input.dispatchEvent(new Event('change'));
      before += files.length;
      await waitUntil(() => chosen(element).length + refused === before, 'each is checked');
      await element.updateComplete;
    },
    says: (name: string) =>
      [...(part(name)?.querySelectorAll('p') ?? [])].map((line) => line.textContent),
  };
}

const chosen = (element: ChatComposer): string[] =>
  [...element.renderRoot.querySelectorAll('.chosen .name')].map((name) => name.textContent);

function dataOf(files: readonly File[], text = ''): DataTransfer {
  const data = new DataTransfer();
  for (const file of files) data.items.add(file);
  if (text) data.setData('text/plain', text);
  return data;
}

const paste = (field: HTMLElement, files: readonly File[], text?: string): boolean =>
  field.dispatchEvent(
    new ClipboardEvent('paste', {
      clipboardData: dataOf(files, text),
      bubbles: true,
      cancelable: true,
      composed: true,
    }),
  );

const drag = (
  type: string,
  at: EventTarget,
  files: readonly File[],
  relatedTarget?: EventTarget,
) => {
  const event = new DragEvent(type, {
    dataTransfer: dataOf(files),
    bubbles: true,
    cancelable: true,
    composed: true,
    relatedTarget: relatedTarget ?? null,
  });
  at.dispatchEvent(event);
  return event;
};

/** As on a touch screen; the returned function ends it. */
function onGlass(): () => void {
  const match = window.matchMedia.bind(window);
  window.matchMedia = (query) => match(query.includes('coarse') ? 'all' : query);
  return () => void (window.matchMedia = match);
}

describe('<chat-composer>', () => {
  it('is a text box named after who reads it, in letters that no phone zooms into', async () => {
    const { field } = await composerIn();
    expect(field.localName).to.equal('textarea');
    expect(field).to.have.attribute('aria-label', 'Message to Anna');
    expect(parseFloat(getComputedStyle(field).fontSize)).to.be.at.least(16);
  });

  describe('writing', () => {
    it('sends with Enter, empties the field and stays in it', async () => {
      const { element, field, sent } = await composerIn();
      element.focus();
      await sendKeys({ type: 'Hello' });
      await sendKeys({ press: 'Enter' });
      expect(sent()).to.deep.equal(['send Hello']);
      expect(field.value).to.equal('');
      expect(element.shadowRoot?.activeElement).to.equal(field);
    });

    it('sends with the button and gives the focus back', async () => {
      const { element, field, part, put, sent } = await composerIn();
      await put('Hello');
      part('send')!.focus();
      part('send')!.click();
      expect(sent()).to.deep.equal(['send Hello']);
      expect(element.shadowRoot?.activeElement).to.equal(field);
    });

    it('breaks the line with Shift+Enter', async () => {
      const { element, field, sent } = await composerIn();
      element.focus();
      await sendKeys({ type: 'a' });
      await sendKeys({ down: 'Shift' });
      await sendKeys({ press: 'Enter' });
      await sendKeys({ up: 'Shift' });
      await sendKeys({ type: 'b' });
      expect(field.value).to.equal('a\nb');
      expect(sent()).to.deep.equal([]);
    });

    for (const [name, key] of Object.entries({
      'as browsers say it': { isComposing: true },
      'as Safari says it': { keyCode: 229 },
    })) {
      it(`leaves the Enter that ends a composition to the input method, ${name}`, async () => {
        const { field, put, sent } = await composerIn();
        await put('日本');
        const event = new KeyboardEvent('keydown', { key: 'Enter', cancelable: true, ...key });
        field.dispatchEvent(event);
        expect(event.defaultPrevented).to.equal(false);
        expect(sent()).to.deep.equal([]);
      });
    }

    it('on a touch screen, breaks the line with Enter and sends with the button', async () => {
      const off = onGlass();
      try {
        const { element, field, part, sent } = await composerIn();
        expect(field.enterKeyHint).to.equal('enter');
        element.focus();
        await sendKeys({ type: 'a' });
        await sendKeys({ press: 'Enter' });
        await sendKeys({ type: 'b' });
        expect(sent()).to.deep.equal([]);
        part('attach')!.focus(); // the keyboard was closed
        part('send')!.click();
        expect(sent()).to.deep.equal(['send a\nb']);
        expect(element.shadowRoot!.activeElement).not.to.equal(field);
      } finally {
        off();
      }
    });

    it('keeps the keyboard of a touch screen: a press on Send takes no focus from the field', async () => {
      const { element, part } = await composerIn();
      const press = () => new MouseEvent('mousedown', { cancelable: true });
      const away = press();
      part('send')!.dispatchEvent(away);
      expect(away.defaultPrevented).to.equal(false);
      element.focus();
      const near = press();
      part('send')!.dispatchEvent(near);
      expect(near.defaultPrevented).to.equal(true);
    });

    const tidied: Record<string, string | undefined> = {
      '\n \n  Hello\n\nAnna \n\n': '  Hello\n\nAnna',
      'a\u0007b\u0000c\td\r\ne': 'abc\td\ne',
      'x\ud83dy': 'xy',
      ' \n\t ': undefined,
      '\u200b\u2060': undefined,
      '': undefined,
      '👩‍👩‍👧': '👩‍👩‍👧',
    };
    for (const [typed, text] of Object.entries(tidied)) {
      it(`sends ${text === undefined ? 'nothing' : JSON.stringify(text)} when ${JSON.stringify(typed)} was typed`, async () => {
        const { field, put, sent } = await composerIn();
        // A field makes line feeds of all line breaks.
        await put(typed);
        await sendKeys({ press: 'Enter' });
        expect(sent()).to.deep.equal(text === undefined ? [] : [`send ${text}`]);
        if (text === undefined) expect(field.value).to.equal(typed);
      });
    }

    it('keeps what the host does not let through', async () => {
      const { element, field, put, sent } = await composerIn();
      await put('Rude');
      element.addEventListener('message-send', (event) => event.preventDefault());
      setTimeout(() => void sendKeys({ press: 'Enter' }));
      const { text } = await oneEvent<MessageSendEvent>(element, 'message-send');
      expect(text).to.equal('Rude');
      expect(sent()).to.deep.equal([]);
      expect(field.value).to.equal('Rude');
    });

    it('refuses what is too long, says by how much, and loses nothing of it', async () => {
      const { element, field, part, put, says, sent } = await composerIn();
      await put('x'.repeat(9800));
      expect(says('note')).to.deep.equal(['200 characters left']);
      await put('x'.repeat(10_000));
      expect(says('note')).to.deep.equal(['0 characters left']);
      expect(part('send')).not.to.have.attribute('aria-disabled');
      await put('x'.repeat(10_001));
      expect(says('note')).to.deep.equal(['Too long by 1 character']);
      expect(field).to.have.attribute('aria-invalid', 'true');
      expect(part('send')).to.have.attribute('aria-disabled', 'true');
      expect(part('refused')).to.have.trimmed.text('');
      await sendKeys({ press: 'Enter' });
      expect(sent()).to.deep.equal([]);
      expect(field.value).to.have.length(10_001);
      await element.updateComplete;
      expect(part('refused')!.role).to.equal('status');
      expect(part('refused')).to.have.trimmed.text('Too long by 1 character');
      await expect(element).to.be.accessible();
    });

    it('grows with its text, also where the browser does not do it', async () => {
      const { element, field, put } = await composerIn();
      const one = field.offsetHeight;
      expect(one).to.be.at.least(44);
      await put('a\nb\nc');
      const three = field.offsetHeight;
      expect(three).to.be.greaterThan(one);
      Object.assign(field.style, { fieldSizing: 'fixed' });
      grow(field, false);
      expect(field.offsetHeight).to.equal(three);
      field.value = 'a\n'.repeat(50);
      grow(field, false);
      const most = field.offsetHeight;
      expect(most).to.be.within(three, 121);
      field.value = '';
      grow(field, false);
      expect(field.offsetHeight).to.be.at.most(one);
      await expect(element).to.be.accessible();
    });
  });

  describe('the draft', () => {
    it('is kept with each letter, and cleared when it is sent', async () => {
      const { asked, element } = await composerIn();
      element.focus();
      await sendKeys({ type: 'ab' });
      await sendKeys({ press: 'Enter' });
      expect(asked()).to.deep.equal(['write a', 'write ab', 'send ab']);
    });

    it('comes back after a reload', async () => {
      const { asked, field, part } = await composerIn({ talk: { draft: 'I was' } });
      expect(field.value).to.equal('I was');
      expect(part('send')).not.to.have.attribute('aria-disabled');
      expect(asked()).to.deep.equal([]);
    });

    it('that comes back late does not overwrite what is typed right now', async () => {
      const { asked, field, put, session } = await composerIn({ talk: { restored: false } });
      await put('New');
      session.talk.show({ draft: 'Old', restored: true });
      await waitUntil(() => asked().length === 2);
      expect(field.value).to.equal('New');
      expect(asked()).to.deep.equal(['write New', 'write New']);
    });

    it('that a host writes for the person is taken over, but not under an input method', async () => {
      const { element, field, put, session } = await composerIn();
      await put('Hel');
      session.talk.write('Hello, I am Anna.');
      await element.updateComplete;
      expect(field.value).to.equal('Hello, I am Anna.');
      field.dispatchEvent(new CompositionEvent('compositionstart'));
      session.talk.write('Something else');
      await element.updateComplete;
      expect(field.value).to.equal('Hello, I am Anna.');
    });

    it('typed before the conversation came is told to it', async () => {
      const { element, session } = await scene<ChatComposer>('chat-composer', { chat: 'none' });
      const field = element.renderRoot.querySelector('textarea')!;
      field.value = 'Early';
      field.dispatchEvent(new InputEvent('input'));
      await waitUntil(() => session.talk.asked.includes('write Early'));
    });

    it('stays in the field while the element is moved', async () => {
      const { element, field, put } = await composerIn();
      await put('Moving');
      element.parentElement!.append(element);
      await element.updateComplete;
      expect(field.value).to.equal('Moving');
    });
  });

  describe('when it cannot be used', () => {
    const reasons: Record<string, FakeState> = {
      'There is no active chat': { chat: 'none' },
      'The chat has ended': ended,
    };
    for (const [reason, state] of Object.entries(reasons)) {
      it(`says “${reason}” and takes nothing`, async () => {
        const { element, field, part, sent } = await composerIn(state);
        await waitUntil(() => field.readOnly);
        expect(field.placeholder).to.equal(reason);
        for (const name of ['attach', 'send']) {
          expect(part(name)).to.have.attribute('aria-disabled', 'true');
          const id = part(name)!.getAttribute('aria-describedby')!;
          expect(element.shadowRoot!.getElementById(id)).to.have.trimmed.text(reason);
        }
        part('send')!.click();
        paste(field, [photo()]);
        expect(sent()).to.deep.equal([]);
        await expect(element).to.be.accessible();
      });
    }

    it('says so under a text that was not sent before the end', async () => {
      const { field, put, says, show } = await composerIn();
      await put('One more thing');
      await show(ended);
      await waitUntil(() => field.readOnly);
      expect(field.value).to.equal('One more thing');
      expect(says('note')).to.deep.equal(['The chat has ended']);
    });

    it('says on Send that there is nothing to send, while the pointer is on it', async () => {
      const { element, part } = await composerIn();
      part('send')!.dispatchEvent(new PointerEvent('pointerenter'));
      const reason = element.shadowRoot!.getElementById('why-not-send')!;
      expect(reason.checkVisibility()).to.equal(true);
      expect(reason).to.have.trimmed.text('Write a message');
      part('send')!.dispatchEvent(
        new PointerEvent('pointerleave', { relatedTarget: part('field') }),
      );
      expect(reason.checkVisibility()).to.equal(false);
    });

    for (const chat of ['lost', 'waiting'] as const) {
      it(`goes on while the chat is ${chat}: messages wait`, async () => {
        const { put, sent } = await composerIn({ chat });
        await put('Hello');
        await sendKeys({ press: 'Enter' });
        expect(sent()).to.deep.equal(['send Hello']);
      });
    }
  });

  describe('files', () => {
    it('are shown before they are sent, and go out before the text', async () => {
      const { choose, element, put, sent } = await composerIn();
      await choose(photo(), guide());
      expect(chosen(element)).to.deep.equal(['light.png', 'guide.pdf']);
      const [first, second] = element.renderRoot.querySelectorAll('.chosen li');
      expect(first!.querySelector('img')).not.to.equal(null);
      expect(second!.querySelector('img')).to.equal(null);
      await expect(element).to.be.accessible();
      expect(sent()).to.deep.equal([]);
      await put('What is this?');
      await sendKeys({ press: 'Enter' });
      expect(sent()).to.deep.equal([
        'sendFile light.png',
        'sendFile guide.pdf',
        'send What is this?',
      ]);
      await element.updateComplete;
      expect(chosen(element)).to.deep.equal([]);
    });

    it('alone are enough to send', async () => {
      const { choose, element, part, sent } = await composerIn();
      expect(part('send')).to.have.attribute('aria-disabled', 'true');
      await choose(photo());
      expect(part('send')).not.to.have.attribute('aria-disabled');
      expect(element.shadowRoot!.activeElement).to.equal(part('field'));
      await sendKeys({ press: 'Enter' });
      expect(sent()).to.deep.equal(['sendFile light.png']);
    });

    it('that are sent while they are checked still go out', async () => {
      const { element, field, put, sent } = await composerIn();
      await put('Look');
      paste(field, [photo()]);
      // At once: before the check can be over.
      field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));
      await waitUntil(() => sent().length === 2);
      expect(sent()).to.deep.equal(['sendFile light.png', 'send Look']);
      expect(chosen(element)).to.deep.equal([]);
    });

    it('can be taken away again, and the focus is not lost', async () => {
      const { choose, element, field } = await composerIn();
      await choose(photo(), guide());
      const remove = element.renderRoot.querySelector<HTMLElement>('.chosen button')!;
      expect(remove).to.have.attribute('aria-label', 'Remove light.png');
      remove.focus();
      await sendKeys({ press: 'Enter' });
      await element.updateComplete;
      expect(chosen(element)).to.deep.equal(['guide.pdf']);
      expect(element.shadowRoot!.activeElement).to.equal(field);
    });

    it('come by paste, and so do pictures that have no name', async () => {
      const { element, field } = await composerIn();
      expect(paste(field, [photo('image.png')])).to.equal(false);
      await waitUntil(() => chosen(element).length === 1);
    });

    it('that stand beside a text in a paste, as of Word, are not meant', async () => {
      const { field } = await composerIn();
      expect(paste(field, [photo('image.png')], 'A table\tof words')).to.equal(true);
    });

    it('that a file manager names in the text beside them are meant', async () => {
      const { element, field } = await composerIn();
      expect(paste(field, [photo(), guide()], 'light.png\n/home/sam/guide.pdf')).to.equal(false);
      await waitUntil(() => chosen(element).length === 2);
    });

    it('are refused in words and by an event: what is too large, empty, no such kind, disguised', async () => {
      const { choose, element, says } = await composerIn(
        {},
        { accept: 'image/*', maxFileSize: 12 },
      );
      const heard: string[] = [];
      element.addEventListener('file-rejected', (event: FileRejectedEvent) =>
        heard.push(`${event.code} ${event.name} ${event.by}`),
      );
      await choose(
        photo(),
        new File([], 'none.png'),
        guide(),
        new File([bytes('MZ\x90\0')], 'holiday.png'),
      );
      await waitUntil(() => says('refused').length === 4);
      expect(heard).to.deep.equal([
        'too-large light.png self',
        'empty none.png self',
        'type guide.pdf self',
        'disguised holiday.png self',
      ]);
      expect(says('refused').map((line) => line.replace(/[\u2068\u2069]/g, ''))).to.deep.equal([
        'light.png is too large: 12 bytes at most.',
        'none.png is empty.',
        'guide.pdf is of a kind that is not taken here.',
        'holiday.png is not what its name says, so it was not attached.',
      ]);
      expect(chosen(element)).to.deep.equal([]);
      await expect(element).to.be.accessible();
    });

    it('are at most as many as the host says, said once; the rest is there', async () => {
      const { choose, element, says } = await composerIn({}, { maxFiles: 2 });
      const codes: string[] = [];
      element.addEventListener('file-rejected', ({ code }) => codes.push(code));
      await choose(photo('1.png'), photo('2.png'), photo('3.png'), photo('4.png'));
      await waitUntil(() => codes.length === 2);
      await element.updateComplete;
      expect(chosen(element)).to.deep.equal(['1.png', '2.png']);
      expect(codes).to.deep.equal(['too-many', 'too-many']);
      expect(says('refused')).to.deep.equal(['At most 2 files at a time.']);
    });

    it('are not asked for where the host takes none', async () => {
      const { element, field, part } = await composerIn({}, { maxFiles: 0 });
      expect(part('attach')).to.equal(null);
      expect(paste(field, [photo()])).to.equal(true);
      expect(drag('dragover', element, [photo()]).dataTransfer!.dropEffect).to.equal('none');
    });

    it('stay when the host does not let them through', async () => {
      const { choose, element, put, sent } = await composerIn();
      await choose(photo(), guide());
      await put('Hello');
      element.addEventListener('message-send', (event) => {
        if (event.file?.name === 'light.png') event.preventDefault();
      });
      await sendKeys({ press: 'Enter' });
      await element.updateComplete;
      expect(sent()).to.deep.equal(['sendFile guide.pdf', 'send Hello']);
      expect(chosen(element)).to.deep.equal(['light.png']);
    });

    it('go to the host’s own store when it has one', async () => {
      const uploader = () => Promise.resolve('https://files.example/1');
      const { choose, sent } = await composerIn({}, { uploader });
      await choose(photo());
      await sendKeys({ press: 'Enter' });
      expect(sent()).to.deep.equal(['sendFile light.png uploaded']);
    });

    it('of the far side are limited by the same size', async () => {
      const { element, session } = await composerIn();
      element.maxFileSize = '1.5 MB';
      await element.updateComplete;
      element.accept = 'image/*';
      await element.updateComplete;
      expect(session.talk.asked).to.deep.equal(['takeFilesUpTo 10000000', 'takeFilesUpTo 1500000']);
    });
  });

  describe('the largest size', () => {
    const warnings = hearWarnings();

    it('is bytes, or a number with its unit; of nonsense the developer hears', () => {
      const sizes = { '10MB': 1e7, '500 kb': 5e5, '0.5gb': 5e8, ' 12 ': 12, '7b': 7 };
      for (const [size, bytes] of Object.entries(sizes)) expect(bytesOf(size)).to.equal(bytes);
      expect(warnings).to.deep.equal([]);
      for (const size of ['', 'ten', '-1', '1e9', '10 miles', '0'])
        expect(bytesOf(size)).to.equal(1e7);
      expect(warnings).to.have.length(6);
    });
  });

  describe('a drop', () => {
    const panelWith = async (state: FakeState = {}) => {
      const there = await composerIn(state);
      const panel = there.element.parentElement!;
      // As <chat-session> does, whatever its tag.
      Object.assign(panel, { session: there.session });
      panel.append(document.createElement('p'));
      Object.assign(panel.style, { width: '300px', height: '400px' });
      there.element.requestUpdate();
      await there.element.updateComplete;
      return { ...there, panel, inside: panel.querySelector('p')! };
    };

    it('anywhere on the chat attaches files; where is shown, over all of it', async () => {
      const { element, inside, panel, part } = await panelWith();
      expect(drag('dragenter', inside, [photo()]).defaultPrevented).to.equal(true);
      const cover = part('drop')!;
      expect(cover.matches(':popover-open')).to.equal(true);
      expect(cover).to.have.trimmed.text('Drop files here to attach them');
      const [over, all] = [cover.getBoundingClientRect(), panel.getBoundingClientRect()];
      expect([over.left, over.top, over.width, over.height]).to.deep.equal([
        all.left,
        all.top,
        all.width,
        all.height,
      ]);
      drag('dragleave', inside, [photo()], panel);
      expect(cover.matches(':popover-open'), 'still on the panel').to.equal(true);
      expect(drag('drop', inside, [photo(), guide()]).defaultPrevented).to.equal(true);
      expect(cover.matches(':popover-open')).to.equal(false);
      await waitUntil(() => chosen(element).length === 2);
    });

    it('that does not come takes the cover away: the drag leaves, or is given up', async () => {
      for (const to of [document.body, undefined]) {
        const { inside, part } = await panelWith();
        drag('dragover', inside, [photo()]);
        drag('dragleave', inside, [photo()], to);
        expect(part('drop')!.matches(':popover-open')).to.equal(false);
      }
    });

    it('of words is the browser’s own', async () => {
      const { field, part } = await panelWith();
      expect(drag('dragover', field, []).defaultPrevented).to.equal(false);
      expect(part('drop')!.matches(':popover-open')).to.equal(false);
    });

    it('of files after the end opens none of them in place of the page', async () => {
      const { element, inside, part } = await panelWith(ended);
      const over = drag('dragover', inside, [photo()]);
      expect(over.defaultPrevented).to.equal(true);
      expect(over.dataTransfer!.dropEffect).to.equal('none');
      expect(part('drop')!.matches(':popover-open')).to.equal(false);
      expect(drag('drop', inside, [photo()]).defaultPrevented).to.equal(true);
      expect(chosen(element)).to.deep.equal([]);
    });

    it('that the host takes for itself is not taken twice', async () => {
      const { inside, part } = await panelWith();
      inside.addEventListener('dragover', (event) => event.preventDefault());
      drag('dragover', inside, [photo()]);
      expect(part('drop')!.matches(':popover-open')).to.equal(false);
    });
  });

  describe('real-time text', () => {
    it('is said, and each letter goes out as it is typed', async () => {
      const { asked, element, says } = await composerIn({}, { rtt: true });
      expect(says('note')).to.deep.equal(['Anna sees what you type, as you type.']);
      element.focus();
      await sendKeys({ type: 'ab' });
      await sendKeys({ press: 'Backspace' });
      expect(asked()).to.deep.equal(['write a live', 'write ab live', 'write a live']);
      await expect(element).to.be.accessible();
    });

    it('begins with what is there when it is switched on', async () => {
      const { asked, element, put } = await composerIn();
      await put('Hel');
      element.rtt = true;
      await element.updateComplete;
      expect(asked()).to.deep.equal(['write Hel', 'write Hel live']);
    });
  });

  describe('after a call', () => {
    const calling: FakeState = { call: { phase: 'active', ids: ['1'], startedAt: 0 } };
    const withTelephone = async () => {
      const there = await composerIn(calling);
      const telephone = document.createElement('hangup-button');
      const headset = document.createElement('headset-button');
      there.element.before(headset, telephone);
      await Promise.all([telephone.updateComplete, headset.updateComplete]);
      return { ...there, headset, telephone };
    };

    it('the person is back in the message', async () => {
      const { element, field, telephone } = await withTelephone();
      telephone.focus();
      await sendKeys({ press: 'Enter' });
      await waitUntil(() => element.shadowRoot!.activeElement === field);
    });

    it('a touch screen shows no keyboard that nobody asked for: the headset has the focus', async () => {
      const off = onGlass();
      try {
        const { headset, telephone } = await withTelephone();
        telephone.focus();
        await sendKeys({ press: 'Enter' });
        await waitUntil(() => document.activeElement === headset);
      } finally {
        off();
      }
    });
  });

  it('says so when it stands outside a session', async () => {
    const element = await fixture<ChatComposer>(html`<chat-composer></chat-composer>`);
    const field = element.renderRoot.querySelector('textarea')!;
    expect(field.readOnly).to.equal(true);
    expect(field.placeholder).to.equal('This control is not in a chat session');
  });
});
