import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import '../define/chat-session.js';
import { type FakeSession, fakeSession } from '../testing/fake-session.js';
import { provideSession } from '../testing/provide-session.js';
import { scene } from '../testing/scene.js';
import { SessionController } from './session-controller.js';

/** An element that follows whether the own microphone is muted, and counts how often it renders. */
class MuteProbe extends LitElement {
  @property() for: string | undefined;
  renders = 0;
  #words = '';
  readonly followed = new SessionController(this, ({ own }) => ({ muted: own.muted }));

  protected override willUpdate(): void {
    this.#words = this.followed.value.muted ? 'muted' : 'heard';
  }

  protected override render(): unknown {
    this.renders += 1;
    return this.#words;
  }
}
customElements.define('mute-probe', MuteProbe);

const probeIn = () => scene<MuteProbe>('mute-probe');

/** Who listens to a session from now on. */
function listenersOf(session: FakeSession): ReadonlySet<() => void> {
  const listeners = new Set<() => void>();
  const subscribe = session.subscribe.bind(session);
  session.subscribe = (listener) => {
    listeners.add(listener);
    const stop = subscribe(listener);
    return () => {
      listeners.delete(listener);
      stop();
    };
  };
  return listeners;
}

/** An element for `for` to name: it gives a session to what is inside. */
function provider(id: string) {
  const element = Object.assign(document.createElement('div'), { id });
  const session = fakeSession();
  provideSession(element, session);
  return { element, session };
}

/** A probe outside every session. */
const probeFor = (id: string) => fixture<MuteProbe>(html`<mute-probe for=${id}></mute-probe>`);

const follows = (probe: MuteProbe, session: unknown) =>
  waitUntil(() => probe.followed.session === session, 'it follows the session');

describe('SessionController', () => {
  it('renders its host when its slice changes, and only then', async () => {
    const { element, show } = await probeIn();
    const before = element.renders;
    await show({ chat: 'lost', far: { name: 'Anna Berg', muted: true } });
    await show({ own: { muted: false, name: 'Sam Okafor' } });
    expect(element.renders, 'another slice').to.equal(before);
    await show({ own: { muted: true } });
    expect(element.renders, 'its own').to.equal(before + 1);
    expect(element.shadowRoot).to.have.text('muted');
  });

  it('renders once for changes that come together', async () => {
    const { element, session, show } = await probeIn();
    const before = element.renders;
    session.show({ own: { muted: true } });
    session.show({ own: { muted: false } });
    await show({ own: { muted: true } });
    expect(element.renders).to.equal(before + 1);
  });

  it('lets go of its session when the host is removed, and takes it up again', async () => {
    const { element, session, show } = await probeIn();
    const around = element.parentElement!;
    element.remove();
    await element.updateComplete;
    const before = element.renders;
    expect(element.followed.session).to.equal(undefined);
    await show({ own: { muted: true } });
    expect(element.renders).to.equal(before);
    around.append(element);
    await element.updateComplete;
    expect(element.followed.session === session).to.equal(true);
    expect(element.shadowRoot).to.have.text('muted');
  });

  it('leaves nothing behind in a session that it left', async () => {
    const { element, session } = await probeIn();
    const around = element.parentElement!;
    const listeners = listenersOf(session);
    element.remove();
    around.append(element);
    expect(listeners.size).to.equal(1);
    element.remove();
    expect(listeners.size).to.equal(0);
  });

  it('goes over to another session when the host is moved there', async () => {
    const { element, session } = await probeIn();
    const { element: there, session: other } = provider('there');
    element.parentElement!.append(there);
    there.append(element);
    await element.updateComplete;
    expect(element.followed.session === other).to.equal(true);
    const before = element.renders;
    session.show({ own: { muted: true } });
    await element.updateComplete;
    expect(element.renders, 'the session it left').to.equal(before);
  });

  it('has an empty snapshot’s slice outside a session', async () => {
    const element = await fixture<MuteProbe>(html`<mute-probe></mute-probe>`);
    expect(element.followed.session).to.equal(undefined);
    expect(element.followed.value).to.deep.equal({ muted: false });
  });

  describe('with an id', () => {
    it('follows the session of that element, also when it stands in another one', async () => {
      const { element, session } = await probeIn();
      const { element: named, session: other } = provider('named');
      document.body.append(named);
      other.show({ own: { muted: true } });
      element.for = 'named';
      await follows(element, other);
      await element.updateComplete;
      expect(element.shadowRoot).to.have.text('muted');
      element.for = undefined;
      await follows(element, session);
      await element.updateComplete;
      expect(element.shadowRoot).to.have.text('heard');
      named.remove();
    });

    it('waits for an element that is added later', async () => {
      const probe = await probeFor('later');
      const { element, session } = provider('later');
      probe.parentElement!.append(element);
      await follows(probe, session);
    });

    it('waits for an element that is given the id later', async () => {
      const { element, session } = provider('');
      document.body.append(element);
      const probe = await probeFor('named-later');
      element.id = 'named-later';
      await follows(probe, session);
      element.remove();
    });

    it('waits for an element that is defined later', async () => {
      const probe = await probeFor('defined-later');
      const late = document.createElement('defined-later');
      late.id = 'defined-later';
      probe.parentElement!.append(late);
      const session = fakeSession();
      customElements.define(
        'defined-later',
        class extends HTMLElement {
          constructor() {
            super();
            provideSession(this, session);
          }
        },
      );
      await follows(probe, session);
    });

    it('goes over to another element when the id changes, for good', async () => {
      const [first, second, third] = [provider('first'), provider('second'), provider('third')];
      const probe = await probeFor('first');
      const around = probe.parentElement!;
      around.append(first.element, third.element);
      await follows(probe, first.session);
      probe.for = 'second';
      await probe.updateComplete;
      expect(probe.followed.session, 'the other one is not there yet').to.equal(undefined);
      probe.for = 'third';
      await follows(probe, third.session);
      around.append(second.element);
      await follows(await probeFor('second'), second.session);
      expect(probe.followed.session === third.session).to.equal(true);
    });

    it('goes over to the element that a framework puts in its place', async () => {
      const [old, renewed] = [provider('renewed'), provider('renewed')];
      const probe = await probeFor('renewed');
      probe.parentElement!.append(old.element);
      await follows(probe, old.session);
      old.element.replaceWith(renewed.element);
      await follows(probe, renewed.session);
    });

    it('finds it again after it was moved', async () => {
      const { element, session } = provider('near');
      const probe = await probeFor('near');
      const around = probe.parentElement!;
      around.append(element);
      await follows(probe, session);
      probe.remove();
      expect(probe.followed.session).to.equal(undefined);
      around.prepend(probe);
      await follows(probe, session);
    });

    it('looks no further once it is removed', async () => {
      const probe = await probeFor('too-late');
      const around = probe.parentElement!;
      probe.remove();
      const [late, other] = [provider('too-late'), provider('in-time')];
      around.append(late.element, other.element);
      await follows(await probeFor('in-time'), other.session);
      expect(probe.followed.session).to.equal(undefined);
    });

    it('finds it in its own shadow tree', async () => {
      const host = await fixture<HTMLElement>(html`<div></div>`);
      const root = host.attachShadow({ mode: 'open' });
      const probe = Object.assign(document.createElement('mute-probe') as MuteProbe, {
        for: 'within',
      });
      const { element, session } = provider('within');
      root.append(probe, element);
      await follows(probe, session);
    });
  });
});
