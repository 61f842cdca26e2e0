import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../define/call-status.js';
import '../../define/hangup-button.js';
import '../../define/headset-button.js';
import type { CallEnd } from '../../call/call-state.js';
import type { DeviceTrouble, Problem } from '../../session/snapshot.js';
import type { FakeState } from '../../testing/fake-session.js';
import { scene } from '../../testing/scene.js';
import type { CallStatus } from './call-status.js';

const active: FakeState = { call: { phase: 'active', ids: ['1'], startedAt: 0 } };

const inWords = (node: Node | null | undefined): string =>
  node?.textContent?.replaceAll(/\s+/g, ' ').trim() ?? '';

/** A status, and what it says politely. */
async function statusIn(state: FakeState) {
  const the = await scene<CallStatus>('call-status', state);
  return { ...the, said: () => inWords(the.element.renderRoot.querySelector('[role=status]')) };
}

describe('the notices of <call-status>', () => {
  const device = (about: 'microphone' | 'camera', code: DeviceTrouble): Problem =>
    about === 'microphone' ? { about, code, farKnows: false } : { about, code };
  const again = 'Try again';
  const problems: [title: string, retry: string | undefined, problem: Problem][] = [
    ['Your microphone is blocked', again, device('microphone', 'blocked')],
    ['No microphone found', again, device('microphone', 'missing')],
    ['Your microphone is busy', again, device('microphone', 'busy')],
    ['Your microphone did not start', again, device('microphone', 'failed')],
    ['This page does not allow it', again, device('microphone', 'blocked-by-page')],
    ['This page is not secure', again, device('microphone', 'insecure-page')],
    ['Your camera is blocked', again, device('camera', 'blocked')],
    ['No camera found', again, device('camera', 'missing')],
    ['Your camera is busy', again, device('camera', 'busy')],
    ['Your camera did not start', again, device('camera', 'failed')],
    ['This page does not allow it', again, device('camera', 'blocked-by-page')],
    ['This page is not secure', again, device('camera', 'insecure-page')],
    ['You closed the browser’s question', again, device('microphone', 'dismissed')],
    ['Your device’s settings do not allow it', again, device('microphone', 'blocked-by-system')],
    ['Your browser has not answered', undefined, device('microphone', 'unanswered')],
    ['Your microphone is paused by your device', undefined, device('microphone', 'paused')],
    [
      'Your microphone was unplugged',
      undefined,
      { about: 'microphone', code: 'replaced', farKnows: false, device: 'USB headset' },
    ],
    ['Anna cannot hear you', undefined, { about: 'microphone', code: 'silent', farKnows: false }],
    ['You closed the browser’s question', again, device('camera', 'dismissed')],
    ['Your device’s settings do not allow it', again, device('camera', 'blocked-by-system')],
    ['Your browser has not answered', undefined, device('camera', 'unanswered')],
    ['Your camera is paused by your device', undefined, device('camera', 'paused')],
    ['Your camera has stopped', again, { about: 'camera', code: 'stopped' }],
    ['You cannot hear Anna yet', 'Hear Anna', { about: 'sound', code: 'needs-press' }],
    ['You are already in a call', again, { about: 'call', code: 'in-another-call' }],
    ['The chat cannot connect', again, { about: 'link', code: 'server-unreachable' }],
    ['The chat has to wait for the server', undefined, { about: 'link', code: 'server-busy' }],
    ['You were not let into this chat', again, { about: 'link', code: 'not-let-in' }],
    ['The chat cannot connect', again, { about: 'link', code: 'no-ticket' }],
    ['This chat is over', undefined, { about: 'link', code: 'session-ended' }],
    ['This chat is open somewhere else', again, { about: 'link', code: 'id-taken' }],
    ['This chat is open in another tab', 'Use here', { about: 'link', code: 'open-elsewhere' }],
    ['Anna cannot be reached from this network', again, { about: 'link', code: 'no-path' }],
    ['This browser cannot make calls', undefined, { about: 'link', code: 'unsupported' }],
    ['Calls are not set up on this page', undefined, { about: 'setup', code: 'no-server' }],
  ];
  for (const [title, retry, problem] of problems) {
    it(`shows and announces ${problem.about} ${problem.code}, with ways on`, async () => {
      const { element, part, said, session, show } = await statusIn({});
      await show({ problem });
      expect(part('notice')).to.have.attribute('aria-label', title);
      expect(said()).to.contain(`${title}. `);
      expect(inWords(part('retry'))).to.equal(retry ?? '');
      expect(inWords(part('dismiss'))).to.equal('Keep chatting');
      await expect(element).to.be.accessible();
      part('retry')?.click();
      await show({ problem });
      part('dismiss')!.click();
      await element.updateComplete;
      expect(session.asked).to.deep.equal([...(retry ? ['retry'] : []), 'dismissProblem']);
      expect(part('notice')).not.to.exist;
    });
  }

  it('leaves it to the line to say that the far side is not there', async () => {
    const { part, said } = await statusIn({
      chat: 'waiting',
      problem: { about: 'link', code: 'far-absent' },
    });
    expect(part('notice')).not.to.exist;
    expect(said()).to.equal('Anna is not here yet');
  });

  it('says how to allow a device, what goes on, and what the far side knows', async () => {
    const { part, show } = await statusIn({ problem: device('microphone', 'blocked') });
    expect(part('notice')!.querySelectorAll('li')).to.have.length(3);
    expect(part('notice')).to.contain.text('Turn on “Microphone”.');
    await show({ problem: { about: 'microphone', code: 'blocked', farKnows: true } });
    expect(part('notice')).to.contain.text('Anna cannot hear you and knows why.');
    await show({ problem: device('camera', 'blocked') });
    expect(part('notice')).to.contain.text('you and Anna still hear each other');
  });

  it('names the microphone that is used now, by its own name or by what it is', async () => {
    const replaced = (name?: string): FakeState => ({
      problem: {
        about: 'microphone',
        code: 'replaced',
        farKnows: false,
        ...(name === undefined ? {} : { device: name }),
      },
    });
    const { part, show } = await statusIn(replaced('<b>USB</b> headset'));
    expect(part('notice')).to.contain.text('“<b>USB</b> headset” is used now.');
    await show(replaced(''));
    expect(part('notice')).to.contain.text('“Microphone” is used now.');
  });

  it('shows the notice in place of how the call ended, and beside a call that goes on', async () => {
    const problem = device('camera', 'busy');
    const lastEnd: CallEnd = {
      reason: 'mic-blocked',
      by: 'self',
      caller: 'self',
      duration: 0,
      ids: ['1'],
    };
    const { said, show } = await statusIn({ call: { lastEnd }, problem });
    expect(said()).not.to.contain('The call did not start');
    await show(active);
    expect(said()).to.contain('In a call with Anna');
  });

  for (const [state, place] of [
    [{}, 'headset-button'],
    [active, 'hangup-button'],
  ] as const) {
    it(`hands its focus to the ${place} when the notice goes away`, async () => {
      const { element, part } = await statusIn({ ...state, problem: device('camera', 'busy') });
      const [headset, telephone] = [
        document.createElement('headset-button'),
        document.createElement('hangup-button'),
      ];
      element.after(headset, telephone);
      await Promise.all([headset.updateComplete, telephone.updateComplete]);
      part('dismiss')!.focus();
      await sendKeys({ press: 'Enter' });
      await waitUntil(() => document.activeElement?.localName === place, `the ${place} has it`);
    });
  }
});
