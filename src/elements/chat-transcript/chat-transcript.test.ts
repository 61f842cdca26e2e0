import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../define/chat-transcript.js';
import type { Item } from '../../session/conversation.js';
import { fakeItem } from '../../testing/fake-conversation.js';
import type { FakeState } from '../../testing/fake-session.js';
import { looking } from '../../testing/looking.js';
import { scene } from '../../testing/scene.js';
import type { ChatTranscript } from './chat-transcript.js';

const minute = 60_000;
// Noon: no test runs over midnight.
const noon = new Date().setHours(12, 0, 0, 0);
const far = (text: string, at = noon): Item => fakeItem(text, { from: 'agent', at });
const own = (text: string, at = noon): Item => fakeItem(text, { from: 'visitor', at });
const many = (count: number, from = 0): Item[] =>
  Array.from({ length: count }, (_, index) =>
    (index % 3 === 0 ? own : far)(`message ${from + index}`, noon + index),
  );

/** A transcript 400 pixels high, with what is asked of it most. */
async function transcriptIn(state: FakeState = {}) {
  const the = await scene<ChatTranscript>('chat-transcript', state);
  const { element, show } = the;
  element.style.blockSize = '400px';
  await the.session.conversation();
  await element.updateComplete;
  const all = (selector: string) => [...element.renderRoot.querySelectorAll<HTMLElement>(selector)];
  const log = the.part('log')!;
  return {
    ...the,
    log,
    all,
    texts: () => all('[part~=text]').map(({ textContent }) => textContent),
    rowOf: (text: string) =>
      all('.row').find((row) => row.querySelector('.text')?.textContent === text)!,
    talk: (talk: NonNullable<FakeState['talk']>) => show({ talk }),
    /** One more of the far side's, unread. */
    come: (...items: Item[]) => {
      const { items: before, unread } = the.session.talk.snapshot;
      return show({ talk: { items: [...before, ...items], unread: unread + items.length } });
    },
    scrollTo: async (top: number) => {
      log.scrollTop = top;
      await new Promise((scrolled) => log.addEventListener('scroll', scrolled, { once: true }));
      await element.updateComplete;
    },
  };
}

const frame = (): Promise<unknown> => new Promise((next) => requestAnimationFrame(next));
const frames = async (count: number): Promise<void> => {
  for (let at = 0; at < count; at += 1) await frame();
};

describe('<chat-transcript>', () => {
  const look = looking();

  describe('what it shows', () => {
    it('is a log with a name, which the keyboard reaches and scrolls', async () => {
      const { log } = await transcriptIn({ talk: { items: many(60) } });
      expect(log).to.have.attribute('role', 'log');
      expect(log).to.have.attribute('aria-label', 'Chat with Anna');
      log.focus();
      expect(log.matches(':focus')).to.equal(true);
      await frames(2);
      await sendKeys({ press: 'PageUp' });
      await waitUntil(() => log.scrollTop < 0, 'it has scrolled up');
    });

    it('says all in order, each under the day it was said', async () => {
      const { all, texts } = await transcriptIn({
        talk: {
          items: [
            far('long ago', new Date(2019, 4, 6, 12).getTime()),
            far('yesterday', noon - 1440 * minute),
            own('now'),
            far('and now'),
          ],
        },
      });
      expect(texts()).to.deep.equal(['long ago', 'yesterday', 'now', 'and now']);
      const days = all('[part=day]').map(({ textContent }) => textContent);
      expect(days).to.have.lengthOf(3);
      expect(days[0]).to.contain('2019');
      expect(days.slice(1)).to.deep.equal(['Yesterday', 'Today']);
    });

    it('has one receipt under a run of one side, which a pause of five minutes ends', async () => {
      const { rowOf } = await transcriptIn({
        talk: {
          items: [
            own('a'),
            own('b', noon + 4 * minute),
            own('c', noon + 10 * minute),
            far('d', noon + 10 * minute),
            fakeItem({ type: 'call', what: 'started', call: '1' }, { at: noon + 10 * minute }),
            far('e', noon + 10 * minute),
          ],
        },
      });
      const receipts = ['a', 'b', 'c', 'd', 'e'].filter((text) =>
        rowOf(text).querySelector('.meta'),
      );
      expect(receipts).to.deep.equal(['b', 'c', 'd', 'e']);
    });

    it('tells a failed message by itself in the middle of a run', async () => {
      const failed = { ...own('b'), state: 'failed' } as const;
      const { rowOf } = await transcriptIn({ talk: { items: [own('a'), failed, own('c')] } });
      expect(rowOf('b')).to.contain.text('Not sent');
      expect(rowOf('c').querySelector('.meta')).to.exist;
    });

    it('says so while a conversation comes back, and when it cannot be kept', async () => {
      const { part, talk } = await transcriptIn({ talk: { restored: false } });
      expect(part('notice')).to.have.trimmed.text('Getting the conversation back…');
      expect(part('empty')).not.to.exist;
      await talk({ restored: true });
      expect(part('notice')).not.to.exist;
      await talk({ kept: false });
      expect(part('notice')).to.contain.text('cannot be kept here');
    });

    for (const [chat, words] of [
      ['open', 'You are in a chat with Anna.'],
      ['none', 'There is no active chat'],
      ['waiting', 'Anna is not here yet'],
    ] as const) {
      it(`says how the chat stands when nothing was said: ${chat}`, async () => {
        const { element, part, talk } = await transcriptIn({ chat });
        expect(part('empty')).to.have.trimmed.text(words);
        expect(element.matches(':state(empty)')).to.equal(true);
        await talk({ items: [far('Hello')] });
        expect(part('empty')).not.to.exist;
        expect(element.matches(':state(empty)')).to.equal(false);
      });
    }

    it('promises a chat to who waits in a queue, and not a connection', async () => {
      const queue = { place: 3, agents: 2 };
      const { part } = await transcriptIn({ chat: 'connecting', queue });
      expect(part('empty')).to.have.trimmed.text('The chat begins when it is your turn.');
    });

    it('shows at its end what the far side is typing', async () => {
      const { element, part, talk } = await transcriptIn({ talk: { items: many(3) } });
      await talk({ farTyping: true });
      const rows = element.renderRoot.querySelectorAll('.row');
      expect(rows[rows.length - 1]!.contains(part('typing'))).to.equal(true);
      await talk({ farLive: { text: 'It is', lossy: false } });
      expect(part('typing')).to.contain.text('It is');
    });

    it('speaks the language of the page, in times too, and changes all of it', async () => {
      const { element, part, session } = await transcriptIn({
        talk: { items: [own('a', new Date(2019, 4, 6, 15, 5).getTime())] },
      });
      expect(part('day')).to.contain.text('May');
      const { overrideTerms } = await import('../../i18n/localize.js');
      const { en } = await import('../../i18n/en.js');
      overrideTerms('de', { ...en, messageRead: 'Gelesen' });
      element.lang = 'de';
      await waitUntil(() => part('day')?.textContent.includes('Mai'), 'in German');
      await element.updateComplete;
      expect(part('meta')).to.contain.text('15:05 · Gelesen');
      overrideTerms('de', { messageRead: 'Angesehen' });
      await waitUntil(() => part('meta')?.textContent.includes('Angesehen'), 'in other words');
      expect(session.asked).to.deep.equal([]);
    });
  });

  describe('ten thousand messages', () => {
    it('are all in the page, in order, and the newest are there first', async () => {
      const { element, session, texts } = await transcriptIn();
      session.show({ talk: { items: many(3000) } });
      await new Promise((drawn) => queueMicrotask(() => queueMicrotask(() => drawn(0))));
      await waitUntil(() => texts().length > 0);
      expect(texts().at(-1)).to.equal('message 2999');
      expect(texts(), 'not all in one go').to.have.lengthOf.below(1000);
      await element.updateComplete;
      expect(texts()).to.deep.equal(many(3000).map(({ body }) => 'text' in body && body.text));
    });

    it('grow by one in one place: what is there already is left alone', async () => {
      const { all, element, come } = await transcriptIn({ talk: { items: many(1000) } });
      await element.updateComplete;
      const changed = new Set<Node>();
      const observer = new MutationObserver((records) => {
        for (const { target } of records) changed.add(target);
      });
      const pages = all('.page');
      for (const page of pages.slice(0, -1))
        observer.observe(page, { subtree: true, childList: true, characterData: true });
      await come(far('one more'));
      await frame();
      observer.disconnect();
      expect([...changed]).to.deep.equal([]);
      expect(all('.page').slice(0, pages.length)).to.deep.equal(pages);
    });

    it('are not even looked at again when there is one more', async () => {
      let looks = 0;
      const watched: Item = {
        ...far('watched'),
        get at() {
          looks += 1;
          return noon;
        },
      };
      const { come } = await transcriptIn({ talk: { items: [watched, ...many(200)] } });
      expect(looks).to.be.above(0);
      looks = 0;
      await come(far('one more'));
      expect(looks).to.equal(0);
    });

    it('show a receipt that changes far up', async () => {
      const items = many(300);
      const { rowOf, talk } = await transcriptIn({ talk: { items } });
      expect(rowOf('message 0')).to.contain.text('Read');
      await talk({ items: items.with(0, { ...items[0]!, state: 'delivered' }) });
      expect(rowOf('message 0')).to.contain.text('Delivered');
      await talk({ items: items.slice(1) });
      expect(rowOf('message 0')).not.to.exist;
      expect(rowOf('message 299')).to.exist;
    });

    it('can be found by the browser, out of sight as they are', async function () {
      const find = Reflect.get(window, 'find') as (text: string) => boolean;
      // Chrome's headless shell finds nothing at all, not even this.
      const plain = await fixture(html`<p>in plain sight</p>`);
      if (!find.call(window, plain.textContent)) this.skip();
      getSelection()?.removeAllRanges();
      const items = many(500);
      const { element } = await transcriptIn({
        talk: { items: items.with(3, far('the needle', noon + 3)) },
      });
      await waitUntil(() => element.renderRoot.textContent.includes('the needle'), 'drawn');
      await frames(3);
      expect(find.call(window, 'the needle')).to.equal(true);
      expect(String(getSelection())).to.equal('the needle');
    });
  });

  describe('scrolling', () => {
    it('stays at the newest while the reader is there', async () => {
      const { come, log, rowOf } = await transcriptIn({ talk: { items: many(80) } });
      for (const text of ['one', 'two', 'three\n'.repeat(12)]) {
        await come(far(text));
        await frame();
        const row = rowOf(text).getBoundingClientRect();
        expect(row.bottom).to.be.at.most(log.getBoundingClientRect().bottom);
        expect(log.scrollTop).to.equal(0);
      }
    });

    it('stays where the reader is, and counts what comes meanwhile', async () => {
      const { come, log, part, rowOf, scrollTo } = await transcriptIn({
        talk: { items: many(80) },
      });
      await scrollTo(-600);
      await frames(2);
      const top = () => rowOf('message 60').getBoundingClientRect().top;
      const before = top();
      await come(far('one'));
      await come(far('two'), far('three'));
      await frames(2);
      expect(top()).to.be.closeTo(before, 1);
      expect(part('newest')).to.be.displayed;
      expect(part('newest')).to.have.trimmed.text('3 new messages');
      part('newest')!.focus();
      await sendKeys({ press: 'Enter' });
      await waitUntil(() => log.scrollTop === 0, 'at the newest');
      await waitUntil(() => part('newest')!.hidden, 'the button has gone');
      expect(log.matches(':focus'), 'the focus is not lost').to.equal(true);
    });

    it('goes to what one sends oneself', async () => {
      const { element, log, scrollTo, session } = await transcriptIn({ talk: { items: many(80) } });
      await scrollTo(-600);
      session.talk.send('mine');
      await element.updateComplete;
      await waitUntil(() => log.scrollTop === 0, 'at the newest');
    });

    it('does not jump when what is out of sight is drawn in its true size', async () => {
      const items = Array.from({ length: 600 }, (_, index) =>
        far(`${index} ${'word '.repeat((index * 37) % 90)}`, noon + index),
      );
      const { element, log } = await transcriptIn({ talk: { items } });
      await element.updateComplete;
      await frames(3);
      const inView = (): HTMLElement => {
        const box = log.getBoundingClientRect();
        const at = element.renderRoot as ShadowRoot;
        return at.elementFromPoint(box.left + 40, box.top + box.height / 2)!.closest('.row')!;
      };
      for (let step = 0; step < 25; step += 1) {
        log.scrollTop -= 300;
        await frame();
        const row = inView();
        const top = row.getBoundingClientRect().top;
        await frames(2);
        expect(row.getBoundingClientRect().top, `step ${step}`).to.be.closeTo(top, 1);
      }
    });

    it('offers the way back to who is more than a screen away', async () => {
      const { part, scrollTo } = await transcriptIn({ talk: { items: many(80) } });
      await scrollTo(-200);
      expect(part('newest')!.hidden).to.equal(true);
      await scrollTo(-900);
      expect(part('newest')!.hidden).to.equal(false);
      expect(part('newest')).to.have.trimmed.text('To the newest message');
    });
  });

  describe('what is new', () => {
    it('begins at a line when it came while nobody looked', async () => {
      const { come, element, part, session } = await transcriptIn({ talk: { items: many(4) } });
      await come(far('seen'));
      await waitUntil(() => session.talk.snapshot.unread === 0, 'seen');
      look(false);
      await come(far('one'));
      await come(far('two'));
      expect(part('divider')).to.have.trimmed.text('2 new messages');
      expect(part('divider')!.nextElementSibling).to.contain.text('one');
      look(true);
      await waitUntil(() => session.talk.snapshot.unread === 0, 'read');
      expect(part('divider'), 'still there to be seen').to.exist;
      session.talk.send('answer');
      await element.updateComplete;
      expect(part('divider')).not.to.exist;
    });

    it('begins where one had stopped before a reload', async () => {
      const items = [own('mine'), far('seen'), far('one'), far('two')];
      const { part } = await transcriptIn({ talk: { items, unread: 2 } });
      expect(part('divider')).to.have.trimmed.text('2 new messages');
      expect(part('divider')!.nextElementSibling).to.contain.text('one');
    });

    it('begins elsewhere in the next absence', async () => {
      const { come, part, session } = await transcriptIn({ talk: { items: many(4) } });
      look(false);
      await come(far('one'));
      look(true);
      await waitUntil(() => session.talk.snapshot.unread === 0, 'read');
      look(false);
      await come(far('two'));
      expect(part('divider')!.nextElementSibling).to.contain.text('two');
    });

    it('is read when it is in view, on a page in front', async () => {
      const { come, session } = await transcriptIn({ talk: { items: many(4) } });
      const item = far('Hello');
      await come(item);
      await waitUntil(() => session.talk.asked.length > 0, 'read');
      expect(session.talk.asked).to.deep.equal([`markRead ${item.id}`]);
    });

    it('is not read while nobody looks, and is when somebody comes back', async () => {
      const { come, session } = await transcriptIn({ talk: { items: many(4) } });
      look(false);
      const item = far('Hello');
      await come(item);
      await frames(5);
      expect(session.talk.asked).to.deep.equal([]);
      look(true);
      expect(session.talk.asked).to.deep.equal([`markRead ${item.id}`]);
    });

    it('is read as far as the reader has come', async () => {
      const items = many(200).map((item): Item => ({ ...item, from: 'agent', state: 'received' }));
      const { element, log, session } = await transcriptIn({ talk: { items } });
      // Far below the fold of the page: nothing is in view yet.
      element.style.marginBlockStart = '5000px';
      await frames(3);
      await element.updateComplete;
      session.talk.show({ unread: 200 });
      await element.updateComplete;
      await frames(3);
      expect(session.talk.asked).to.deep.equal([]);
      log.scrollTop = -log.scrollHeight;
      await frames(3);
      element.scrollIntoView();
      await waitUntil(() => session.talk.asked.length > 0, 'something is read');
      const read = session.talk.asked.at(-1)!.replace('markRead ', '');
      const order = items.findIndex(({ id }) => id === read);
      expect(order).to.be.within(3, 40);
    });

    it('is not read by who cannot see it', async () => {
      const { come, element, session } = await transcriptIn({ talk: { items: many(4) } });
      element.hidden = true;
      await come(far('Hello'));
      await frames(5);
      expect(session.talk.asked).to.deep.equal([]);
      element.hidden = false;
      await waitUntil(() => session.talk.asked.length > 0, 'read');
    });
  });

  describe('what a screen reader is told', () => {
    const region = (element: ChatTranscript): HTMLElement =>
      element.renderRoot.querySelector<HTMLElement>('[aria-live=polite]')!;

    it('is nothing of what was kept from before', async () => {
      const { element, log, talk } = await transcriptIn({ talk: { restored: false } });
      await talk({ restored: true, items: many(10), unread: 4 });
      await frames(5);
      expect(region(element)).to.have.trimmed.text('');
      expect(log).to.have.attribute('aria-live', 'off');
    });

    it('is nothing of history that comes from the far side, nor of one’s own', async () => {
      const { element, session, talk } = await transcriptIn({ talk: { items: many(3) } });
      await talk({ items: [...many(3), ...many(20)] });
      session.talk.send('mine');
      await element.updateComplete;
      await frames(5);
      expect(region(element)).to.have.trimmed.text('');
    });

    it('is who says what, and the same again when it is said again', async () => {
      const { come, element } = await transcriptIn();
      const said: string[] = [];
      new MutationObserver(() => said.push(region(element).textContent.trim())).observe(
        region(element),
        { childList: true },
      );
      await come(far('Hello'));
      await waitUntil(() => said.length === 1);
      await come(far('Hello'));
      await waitUntil(() => said.length === 2, 'again', { timeout: 4000 });
      expect(said).to.deep.equal(['Anna: Hello', 'Anna: Hello']);
    });

    it('is the number of many, at most every two seconds', async () => {
      const { come, element } = await transcriptIn();
      const said: { readonly words: string; readonly at: number }[] = [];
      new MutationObserver(() =>
        said.push({ words: region(element).textContent.trim(), at: performance.now() }),
      ).observe(region(element), { childList: true });
      const typist = setInterval(() => void come(far('quick')), 20);
      await waitUntil(() => said.length === 2, 'told twice', { timeout: 6000 });
      clearInterval(typist);
      expect(said[0]!.words).to.equal('Anna: quick');
      expect(said[1]!.words).to.match(/^\d+ new messages from Anna$/);
      expect(said[1]!.at - said[0]!.at).to.be.at.least(1950);
    }).timeout(10_000);

    it('is not each letter that is being typed', async () => {
      const { element, talk } = await transcriptIn();
      await talk({ farLive: { text: 'It', lossy: false } });
      await talk({ farLive: { text: 'It is', lossy: false } });
      await frames(3);
      expect(region(element)).to.have.trimmed.text('');
    });
  });

  const states: Record<string, FakeState> = {
    'with messages': { talk: { items: [far('See https://a.example/'), own('Hello')] } },
    'with nothing said': {},
    'while it comes back': { talk: { restored: false } },
  };
  for (const [name, state] of Object.entries(states)) {
    it(`is accessible ${name}`, async () => {
      const { element } = await transcriptIn(state);
      await expect(element).to.be.accessible();
    });
  }
});
