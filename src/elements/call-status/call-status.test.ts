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

  it('counts the seconds of a broken path outside every live region, and then says what can be done', async () => {
    const now = Date.now();
    const broken = (seconds: number): FakeState => ({
      call: {
        ...active.call,
        startedAt: now - minute / 2,
        phase: 'reconnecting',
        brokenAt: now - seconds * 1000,
      },
    });
    const { part, said, show } = await statusIn(broken(7));
    const count = part('broken-for')!;
    expect(inWords(count)).to.match(/^Reconnecting… [78] sec$/);
    expect(count.closest('[role=status], [role=alert], [aria-live]')).not.to.exist;
    expect(inWords(part('time')), 'the call goes on').to.match(/^0?0:3\d$/);
    const words = said();
    await waitUntil(() => inWords(count).endsWith(' 9 sec'), 'seconds pass', { timeout: 5000 });
    expect(said(), 'nothing new is announced').to.equal(words);
    await show(broken(21));
    expect(said()).to.equal(
      'Reconnecting… This takes long. You can keep waiting, hang up, or keep typing.',
    );
    await show({ call: { phase: 'active', brokenAt: undefined } });
    expect(part('broken-for')).not.to.exist;
  });

  it('says once when a network becomes poor, not each time that it changes', async () => {
    const { region, said, show } = await statusIn({ ...active, own: { network: 3 } });
    expect(said()).not.to.contain('connection');
    const changes: string[] = [];
    const observer = new MutationObserver(() => changes.push(said()));
    observer.observe(region('status'), { childList: true, characterData: true, subtree: true });
    for (const network of [2, 1, 2, 1] as const) await show({ own: { network } });
    await show({ far: { network: 1 } });
    expect(said()).to.contain('Your connection is poor. You and Anna hear each other.');
    await show({ own: { network: 5 } });
    expect(said()).to.contain('Anna’s connection is poor. ');
    await show({ far: { network: 5 } });
    await waitUntil(() => changes.length === 3, `said once each: ${changes.join(' | ')}`);
    observer.disconnect();
  });

  it('says that the own picture is held back, and does not say that it is seen', async () => {
    const own = { picture: new MediaStream(), held: true, network: 1 } as const;
    const { said, show } = await statusIn({ ...active, own });
    expect(said()).to.equal(
      'In a call with Anna Your connection is too slow for your picture: Anna does not see it. ' +
        'It returns by itself. You and Anna hear each other.',
    );
    await show({ own: { held: false, network: 5 } });
    expect(said()).to.contain('Anna sees and hears you.');
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
