import { html, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import {
  drawnPicture,
  type FakeSession,
  fakeSession,
  type FakeState,
  provideSession,
} from '../src/testing/index.js';

const sessions = new WeakMap<Element, FakeSession>();

/** Puts what is inside into a made-up session: no camera, no network. */
export function inSession(state: FakeState, content: unknown, style = ''): TemplateResult {
  const provide = (element: Element | undefined): void => {
    if (!(element instanceof HTMLElement)) return;
    const known = sessions.get(element);
    if (known) return known.show(state);
    const session = fakeSession(state);
    sessions.set(element, session);
    provideSession(element, session);
  };
  return html`<div class="session" style=${style} ${ref(provide)}>${content}</div>`;
}

/** The session that a story's canvas shows. */
export function sessionIn(canvas: HTMLElement): FakeSession {
  const element = canvas.querySelector('.session');
  const session = element && sessions.get(element);
  if (!session) throw new Error('This story shows no session.');
  return session;
}

const pictures = new Map<string, MediaStream>();

/** A made-up picture, one for each name. */
export function picture(name: 'Anna' | 'Sam'): MediaStream {
  const known = pictures.get(name) ?? drawnPicture(name, name === 'Anna' ? 165 : 30).stream;
  pictures.set(name, known);
  return known;
}

const call = { ids: ['story'], caller: 'self', startedAt: Date.now() - 134_000 } as const;

/** The states of design.md section 5, as the visitor Sam sees them; `asAgent` turns them round. */
export const states = {
  noChat: { chat: 'none' },
  connecting: { chat: 'connecting' },
  waiting: { chat: 'waiting' },
  voipOff: { policy: { voip: false, video: false } },
  idle: {},
  calling: { call: { ...call, phase: 'calling', startedAt: undefined } },
  incoming: { call: { ...call, phase: 'incoming', caller: 'far', startedAt: undefined } },
  answering: {
    call: { ...call, phase: 'connecting', caller: 'far', startedAt: undefined },
    own: { askingMicrophone: true },
  },
  audio: { call: { ...call, phase: 'active' } },
  get myCamera() {
    return {
      call: { ...call, phase: 'active' },
      own: { picture: picture('Sam') },
    } satisfies FakeState;
  },
  get theirCamera() {
    return {
      call: { ...call, phase: 'active' },
      far: { picture: picture('Anna') },
    } satisfies FakeState;
  },
  get bothCameras() {
    return {
      call: { ...call, phase: 'active' },
      own: { picture: picture('Sam') },
      far: { picture: picture('Anna') },
    } satisfies FakeState;
  },
  get reconnecting() {
    return {
      chat: 'lost',
      call: { ...call, phase: 'reconnecting' },
      own: { picture: picture('Sam') },
      far: { picture: picture('Anna') },
    } satisfies FakeState;
  },
  muted: { call: { ...call, phase: 'active' }, own: { muted: true } },
  videoOff: { call: { ...call, phase: 'active' }, policy: { video: false } },
  ended: {
    call: {
      lastEnd: { reason: 'hung-up', by: 'far', caller: 'self', duration: 252_000, ids: ['story'] },
    },
  },
} satisfies Record<string, FakeState>;

/** The same state from the agent's chair: Anna's own side, Sam far. */
export function asAgent(state: FakeState): FakeState {
  const { own, far } = state;
  return {
    ...state,
    party: 'agent',
    own: { ...own, name: 'Anna', picture: own?.picture && picture('Anna') },
    far: { ...far, name: 'Sam', picture: far?.picture && picture('Sam') },
  };
}
