import { expect, fixture, html, nextFrame, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../define/chat-launcher.js';
import '../../define/visitor-chat.js';
import { noCall } from '../../call/call-state.js';
import { drawnPicture } from '../../testing/drawn-picture.js';
import { type FakeSession, fakeSession, type FakeState } from '../../testing/fake-session.js';
import { VisitorChat } from './visitor-chat.js';

class FocusVisitorChat extends VisitorChat {
  override get session(): FakeSession {
    return super.session as FakeSession;
  }

  protected override createSession(): FakeSession {
    return fakeSession();
  }
}
customElements.define('focus-visitor-chat', FocusVisitorChat);

const active: FakeState = { call: { phase: 'active', ids: ['1'], startedAt: 0 } };
const camera: FakeState = { ...active, own: { picture: drawnPicture('Sam').stream } };
const calling: FakeState = { call: { phase: 'calling', caller: 'self', ids: ['1'] } };
const incoming: FakeState = { call: { phase: 'incoming', caller: 'far', ids: ['1'] } };
const answering: FakeState = { call: { phase: 'connecting', caller: 'far', ids: ['1'] } };
const reconnecting: FakeState = { chat: 'lost', call: { ...active.call, phase: 'reconnecting' } };
const ended: FakeState = { call: noCall, own: { picture: undefined } };
const microphone: FakeState = {
  problem: { about: 'microphone', code: 'blocked', farKnows: false },
};
const noCamera: FakeState = { ...active, problem: { about: 'camera', code: 'blocked' } };

/** What a person does, or what happens: a key, or the session's next state. */
type Step = string | FakeState;

interface Path {
  readonly from: FakeState;
  /** The control that has the focus at first, as `element part`. */
  readonly on: string;
  readonly steps: readonly Step[];
  readonly to: string;
}

const headset = 'headset-button button';
const microphoneToggle = '.controls mic-toggle button';
const cameraToggle = '.controls video-toggle button';
const telephone = 'hangup-button button';
const move = 'self-view-pip move';
const accept = 'call-prompt accept';
const decline = 'call-prompt decline';

const paths: Record<string, Path> = {
  'I start a call and it is answered': {
    from: {},
    on: headset,
    steps: ['Enter', active],
    to: headset,
  },
  'the headset leads to the call controls': {
    from: active,
    on: headset,
    steps: ['Enter'],
    to: microphoneToggle,
  },
  'I hang up': { from: active, on: telephone, steps: ['Enter'], to: headset },
  'the far side hangs up while I am at the microphone': {
    from: active,
    on: microphoneToggle,
    steps: [ended],
    to: headset,
  },
  'the far side hangs up while I am at the camera': {
    from: active,
    on: cameraToggle,
    steps: [ended],
    to: headset,
  },
  'the far side hangs up while I am at the telephone': {
    from: active,
    on: telephone,
    steps: [ended],
    to: headset,
  },
  'the far side hangs up while I am at my picture': {
    from: camera,
    on: move,
    steps: [ended],
    to: headset,
  },
  'the far side hangs up while I choose a corner': {
    from: camera,
    on: move,
    steps: ['Enter', 'Tab', ended],
    to: headset,
  },
  'I choose a corner': { from: camera, on: move, steps: ['Enter', 'Tab', 'Enter'], to: move },
  'I leave the menu of corners by Escape': {
    from: camera,
    on: move,
    steps: ['Enter', 'Tab', 'Escape'],
    to: move,
  },
  'my camera goes off while I am at my picture': {
    from: camera,
    on: move,
    steps: [{ own: { picture: undefined } }],
    to: microphoneToggle,
  },
  'my camera goes off while I choose a corner': {
    from: camera,
    on: move,
    steps: ['Enter', 'Tab', { own: { picture: undefined } }],
    to: microphoneToggle,
  },
  'I accept': { from: incoming, on: accept, steps: ['Enter'], to: microphoneToggle },
  'I accept, and the browser asks for the microphone first': {
    from: incoming,
    on: accept,
    steps: [answering, active],
    to: microphoneToggle,
  },
  'I accept by the headset': { from: incoming, on: headset, steps: ['Enter'], to: headset },
  'I accept, and my microphone is blocked': {
    from: incoming,
    on: accept,
    steps: [answering, { ...ended, ...microphone }],
    to: headset,
  },
  'I decline': { from: incoming, on: decline, steps: ['Enter'], to: headset },
  'the caller gives up while I am at Accept': {
    from: incoming,
    on: accept,
    steps: [ended],
    to: headset,
  },
  'I am at the camera when it rings': {
    from: {},
    on: 'video-toggle.before-call button',
    steps: [incoming],
    to: 'video-toggle.before-call button',
  },
  'I am at the camera of before the call when a call is on': {
    from: {},
    on: 'video-toggle.before-call button',
    steps: [incoming, active],
    to: microphoneToggle,
  },
  'I cancel by the telephone': { from: calling, on: telephone, steps: ['Enter'], to: headset },
  'I cancel by the headset': { from: calling, on: headset, steps: ['Enter'], to: headset },
  'I am at the telephone when my call is answered': {
    from: calling,
    on: telephone,
    steps: [active],
    to: telephone,
  },
  'my call is declined': { from: calling, on: telephone, steps: [ended], to: headset },
  'I try again after a blocked microphone': {
    from: microphone,
    on: 'call-status retry',
    steps: ['Enter'],
    to: headset,
  },
  'I put a notice away': {
    from: microphone,
    on: 'call-status dismiss',
    steps: ['Enter'],
    to: headset,
  },
  'I put a notice away in a call': {
    from: noCamera,
    on: 'call-status dismiss',
    steps: ['Enter'],
    to: microphoneToggle,
  },
  'the administrator switches video off while I am at the camera': {
    from: active,
    on: cameraToggle,
    steps: [{ policy: { video: false } }],
    to: microphoneToggle,
  },
  'the administrator switches video off before a call': {
    from: {},
    on: 'video-toggle.before-call button',
    steps: [{ policy: { video: false } }],
    to: headset,
  },
  'the administrator switches calls off in a call': {
    from: active,
    on: microphoneToggle,
    steps: [{ ...ended, policy: { voip: false, video: false } }],
    to: headset,
  },
  'the session is taken away in a call': {
    from: active,
    on: microphoneToggle,
    steps: [{ ...ended, chat: 'none', far: { name: '' } }],
    to: headset,
  },
  'the path breaks and comes back': {
    from: camera,
    on: cameraToggle,
    steps: [reconnecting, { chat: 'open', ...active }],
    to: cameraToggle,
  },
  'the path breaks for good': {
    from: active,
    on: telephone,
    steps: [reconnecting, ended],
    to: headset,
  },
  'the far side leaves the chat': { from: {}, on: headset, steps: [{ chat: 'lost' }], to: headset },
};

async function panel(from: FakeState) {
  const element = await fixture<FocusVisitorChat>(
    html`<focus-visitor-chat><input slot="composer" aria-label="Message" /></focus-visitor-chat>`,
  );
  const find = async (control: string): Promise<HTMLElement> => {
    const space = control.lastIndexOf(' ');
    const [tag, part] = [control.slice(0, space), control.slice(space + 1)];
    let found: HTMLElement | null | undefined;
    await waitUntil(() => {
      found = element.shadowRoot!.querySelector(tag)?.shadowRoot?.querySelector(`[part='${part}']`);
      return found;
    }, `there is ${control}`);
    return found!;
  };
  element.session.show(from);
  await nextFrame();
  return { element, find };
}

/** The focused element, in whatever shadow tree. */
function focused(): Element | null {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at;
}

/** Two frames: the browser takes the focus from what is hidden by then, and the relay has handed it on. */
async function settled(): Promise<void> {
  await nextFrame();
  await nextFrame();
}

describe(`focus in the visitor’s panel, on ${Object.keys(paths).length} paths`, () => {
  for (const [name, { from, on, steps, to }] of Object.entries(paths)) {
    it(`goes from ${on} to ${to} when ${name}`, async () => {
      const { element, find } = await panel(from);
      (await find(on)).focus();
      expect(focused(), 'at first').to.equal(await find(on));
      for (const step of steps) {
        if (typeof step === 'string') await sendKeys({ press: step });
        else element.session.show(step);
        await settled();
        expect(focused() === document.body, `on the body after ${JSON.stringify(step)}`).to.equal(
          false,
        );
      }
      const there = await find(to);
      await waitUntil(() => focused() === there, `${to} has the focus`);
    });
  }

  it('goes to the prompt when its sound is silenced, and on to the headset when the caller gives up', async () => {
    const { element, find } = await panel(incoming);
    // A key pressed in the page lets it sound.
    await sendKeys({ press: 'Shift' });
    const silence = await find('call-prompt silence');
    silence.focus();
    await sendKeys({ press: 'Enter' });
    await settled();
    expect(focused()).to.equal(await find('call-prompt prompt'));
    element.session.show(ended);
    const there = await find(headset);
    await waitUntil(() => focused() === there, 'the headset has the focus');
  });

  it('goes to the launcher’s button when Escape closes the panel', async () => {
    const launcher = await fixture(
      html`<chat-launcher floating open><focus-visitor-chat></focus-visitor-chat></chat-launcher>`,
    );
    launcher
      .querySelector('focus-visitor-chat')!
      .shadowRoot!.querySelector('headset-button')!
      .focus();
    await sendKeys({ press: 'Escape' });
    await settled();
    expect(focused()).to.equal(launcher.shadowRoot!.querySelector('button'));
  });

  it('stays with someone who types, through a whole call', async () => {
    const { element } = await panel({});
    const field = element.querySelector('input')!;
    field.focus();
    for (const state of [incoming, answering, camera, reconnecting, ended, microphone]) {
      element.session.show(state);
      await settled();
      await sendKeys({ type: 'x' });
    }
    expect([focused() === field, field.value]).to.deep.equal([true, 'xxxxxx']);
  });
});
