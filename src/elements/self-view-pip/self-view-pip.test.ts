import { expect, waitUntil } from '@open-wc/testing';
import { resetMouse, sendKeys, sendMouse } from '@web/test-runner-commands';
import '../../define/call-stage.js';
import '../../define/headset-button.js';
import '../../define/hangup-button.js';
import '../../define/self-view-pip.js';
import { drawnPicture } from '../../testing/drawn-picture.js';
import type { FakeState } from '../../testing/fake-session.js';
import { scene } from '../../testing/scene.js';
import type { Corner } from './corners.js';
import type { SelfViewPip } from './self-view-pip.js';

const own = { picture: drawnPicture('Sam').stream };
const shown: FakeState = { call: { phase: 'active', ids: ['1'], startedAt: 0 }, own };

/** A self-view on its stage. */
async function selfViewIn(state: FakeState) {
  const the = await scene<SelfViewPip>('self-view-pip', state);
  const stage = document.createElement('call-stage');
  stage.style.inlineSize = '480px';
  the.element.replaceWith(stage);
  stage.append(the.element);
  await Promise.all([stage.updateComplete, the.element.updateComplete]);
  return { ...the, stage };
}

/** Distances from the edges of the stage, in pixels. */
function edges(stage: HTMLElement, element: HTMLElement) {
  const [outer, inner] = [stage.getBoundingClientRect(), element.getBoundingClientRect()];
  return {
    top: inner.top - outer.top,
    bottom: outer.bottom - inner.bottom,
    left: inner.left - outer.left,
    right: outer.right - inner.right,
  };
}

/** A point in an element, from 0 to 1 each way. */
function at(element: HTMLElement, x = 0.5, y = 0.5): [number, number] {
  const { left, top, width, height } = element.getBoundingClientRect();
  return [Math.round(left + width * x), Math.round(top + height * y)];
}

async function drag(from: [number, number], to: [number, number]): Promise<void> {
  await sendMouse({ type: 'move', position: from });
  await sendMouse({ type: 'down' });
  await sendMouse({ type: 'move', position: to });
  await sendMouse({ type: 'up' });
}

const points: [corner: Corner, x: number, y: number][] = [
  ['top-left', 0.3, 0.3],
  ['top-right', 0.7, 0.3],
  ['bottom-left', 0.3, 0.7],
  ['bottom-right', 0.7, 0.7],
];

describe('<self-view-pip>', () => {
  it('is dimmed while the system has paused the camera', async () => {
    const { element, part, show } = await selfViewIn(shown);
    const filter = () => getComputedStyle(part('video')!).filter;
    expect(filter()).to.equal('none');
    await show({ own: { cameraPaused: true } });
    expect(element.matches(':state(paused)')).to.equal(true);
    expect(filter()).to.contain('brightness');
  });

  afterEach(() => resetMouse());

  const absent: Record<string, FakeState> = {
    'before a call': { own },
    'while only the far camera is on': { ...shown, own: {}, far: own },
    'before the call is accepted': { call: { phase: 'connecting' }, own },
  };
  for (const [name, state] of Object.entries(absent)) {
    it(`is not there ${name}`, async () => {
      const { element, part } = await selfViewIn(state);
      expect(part('video')).not.to.exist;
      expect(element.checkVisibility()).to.equal(false);
    });
  }

  it('is there exactly while the own camera is on', async () => {
    const { element, part, show } = await selfViewIn({ ...shown, own: {} });
    await show({ own });
    expect(element.checkVisibility()).to.equal(true);
    expect((part('video') as HTMLVideoElement).srcObject === own.picture).to.equal(true);
    await show({ own: { picture: undefined } });
    expect(element.checkVisibility()).to.equal(false);
  });

  it('says that it is paused while the network is too slow for it', async () => {
    const { part, show } = await selfViewIn(shown);
    await show({ own: { held: true } });
    expect(part('label')).to.have.trimmed.text('Paused');
    expect(Number(getComputedStyle(part('video')!).opacity)).to.be.below(1);
    await show({ own: { held: false } });
    expect(part('label')).to.have.trimmed.text('You');
  });

  it('is mirrored and makes no sound', async () => {
    const { part } = await selfViewIn(shown);
    const { a, d } = new DOMMatrix(getComputedStyle(part('video')!).transform);
    expect([a, d]).to.deep.equal([-1, 1]);
    expect((part('video') as HTMLVideoElement).muted).to.equal(true);
  });

  for (const dir of ['ltr', 'rtl']) {
    it(`lies at the bottom right of the stage, however the page reads (${dir})`, async () => {
      const { element, stage } = await selfViewIn(shown);
      stage.dir = dir;
      expect(element).to.have.attribute('corner', 'bottom-right');
      const { bottom, left, right, top } = edges(stage, element);
      expect([bottom, right]).to.deep.equal([12, 12]);
      expect(Math.min(top, left)).to.be.above(100);
    });
  }

  it('lies at the corner that the host asks for', async () => {
    const { element, stage } = await selfViewIn(shown);
    element.setAttribute('corner', 'top-left');
    const { left, top } = edges(stage, element);
    expect([top, left]).to.deep.equal([12, 12]);
  });

  for (const [corner, x, y] of points) {
    it(`goes to the ${corner} when it is dragged there`, async () => {
      const { element, part, stage } = await selfViewIn(shown);
      element.corner = corner === 'top-left' ? 'bottom-right' : 'top-left';
      await element.updateComplete;
      await drag(at(part('video')!), at(stage, x, y));
      await element.updateComplete;
      expect(element).to.have.attribute('corner', corner);
      expect(element.style.translate, 'it lies in the corner itself').to.equal('');
    });
  }

  it('follows the mouse while it is dragged', async () => {
    const { element, part } = await selfViewIn(shown);
    const [x, y] = at(part('video')!);
    await sendMouse({ type: 'move', position: [x, y] });
    await sendMouse({ type: 'down' });
    await sendMouse({ type: 'move', position: [x - 50, y - 40] });
    expect(at(element)).to.deep.equal([x - 50, y - 40]);
    await sendMouse({ type: 'up' });
  });

  it('stays in its corner when it is only clicked, however large it is', async () => {
    const { element, part, stage } = await selfViewIn(shown);
    element.style.setProperty('--visavis-self-view-inline-size', '210px');
    stage.style.setProperty('--visavis-stage-ratio', '2 / 1');
    const top = at(part('video')!, 0.5, 0.1);
    await drag(top, top);
    expect(element.corner).to.equal('bottom-right');
  });

  it('goes back when the browser takes the pointer away, and does not move later', async () => {
    const { element, part, stage } = await selfViewIn(shown);
    await sendMouse({ type: 'move', position: at(part('video')!) });
    await sendMouse({ type: 'down' });
    await sendMouse({ type: 'move', position: at(stage, 0.2, 0.2) });
    part('video')!.dispatchEvent(new PointerEvent('pointercancel'));
    await sendMouse({ type: 'move', position: at(stage, 0.3, 0.3) });
    expect(element.style.translate).to.equal('');
    await sendMouse({ type: 'up' });
    expect(element.corner).to.equal('bottom-right');
  });

  it('is back in its corner after the camera went off in the middle of a drag', async () => {
    const { element, part, show, stage } = await selfViewIn(shown);
    await sendMouse({ type: 'move', position: at(part('video')!) });
    await sendMouse({ type: 'down' });
    await sendMouse({ type: 'move', position: at(stage, 0.2, 0.2) });
    await show({ own: { picture: undefined } });
    await show({ own });
    const { bottom, right } = edges(stage, element);
    expect([bottom, right]).to.deep.equal([12, 12]);
  });

  it('is not dragged by the right button', async () => {
    const { element, part, stage } = await selfViewIn(shown);
    await sendMouse({ type: 'move', position: at(part('video')!) });
    await sendMouse({ type: 'down', button: 'right' });
    await sendMouse({ type: 'move', position: at(stage, 0.2, 0.2) });
    await sendMouse({ type: 'up', button: 'right' });
    expect(element.corner).to.equal('bottom-right');
  });

  it('moves to any corner with two presses, and gives the focus back', async () => {
    const { element, menu, part } = await openMenu();
    const names = menu().map((button) => button.ariaLabel);
    expect(names).to.deep.equal(['Top left', 'Top right', 'Bottom left', 'Bottom right']);
    expect(menu().map((button) => button.ariaPressed)).to.deep.equal([
      ...['false', 'false', 'false'],
      'true',
    ]);
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Enter' });
    await element.updateComplete;
    expect(element.corner).to.equal('top-left');
    expect(part('menu')).not.to.exist;
    expect(part('move')!.matches(':focus')).to.equal(true);
  });

  it('closes the menu with Escape, and gives the focus back', async () => {
    const { element, part } = await openMenu();
    expect(part('move')).to.have.attribute('aria-expanded', 'true');
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Escape' });
    await element.updateComplete;
    expect(part('menu')).not.to.exist;
    expect(part('move')!.matches(':focus')).to.equal(true);
    expect(element.corner).to.equal('bottom-right');
  });

  it('closes the menu with a second press', async () => {
    const { element, part } = await openMenu();
    part('move')!.click();
    await element.updateComplete;
    expect(part('menu')).not.to.exist;
  });

  it('goes round the corners by the arrow keys', async () => {
    const { element, part } = await selfViewIn(shown);
    part('move')!.focus();
    const way: Corner[] = [];
    for (const press of ['ArrowUp', 'ArrowLeft', 'ArrowDown', 'ArrowRight', 'ArrowRight']) {
      await sendKeys({ press });
      way.push(element.corner);
    }
    expect(way).to.deep.equal([
      ...['top-right', 'top-left', 'bottom-left'],
      ...['bottom-right', 'bottom-right'],
    ]);
  });

  it('hands its focus on when the camera goes off, and when the call ends', async () => {
    const { part, show, stage } = await selfViewIn(shown);
    const [headset, telephone] = [
      document.createElement('headset-button'),
      document.createElement('hangup-button'),
    ];
    stage.after(headset, telephone);
    await Promise.all([headset.updateComplete, telephone.updateComplete]);
    part('move')!.focus();
    await show({ own: { picture: undefined } });
    await waitUntil(() => telephone.matches(':focus'), 'a call control has the focus');
    await show({ own });
    part('move')!.focus();
    await show({ call: { phase: 'idle' }, own: { picture: undefined } });
    await waitUntil(() => headset.matches(':focus'), 'the headset has the focus');
  });

  it('steps aside while it would cover what has the focus, and comes back', async () => {
    const { element, stage } = await selfViewIn(shown);
    const button = Object.assign(document.createElement('button'), { textContent: 'Full screen' });
    button.style.cssText = 'position: absolute; right: 20px; bottom: 20px';
    stage.append(button);
    const covered = () => {
      const [a, b] = [element.getBoundingClientRect(), button.getBoundingClientRect()];
      return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
    };
    expect(covered(), 'before').to.equal(true);
    button.focus();
    expect(covered(), 'with the focus').to.equal(false);
    button.blur();
    expect(element.corner).to.equal('bottom-right');
  });

  it('comes up in a free corner when its own one has the focus, and stays where it is put then', async () => {
    const { element, show, stage } = await selfViewIn({ ...shown, own: {} });
    const button = Object.assign(document.createElement('button'), { textContent: 'Full screen' });
    button.style.cssText = 'position: absolute; right: 20px; bottom: 20px';
    stage.append(button);
    await show({ far: { picture: own.picture } });
    button.focus();
    await show({ own });
    expect(element.corner).to.equal('top-left');
    element.corner = 'top-right';
    button.blur();
    expect(element.corner).to.equal('top-right');
  });

  it('shows its whole menu inside the stage, beside its own button, at every corner', async () => {
    const { element, part, stage } = await selfViewIn(shown);
    stage.style.inlineSize = '240px';
    for (const [corner] of points) {
      element.corner = corner;
      await element.updateComplete;
      part('move')!.click();
      await element.updateComplete;
      const outside = Object.values(edges(stage, part('menu')!)).filter((edge) => edge < 0);
      expect(outside, corner).to.deep.equal([]);
      const [menu, move] = [part('menu')!, part('move')!].map((its) => its.getBoundingClientRect());
      expect(menu!.right <= move!.left || menu!.left >= move!.right, corner).to.equal(true);
      part('move')!.click();
      await element.updateComplete;
    }
  });

  it('is accessible, with its menu too', async () => {
    const { element } = await selfViewIn(shown);
    await expect(element).to.be.accessible();
    const { element: open } = await openMenu();
    await expect(open).to.be.accessible();
  });
});

/** A self-view whose menu was opened from the keyboard. */
async function openMenu() {
  const the = await selfViewIn(shown);
  the.part('move')!.focus();
  await sendKeys({ press: 'Enter' });
  await the.element.updateComplete;
  const menu = () => [...the.part('menu')!.querySelectorAll('button')];
  return { ...the, menu };
}
