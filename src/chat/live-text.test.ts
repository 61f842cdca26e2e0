import { expect } from '@open-wc/testing';
import { dice as diceOf } from '../testing/dice.js';
import { maxText } from './limits.js';
import { LiveReader, LiveWriter } from './live-text.js';
import { type LiveMessage, readChatMessage } from './messages.js';

let ids = 0;
const writer = (): LiveWriter => new LiveWriter(() => `draft-${(ids += 1)}`);

/** What arrives of a message: what is written is read again, or it was none. */
function sent(message: LiveMessage | undefined): LiveMessage {
  if (!message) return expect.fail('nothing to send');
  const bytes = new TextEncoder().encode(JSON.stringify(message));
  const read = readChatMessage(JSON.parse(new TextDecoder().decode(bytes)));
  if (read?.type !== 'live') return expect.fail(JSON.stringify(message));
  return read;
}

const characters = [
  'a',
  'b',
  ' ',
  '\n',
  'é',
  'e\u0301',
  'ش',
  '漢',
  '😀',
  '😁',
  '👩‍👩‍👧',
  '\u0327',
  '𝄞',
];

/** Somebody who types, corrects, pastes and takes away, at whole characters as a text field does. */
function typist(seed: number) {
  const dice = diceOf(seed);
  let text: readonly string[] = [];
  return {
    dice,
    type: (): string => {
      const at = dice(4) === 0 ? dice(text.length + 1) : text.length;
      const kind = dice(20);
      const erase = kind < 4 ? 1 : kind === 4 ? dice(12) : 0;
      const insert = kind < 4 ? 0 : kind === 5 ? dice(40) : 1;
      const added = Array.from({ length: insert }, () => characters[dice(characters.length)] ?? '');
      const from = Math.max(0, at - erase);
      text = [
        ...text.slice(0, from),
        ...added.flatMap((one) => Array.from(one)),
        ...text.slice(at),
      ];
      return text.join('');
    },
  };
}

describe('real-time text', () => {
  it('sends all of it first, then the smallest edit', () => {
    const live = writer();
    const draft = `draft-${ids + 1}`;
    const first = { type: 'live', draft, number: 1, whole: 'Helo' };
    expect(live.changed('Helo')).to.deep.equal(first);
    const edit = { type: 'live', draft, number: 2, at: 3, erase: 0, insert: 'l' };
    expect(live.changed('Hello')).to.deep.equal(edit);
    expect(live.changed('Hello')).to.equal(undefined);
    const erased = { type: 'live', draft, number: 3, at: 4, erase: 1, insert: '' };
    expect(live.changed('Hell')).to.deep.equal(erased);
    expect(live.whole()).to.deep.equal({ type: 'live', draft, number: 4, whole: 'Hell' });
  });

  it('has nothing to say before anything is typed, and after it was sent', () => {
    const live = writer();
    expect(live.whole()).to.equal(undefined);
    expect(live.changed('')).to.equal(undefined);
    const { draft } = sent(live.changed('a'));
    live.done();
    expect(live.whole()).to.equal(undefined);
    const next = sent(live.changed('b'));
    expect(next.draft).not.to.equal(draft);
    expect(next.number).to.equal(1);
  });

  it('never sends half a character, even when half of one changes', () => {
    const live = writer();
    live.changed('x😀y');
    // 😀 and 😁 share their first half, 😀 and U+10600 their last.
    for (const text of ['x😁y', 'x😀y', 'x\u{10600}y', 'x😀😀y', 'x😀y', 'x\ud83dy', 'xy']) {
      const message = live.changed(text);
      expect(message?.insert ?? '', text).not.to.match(/\p{Cs}/u);
    }
  });

  it('sends a long paste as a whole, and of one that is too long what fits', () => {
    const live = writer();
    live.changed('a');
    expect(sent(live.changed(`a${'b'.repeat(2001)}`)).whole).to.have.length(2002);
    expect(sent(live.changed(`${'b'.repeat(maxText - 1)}😀`)).whole).to.have.length(maxText - 1);
  });

  it('shows at the far side what was typed, letter by letter, with corrections', () => {
    const live = writer();
    const far = new LiveReader();
    const { type } = typist(1);
    for (let key = 0; key < 2000; key += 1) {
      const text = type();
      const message = live.changed(text);
      if (!message) continue;
      const shown = far.heard(sent(message));
      expect(shown).to.deep.equal(text === '' ? undefined : { text, lossy: false });
    }
  });

  for (const seed of [1, 2, 3, 4, 5]) {
    it(`loses none of 10,000 keys silently when every tenth message is lost (${seed})`, () => {
      const live = writer();
      const far = new LiveReader();
      let { dice, type } = typist(seed);
      let dropped = 0;
      let unrepaired = false;
      let text = '';
      let lossy = 0;
      for (let key = 0; key < 10_000; key += 1) {
        if (text.length > 400 && dice(40) === 0) {
          live.done();
          far.clear();
          ({ dice, type } = typist(seed * 1e6 + key));
          unrepaired = false;
          text = '';
        }
        const whole = dice(50) === 0;
        if (!whole) text = type();
        const message = whole ? live.whole() : live.changed(text);
        if (!message) continue;
        if (dice(10) === 0) {
          dropped += 1;
          unrepaired = true;
          continue;
        }
        const shown = far.heard(sent(message)) ?? { text: '', lossy: false };
        if (message.whole !== undefined) unrepaired = false;
        if (unrepaired) expect(shown.lossy, `key ${key}`).to.equal(true);
        if (shown.lossy) {
          lossy += 1;
          expect(shown.text).to.contain('\ufffd');
        } else expect(shown.text, `key ${key}`).to.equal(text);
        expect(shown.text).not.to.match(/\p{Cs}/u);
      }
      expect(far.heard(sent(live.whole()))?.text).to.equal(text);
      expect(dropped).to.be.greaterThan(500);
      expect(lossy).to.be.greaterThan(500);
    });
  }

  it('marks a loss where the next edit is, and keeps to its writer’s places after it', () => {
    const live = writer();
    const far = new LiveReader();
    far.heard(sent(live.changed('Hello Anna')));
    live.changed('Hello dear Anna');
    expect(far.heard(sent(live.changed('Hello dear Anna!')))).to.deep.equal({
      text: 'Hello Anna\ufffd!',
      lossy: true,
    });
    expect(far.heard(sent(live.whole()))).to.deep.equal({ text: 'Hello dear Anna!', lossy: false });
  });

  it('marks the end when the path breaks in mid-sentence, and only when something is there', () => {
    const live = writer();
    const far = new LiveReader();
    expect(far.lost()).to.equal(undefined);
    far.heard(sent(live.changed('I am')));
    expect(far.lost()).to.deep.equal({ text: 'I am\ufffd', lossy: true });
    expect(far.lost()).to.deep.equal({ text: 'I am\ufffd', lossy: true });
    live.changed('I am he');
    expect(far.heard(sent(live.whole()))).to.deep.equal({ text: 'I am he', lossy: false });
  });

  it('shows nothing of a message that was sent, even if some of it comes late or twice', () => {
    const live = writer();
    const far = new LiveReader();
    const first = sent(live.changed('a'));
    far.heard(first);
    const second = sent(live.changed('ab'));
    expect(far.heard(second)?.text).to.equal('ab');
    expect(far.heard(second)?.text).to.equal('ab');
    far.clear();
    expect(far.heard(second)).to.equal(undefined);
    live.done();
    expect(far.heard(sent(live.changed('c')))?.text).to.equal('c');
  });

  it('stays within bounds whatever a hostile far side sends', () => {
    const { dice } = typist(9);
    const far = new LiveReader();
    const anywhere = (): number => [0, 1, 5, 9999, 2 ** 31, 2 ** 53 - 1][dice(6)] ?? 0;
    const texts = ['', '\ud83d', '\ude00', '😀'.repeat(1000), 'x'.repeat(2000), '\ufffd'];
    for (let at = 0; at < 5000; at += 1) {
      const message = readChatMessage({
        type: 'live',
        draft: `d${dice(2)}`,
        number: dice(3) === 0 ? at * 10 + 1 : at + 1,
        at: anywhere(),
        erase: anywhere(),
        insert: texts[dice(texts.length)],
        ...(dice(30) === 0 && { whole: '😀'.repeat(dice(5000)) }),
      });
      if (message?.type !== 'live') return expect.fail('no message');
      const shown = far.heard(message);
      expect(shown?.text.length ?? 0).to.be.at.most(maxText + 100);
      expect(shown?.text ?? '').not.to.match(/\p{Cs}/u);
    }
  });

  it('grows neither by edits nor by marks', () => {
    const far = new LiveReader();
    let shown = far.heard({ type: 'live', draft: 'd', number: 1, whole: 'x' });
    for (let at = 1; at <= 300; at += 1) {
      const insert = 'x'.repeat(2000);
      shown = far.heard({ type: 'live', draft: 'd', number: at * 2 + 1, at: at * 30, insert });
    }
    expect(shown?.text.length).to.be.within(maxText, maxText + 100);
  });
});
