import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import type { LitElement } from 'lit';
import '../../define/all.js';
import type { CallErrorEvent } from '../shared/events.js';
import type { ChatSession } from './chat-session.js';
import { hearWarnings } from '../../testing/hear-warnings.js';

/** Why a headset cannot be used: it says which session it is in. */
const reasonOf = (headset: Element | null) =>
  (headset as LitElement).shadowRoot?.querySelector('[part=reason]')?.textContent.trim();
const says = (headset: Element | null, reason: string) =>
  waitUntil(() => reasonOf(headset) === reason, `it says “${reason}”`);

const noChat = 'There is no active chat'; // in a session that allows calls
const switchedOff = 'Calls are switched off'; // in one that does not

const headsetIn = (element: Element) => element.querySelector('headset-button');

/**
 * A session with these attributes and a status in it, listened to before it starts. What is wrong
 * with them it says when its code has been loaded.
 */
async function sessionWith(attributes: Record<string, string>, wrong = false) {
  const around = await fixture<HTMLElement>(html`<div></div>`);
  const session = document.createElement('chat-session');
  for (const [name, value] of Object.entries(attributes)) session.setAttribute(name, value);
  const errors: CallErrorEvent[] = [];
  session.addEventListener('call-error', (event) => errors.push(event));
  const status = document.createElement('call-status');
  session.append(status);
  around.append(session);
  await session.updateComplete;
  if (wrong) await waitUntil(() => errors.length > 0, 'it says what is wrong');
  await status.updateComplete;
  return { around, session, status, errors };
}

describe('<chat-session>', () => {
  const warnings = hearWarnings();

  describe('that is set up wrong', () => {
    const right = { party: 'visitor', server: '/peerjs', 'peer-id': 'sam', 'remote-id': 'anna' };
    const mistakes: [code: string, attributes: Record<string, string>][] = [
      ['unknown-party', { ...right, party: 'customer' }],
      ['unknown-party', { ...right, party: '' }],
      ['no-server', { ...right, server: '' }],
      ['no-server', { ...right, server: 'ftp://example.org' }],
      ['no-peer-id', { ...right, 'peer-id': '' }],
      ['invalid-id', { ...right, 'peer-id': 'sam@example.org' }],
      ['invalid-id', { ...right, 'remote-id': 'sam' }],
    ];
    for (const [code, attributes] of mistakes) {
      it(`says ${code} to the host once, and to the person in words: ${JSON.stringify(attributes)}`, async () => {
        const { errors, session, status } = await sessionWith({ ...attributes, voip: '' }, true);
        session.partyName = 'Sam';
        await session.updateComplete;
        expect(errors.map((error) => error.code)).to.deep.equal([code]);
        expect(warnings).to.deep.equal([`visavis: ${code}: ${errors[0]!.message}`]);
        expect(status.shadowRoot!.querySelector('[part=notice] h2')).to.have.text(
          'Calls are not set up on this page',
        );
        await expect(status).to.be.accessible();
      });
    }

    it('says so no more once it is mended', async () => {
      const { errors, session, status } = await sessionWith(
        { ...right, server: '', voip: '' },
        true,
      );
      session.remoteId = '';
      await session.updateComplete;
      await status.updateComplete;
      expect(status.shadowRoot!.querySelector('[part=notice]')).not.to.exist;
      expect(errors).to.have.length(1);
    });

    it('warns once that video needs voip', async () => {
      const { session } = await sessionWith({ video: '' });
      session.partyName = 'Sam';
      await session.updateComplete;
      expect(warnings).to.have.length(1);
      expect(warnings[0]).to.contain('<chat-session video> needs voip');
      expect(session.session.snapshot.policy).to.deep.equal({ voip: false, video: false });
    });
  });

  it('is no error without a far side: there is no active chat', async () => {
    const { errors, status } = await sessionWith({ party: 'visitor', voip: '' });
    expect([errors, warnings]).to.deep.equal([[], []]);
    expect(status.shadowRoot!.querySelector('[role=status]')).to.contain.text(noChat);
  });

  const commands: [code: string, give: (session: ChatSession) => Promise<void>, string[]][] = [
    ['not-allowed', (session) => session.startCall(), []],
    ['no-chat', (session) => session.startCall(), ['voip']],
    ['not-now', (session) => session.acceptCall(), ['voip']],
    ['not-now', (session) => session.declineCall(), ['voip']],
    ['not-now', (session) => session.hangUp(), ['voip']],
    ['not-now', (session) => session.setMuted(true), ['voip']],
    ['not-allowed', (session) => session.setCamera(true), ['voip']],
    ['not-now', (session) => session.setCamera(true), ['voip', 'video']],
  ];
  for (const [code, give, allowed] of commands) {
    it(`rejects with ${code}: ${String(give)} when the host allows ${allowed.join()}`, async () => {
      const { session } = await sessionWith(Object.fromEntries(allowed.map((name) => [name, ''])));
      const error: unknown = await give(session).catch((reason: unknown) => reason);
      expect(error).to.be.an('error').with.property('name', 'CallError');
      expect(error).to.have.property('code', code);
    });
  }

  it('turns a camera off that is not on without complaint', async () => {
    const { session } = await sessionWith({ voip: '', video: '' });
    await session.setCamera(false);
  });

  it('obeys the administrator’s switch at once', async () => {
    const session = await fixture<ChatSession>(
      html`<chat-session><headset-button></headset-button></chat-session>`,
    );
    await says(headsetIn(session), switchedOff);
    session.toggleAttribute('voip', true);
    await says(headsetIn(session), noChat);
    session.toggleAttribute('voip', false);
    await says(headsetIn(session), switchedOff);
  });

  it('takes the names and the party that the host gives', async () => {
    const { session } = await sessionWith({
      party: 'agent',
      'party-name': 'Anna',
      'remote-name': 'Sam',
    });
    const { far, own, party } = session.session.snapshot;
    expect([party, own.name, far.name]).to.deep.equal(['agent', 'Anna', 'Sam']);
  });

  it('gives up when it stays away, not when it is moved, and starts again when it is back', async () => {
    const wrong = { party: 'visitor', 'remote-id': 'anna' };
    const [moved, removed] = [await sessionWith(wrong, true), await sessionWith(wrong, true)];
    const has = ({ session }: typeof moved) => session.session.snapshot.problem !== undefined;
    moved.session.remove();
    moved.around.append(moved.session);
    removed.session.remove();
    await waitUntil(() => !has(removed), 'the removed one has let go of everything');
    expect([has(moved), moved.errors.length]).to.deep.equal([true, 1]);
    removed.around.append(removed.session);
    await waitUntil(() => removed.errors.length === 2, 'it is set up again');
    expect(has(removed)).to.equal(true);
  });
});
