import { aTimeout, expect, waitUntil } from '@open-wc/testing';
import type { CallPhase } from '../call/call-state.js';
import { heldClock } from '../testing/held-clock.js';
import { testDevices, type TestDevicesOptions } from '../testing/test-devices.js';
import { loopback } from '../transport/loopback-link.js';
import { CallError } from './call-error.js';
import { readCall } from './kept-call.js';
import { LiveSession } from './live-session.js';
import type { SessionSettings } from './session.js';

const settings: SessionSettings = {
  party: 'agent',
  name: 'Anna',
  farName: '',
  voip: true,
  video: true,
  ringTimeout: 30,
  server: 'http://localhost/peerjs',
  peerId: 'agent',
  remoteId: 'visitor',
  iceServers: [],
};

const visitorSettings: SessionSettings = {
  ...settings,
  party: 'visitor',
  name: 'Sam',
  peerId: 'visitor',
  remoteId: 'agent',
};

const open: LiveSession[] = [];
let ids = 0;

function pair(devices: TestDevicesOptions = {}, room = '') {
  const joint = loopback();
  const clock = heldClock();
  const make = (openLink: (typeof joint)['a'], mine: TestDevicesOptions): LiveSession => {
    const made = testDevices(mine);
    const session = new LiveSession({
      openLink,
      clock,
      devices: () => made,
      newId: () => `call-${(ids += 1)}`,
      base: () => 'http://localhost/',
    });
    open.push(session);
    return session;
  };
  const agent = make(joint.a, devices);
  const visitor = make(joint.b, {});
  const at = { agent: `agent${room}`, visitor: `visitor${room}` };
  agent.configure({ ...settings, peerId: at.agent, remoteId: at.visitor });
  visitor.configure({ ...visitorSettings, peerId: at.visitor, remoteId: at.agent });
  /** The visitor's page goes, and comes up again with other devices; the tab's storage stays. */
  const reload = (mine: TestDevicesOptions = {}): LiveSession => {
    dispatchEvent(new Event('pagehide'));
    joint.cut(true);
    const fresh = make(joint.b, mine);
    fresh.configure(visitorSettings);
    return fresh;
  };
  return { agent, visitor, clock, joint, reload };
}

const reaches = (session: LiveSession, phase: CallPhase): Promise<void> =>
  waitUntil(
    () => session.snapshot.call.phase === phase,
    `${phase}, not ${session.snapshot.call.phase}`,
  );

async function talking(devices: TestDevicesOptions = {}) {
  const both = pair(devices);
  await waitUntil(() => both.agent.snapshot.chat === 'open');
  await both.visitor.startCall();
  await reaches(both.agent, 'incoming');
  await both.agent.acceptCall();
  await reaches(both.visitor, 'active');
  return both;
}

const codeOf = (command: Promise<void>): Promise<string> =>
  command.then(
    () => 'done',
    (error: unknown) => (error instanceof CallError ? error.code : String(error)),
  );

describe('a session', () => {
  afterEach(() => {
    for (const session of open.splice(0)) session.close();
  });

  it('learns what the far side calls itself, unless the host knows better', async () => {
    const { agent, visitor } = pair();
    await waitUntil(() => agent.snapshot.far.name === 'Sam');
    visitor.configure({ ...visitorSettings, farName: 'Ms Kovač' });
    expect(visitor.snapshot.far.name).to.equal('Ms Kovač');
  });

  it('rejects commands that mean nothing now, each with its code', async () => {
    const { agent } = pair();
    expect(await codeOf(agent.startCall()), 'before the link is open').to.equal('no-chat');
    await waitUntil(() => agent.snapshot.chat === 'open');
    expect(await codeOf(agent.acceptCall())).to.equal('not-now');
    expect(await codeOf(agent.declineCall())).to.equal('not-now');
    expect(await codeOf(agent.hangUp())).to.equal('not-now');
    expect(await codeOf(agent.setCamera(true)), 'video before audio').to.equal('not-now');
    expect(await codeOf(agent.setMuted(true))).to.equal('not-now');
    agent.configure({ ...settings, voip: false });
    expect(await codeOf(agent.startCall())).to.equal('not-allowed');
  });

  it('rings while a granted microphone opens; if it fails, the far side has missed a call', async () => {
    let opened = (): void => undefined;
    const opening = new Promise<void>((done) => (opened = done));
    const { agent, visitor } = pair({ opening, microphone: 'busy' });
    await waitUntil(() => agent.snapshot.chat === 'open');
    const started = codeOf(agent.startCall());
    expect(agent.snapshot.call.rung, 'at once').to.equal(true);
    await reaches(visitor, 'incoming');
    expect(agent.snapshot.own.askingMicrophone).to.equal(true);
    opened();
    expect(await started).to.equal('mic-busy');
    await reaches(visitor, 'idle');
    expect(visitor.snapshot.call.lastEnd).to.include({ reason: 'cancelled', by: 'far' });
    expect(agent.snapshot.problem, 'and who called knows that it rang').to.include({
      farKnows: true,
    });
  });

  it('rings nobody while the person may still be asked for the microphone', async () => {
    const { agent, visitor } = pair({ microphone: 'blocked' });
    await waitUntil(() => agent.snapshot.chat === 'open');
    expect(await codeOf(agent.startCall())).to.equal('mic-blocked');
    expect(visitor.snapshot.call.lastEnd).to.equal(undefined);
    expect(agent.snapshot.problem).to.include({ farKnows: false });
  });

  it('hears of a hang-up on a silent path when the same connection is back', async () => {
    const { agent, visitor, joint } = await talking();
    joint.silence();
    await reaches(visitor, 'reconnecting');
    await agent.hangUp();
    joint.hearAgain();
    await reaches(visitor, 'idle');
    expect(visitor.snapshot.call.lastEnd).to.include({ reason: 'hung-up', by: 'far' });
  });

  it('rejects a start with the microphone’s own code, and keeps the problem until it is put away', async () => {
    const { agent } = pair({ microphone: 'busy' });
    await waitUntil(() => agent.snapshot.chat === 'open');
    expect(await codeOf(agent.startCall())).to.equal('mic-busy');
    expect(agent.snapshot.problem).to.deep.include({
      about: 'microphone',
      code: 'busy',
      farKnows: false,
    });
    expect(agent.snapshot.own.microphone).to.equal('busy');
    agent.dismissProblem();
    expect(agent.snapshot.problem).to.equal(undefined);
  });

  it('goes on with the same call and timer after a drop, without a second ring', async () => {
    const { agent, visitor, clock, joint } = await talking();
    const { ids: before, startedAt } = agent.snapshot.call;
    await visitor.setCamera(true);
    clock.pass(5000);
    joint.cut();
    expect([agent.snapshot.call.phase, visitor.snapshot.call.phase]).to.deep.equal([
      'reconnecting',
      'reconnecting',
    ]);
    clock.pass(60_000);
    joint.join();
    await reaches(agent, 'active');
    await reaches(visitor, 'active');
    expect(agent.snapshot.call.ids).to.deep.equal(before);
    expect(agent.snapshot.call.startedAt).to.equal(startedAt);
    await waitUntil(() => agent.snapshot.far.picture, 'the far camera is known again');
  });

  it('ends after 90 s of silence, and after 10 s when the far side had said goodbye', async () => {
    for (const [left, wait] of [
      [false, 90_000],
      [true, 10_000],
    ] as const) {
      const { agent, clock, joint } = await talking();
      joint.cut(left);
      clock.pass(wait - 1);
      expect(agent.snapshot.call.phase).to.equal('reconnecting');
      clock.pass(1);
      expect(agent.snapshot.call.lastEnd?.reason).to.equal('connection-lost');
      expect(agent.snapshot.own.picture).to.equal(undefined);
    }
  });

  it('tells a far side that missed the end how the call ended', async () => {
    const { agent, visitor, joint } = await talking();
    joint.cut();
    await agent.hangUp();
    joint.join();
    await reaches(visitor, 'idle');
    expect(visitor.snapshot.call.lastEnd).to.deep.include({ reason: 'hung-up', by: 'far' });
  });

  it('rings for as long as the caller says', async () => {
    const { agent, visitor, clock } = pair();
    await waitUntil(() => agent.snapshot.chat === 'open');
    agent.configure({ ...settings, ringTimeout: 7 });
    await agent.startCall();
    await reaches(visitor, 'incoming');
    clock.pass(6999);
    expect(agent.snapshot.call.phase).to.equal('calling');
    clock.pass(1);
    await reaches(visitor, 'idle');
    expect(agent.snapshot.call.lastEnd?.reason).to.equal('no-answer');
    expect(visitor.snapshot.call.lastEnd?.reason).to.equal('no-answer');
  });

  it('comes back to its call after a reload: the same one, muted as before, its camera off', async () => {
    const { agent, visitor, clock, reload } = await talking();
    const { ids: before, startedAt } = agent.snapshot.call;
    await visitor.setMuted(true);
    await visitor.setCamera(true);
    clock.pass(3000);
    const fresh = reload();
    expect([fresh.snapshot.call.phase, agent.snapshot.call.phase]).to.deep.equal([
      'reconnecting',
      'reconnecting',
    ]);
    clock.pass(9000);
    await Promise.all([reaches(fresh, 'active'), reaches(agent, 'active')]);
    for (const { call } of [fresh.snapshot, agent.snapshot])
      expect([call.ids, call.startedAt]).to.deep.equal([before, startedAt]);
    await waitUntil(() => fresh.snapshot.own.microphone === 'granted');
    await waitUntil(() => agent.snapshot.far.muted);
    expect(fresh.snapshot.own.muted).to.equal(true);
    expect([fresh.snapshot.own.picture, agent.snapshot.far.picture]).to.deep.equal([
      undefined,
      undefined,
    ]);
    await fresh.setMuted(false);
    await waitUntil(() => !agent.snapshot.far.muted);
  });

  it('goes on without a microphone that is refused after a reload, and says so', async () => {
    const { agent, reload } = await talking();
    const fresh = reload({ microphone: 'blocked' });
    await Promise.all([reaches(fresh, 'active'), reaches(agent, 'active')]);
    await waitUntil(() => agent.snapshot.far.muted);
    expect(fresh.snapshot.own.muted).to.equal(true);
    expect(fresh.snapshot.problem).to.deep.equal({
      about: 'microphone',
      code: 'blocked',
      farKnows: true,
    });
  });

  it('does not come back to a call that the far side no longer waits for', async () => {
    const { agent, clock, visitor } = await talking();
    dispatchEvent(new Event('pagehide'));
    const [left] = Object.values(sessionStorage) as string[];
    clock.pass(10_000);
    const now = clock.now();
    expect(readCall(JSON.parse(left!), now), 'it had said goodbye').to.equal(undefined);
    const crashed = { ...(JSON.parse(left!) as object), left: false };
    expect(readCall(crashed, now), 'it had not').to.not.equal(undefined);
    clock.pass(80_000);
    expect(readCall(crashed, clock.now())).to.equal(undefined);
    expect(readCall(crashed, 0), 'from the future').to.equal(undefined);
    for (const wrong of [undefined, {}, { ...crashed, ids: 'all' }, { ...crashed, at: '0' }])
      expect(readCall(wrong, now)).to.equal(undefined);
    await visitor.hangUp();
    await reaches(agent, 'idle');
    expect(sessionStorage.length, 'nothing is kept of a call that has ended').to.equal(0);
  });

  it('loses nothing but the coming back where the browser keeps nothing', async () => {
    const real = Object.getOwnPropertyDescriptor(Storage.prototype, 'setItem')!;
    Storage.prototype.setItem = () => {
      throw new DOMException('Full.', 'QuotaExceededError');
    };
    try {
      const { visitor, agent, reload } = await talking();
      expect(reload().snapshot.call.phase).to.equal('idle');
      await reaches(agent, 'idle');
      await visitor.hangUp();
    } finally {
      Object.defineProperty(Storage.prototype, 'setItem', real);
    }
  });

  it('starts no second call while another session of the page has one', async () => {
    await talking();
    const { agent, visitor } = pair({}, '-next');
    await waitUntil(() => agent.snapshot.chat === 'open');
    expect(await codeOf(agent.startCall())).to.equal('in-another-call');
    expect(agent.snapshot.problem?.about).to.equal('call');
    expect(visitor.snapshot.call.phase).to.equal('idle');
  });

  it('sends no picture that the far administrator does not allow', async () => {
    const { agent, visitor } = await talking();
    await agent.setCamera(true);
    visitor.configure({
      ...settings,
      party: 'visitor',
      peerId: 'visitor',
      remoteId: 'agent',
      video: false,
    });
    await waitUntil(() => !agent.snapshot.policy.video);
    expect(agent.snapshot.own.picture).to.equal(undefined);
    expect(await codeOf(agent.setCamera(true))).to.equal('not-allowed');
  });

  it('keeps a camera that is granted after the call has ended closed', async () => {
    const { agent } = await talking();
    const camera = agent.setCamera(true);
    await agent.hangUp();
    await camera;
    expect(agent.snapshot.own).to.deep.include({ picture: undefined, askingCamera: false });
  });

  it('drops and counts what is no message', async () => {
    const { agent } = pair();
    for (const data of [null, 'ring', { v: 1, type: 'ring' }, { v: 2, type: 'ring', id: 'a' }])
      agent.messageReceived(data);
    expect(agent.dropped).to.equal(4);
    expect(agent.snapshot.call.phase).to.equal('idle');
  });

  it('forgets everything of a far side it is pointed away from', async () => {
    const { agent, visitor } = await talking();
    agent.configure({ ...settings, remoteId: '' });
    expect(agent.snapshot.chat).to.equal('none');
    expect(agent.snapshot.call.lastEnd?.reason).to.equal('session-ended');
    await reaches(visitor, 'idle');
    expect(visitor.snapshot.call.lastEnd).to.deep.include({ reason: 'session-ended', by: 'far' });
    await aTimeout(0);
    expect(agent.snapshot.far.name).to.equal('');
  });
});
