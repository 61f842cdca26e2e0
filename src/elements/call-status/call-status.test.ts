import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import '../../define/call-status.js';
import type { FakeState } from '../../testing/fake-session.js';
import { scene } from '../../testing/scene.js';
import type { CallStatus } from './call-status.js';

const active: FakeState = { call: { phase: 'active', ids: ['1'], startedAt: 0 } };
const minute = 60_000;

const inWords = (node: Node | null | undefined): string =>
  node?.textContent?.replaceAll(/\s+/g, ' ').trim() ?? '';

/** A status, and what its live regions say. */
async function statusIn(state: FakeState) {
  const the = await scene<CallStatus>('call-status', state);
  const region = (role: string) => the.element.renderRoot.querySelector(`[role=${role}]`)!;
  return {
    ...the,
    region,
    said: () => inWords(region('status')),
    alerted: () => inWords(region('alert')),
  };
}

describe('<call-status>', () => {
  const phases: [said: string, state: FakeState][] = [
    ['', {}],
    [
      'Calling Anna… Your browser may ask for your microphone. Your camera stays off. Anna cannot hear you yet.',
      { call: { phase: 'calling' } },
    ],
    ['', { call: { phase: 'incoming' } }],
    [
      'Connecting… You and Anna will hear each other in a moment.',
      { call: { phase: 'connecting' } },
    ],
    ['In a call with Anna You and Anna hear each other. No camera is on.', active],
    [
      'Reconnecting… Anna may not see or hear you right now. You can keep typing.',
      { call: { phase: 'reconnecting' } },
    ],
    ['There is no active chat', { chat: 'none' }],
    ['Connecting to the chat…', { chat: 'connecting' }],
    ['Anna is not here yet', { chat: 'waiting' }],
    ['The agent is not here yet', { chat: 'waiting', far: { name: '' } }],
    ['Anna is not connected right now', { chat: 'lost' }],
  ];
  for (const [words, state] of phases) {
    it(`says “${words}” and is accessible`, async () => {
      const { element, said } = await statusIn(state);
      expect(said()).to.equal(words);
      expect(element.matches(':state(empty)')).to.equal(words === '');
      await expect(element).to.be.accessible();
    });
  }

  it('has its live regions before their words, and tells who calls once, assertively', async () => {
    const { alerted, region, said, show } = await statusIn({});
    const [status, alert] = [region('status'), region('alert')];
    expect([said(), alerted()]).to.deep.equal(['', '']);
    const changes: string[] = [];
    const observer = new MutationObserver(() => changes.push(alerted()));
    observer.observe(alert, { childList: true, characterData: true, subtree: true });

    await show({ call: { phase: 'incoming', ids: ['1'], caller: 'far' } });
    await show({ own: { name: 'Sam Okafor' }, far: { muted: true } });
    expect(said(), 'not said twice').to.equal('');
    await show(active);
    expect(alerted()).to.equal('');
    await waitUntil(() => changes.length > 1);
    expect(changes).to.deep.equal(['Anna is calling you', '']);
    expect(region('status') === status && region('alert') === alert).to.equal(true);
    observer.disconnect();
  });

  it('counts the time of a call outside every live region', async () => {
    const { element, part, said } = await statusIn({
      call: { phase: 'active', startedAt: Date.now() - 65 * minute },
    });
    const time = part('time')!;
    expect(time.closest('[role=status], [role=alert], [aria-live]')).not.to.exist;
    expect(inWords(time)).to.match(/^1:05:0\d$/);
    const [before, words] = [inWords(time), said()];
    await waitUntil(() => inWords(time) !== before, 'a second passes', { timeout: 5000 });
    expect(said(), 'nothing new is announced').to.equal(words);
    element.remove();
    await element.updateComplete;
    expect(part('time')).not.to.exist;
  });

  it('shows no time before anybody could hear anybody', async () => {
    const { part } = await statusIn({ call: { phase: 'calling' } });
    expect(part('time')).not.to.exist;
  });

  for (const phase of ['calling', 'incoming', 'active', 'reconnecting'] as const) {
    it(`shows markup in a name as text while ${phase}`, async () => {
      const name = '<img src="x" onerror="alert(1)">';
      const { element, said, alerted } = await statusIn({ call: { phase }, far: { name } });
      expect(said() + alerted()).to.contain(name);
      expect(element.renderRoot.querySelector('img')).not.to.exist;
    });
  }

  for (const far of ['Anna', 'آنا']) {
    it(`puts the stop of an English sentence about ${far} after it, also in a page from right to left`, async () => {
      const { element, region } = await statusIn({ ...active, far: { name: far } });
      element.dir = 'rtl';
      const sentence = region('status').querySelector('.quiet')!;
      expect(inWords(sentence)).to.match(/^You and .* hear each other[.]/);
      const text = [...sentence.childNodes].find(
        (node) => node instanceof Text && node.data.trim(),
      )!;
      const { left, right } = sentence.getBoundingClientRect();
      const placeOf = (found: string) => {
        const range = document.createRange();
        const at = text.textContent!.lastIndexOf(found);
        range.setStart(text, at);
        range.setEnd(text, at + 1);
        return range.getBoundingClientRect();
      };
      expect(placeOf('.').left).to.be.greaterThan(placeOf('Y').left);
      expect(right - placeOf('.').right, 'on the page’s side').to.be.lessThan((right - left) / 2);
    });
  }

  it('says so when it stands outside a session', async () => {
    const element = await fixture<CallStatus>(html`<call-status></call-status>`);
    expect(inWords(element.renderRoot.querySelector('[role=status]'))).to.equal(
      'This control is not in a chat session',
    );
  });
});
