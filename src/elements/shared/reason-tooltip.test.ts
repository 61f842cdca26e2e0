import { expect } from '@open-wc/testing';
import { resetMouse, sendKeys, sendMouse, setViewport } from '@web/test-runner-commands';
import '../../define/video-toggle.js';
import { scene } from '../../testing/scene.js';
import type { VideoToggle } from '../video-toggle/video-toggle.js';

/** A control that cannot be used, at a place in the window. */
async function controlAt(place: Record<string, string>) {
  const the = await scene<VideoToggle>('video-toggle');
  Object.assign(the.element.style, { position: 'fixed', ...place });
  const shown = () => the.part('reason')!.matches(':popover-open');
  return { ...the, shown, button: the.part('button')!, tooltip: the.part('reason')! };
}

describe('the reason of a control', () => {
  const { innerWidth: width, innerHeight: height } = window;
  beforeEach(() => setViewport({ width: 320, height: 240 }));
  afterEach(async () => {
    await resetMouse();
    await setViewport({ width, height });
  });

  it('shows when the control is reached on the keyboard, and hides when it is left', async () => {
    const { element, shown } = await controlAt({ top: '0' });
    const after = document.createElement('button');
    element.after(after);
    await sendKeys({ press: 'Tab' });
    expect([element.matches(':focus'), shown()]).to.deep.equal([true, true]);
    await sendKeys({ press: 'Tab' });
    expect([after.matches(':focus'), shown()]).to.deep.equal([true, false]);
  });

  it('hides on Escape, and leaves the focus where it is', async () => {
    const { element, shown } = await controlAt({ top: '0' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'ArrowDown' });
    expect(shown(), 'any other key').to.equal(true);
    await sendKeys({ press: 'Escape' });
    expect([element.matches(':focus'), shown()]).to.deep.equal([true, false]);
  });

  it('shows under the mouse, and hides when the mouse leaves', async () => {
    const { button, shown } = await controlAt({ top: '0', left: '0' });
    const { left, top } = button.getBoundingClientRect();
    await sendMouse({ type: 'move', position: [left + 20, top + 20] });
    expect(shown()).to.equal(true);
    await sendMouse({ type: 'move', position: [300, 200] });
    expect(shown()).to.equal(false);
  });

  it('stays while the mouse is on it, and on the way to it', async () => {
    const { button, shown, tooltip } = await controlAt({ top: '0', left: '0' });
    const { left, bottom } = button.getBoundingClientRect();
    await sendMouse({ type: 'move', position: [left + 20, bottom - 4] });
    for (const down of [2, 4, 12]) {
      await sendMouse({ type: 'move', position: [left + 20, Math.round(bottom) + down] });
      expect(shown(), `${down} px below the control`).to.equal(true);
    }
    const end = tooltip.getBoundingClientRect();
    await sendMouse({ type: 'move', position: [left + 20, Math.round(end.bottom) + 12] });
    expect(shown(), 'beyond it').to.equal(false);
  });

  it('hides on Escape under the mouse alone, and that Escape closes nothing else', async () => {
    const { button, shown } = await controlAt({ top: '0', left: '0' });
    let closed = 0;
    const host = ({ defaultPrevented, key }: KeyboardEvent): void => {
      if (key === 'Escape' && !defaultPrevented) closed += 1;
    };
    addEventListener('keydown', host);
    const { left, top } = button.getBoundingClientRect();
    await sendMouse({ type: 'move', position: [left + 20, top + 20] });
    await sendKeys({ press: 'Escape' });
    expect([document.activeElement, shown(), closed]).to.deep.equal([document.body, false, 0]);
    await sendKeys({ press: 'Escape' });
    removeEventListener('keydown', host);
    expect(closed, 'the next one').to.equal(1);
  });

  it('is what the button is described by, shown or not', async () => {
    const { button, shown, tooltip } = await controlAt({ top: '0' });
    expect(shown()).to.equal(false);
    expect(button).to.have.attribute('aria-describedby', tooltip.id);
  });

  it('goes away with the reason', async () => {
    const { part, show } = await controlAt({ top: '0' });
    await sendKeys({ press: 'Tab' });
    await show({ call: { phase: 'active' } });
    expect(part('reason')).not.to.exist;
    expect(part('button')).not.to.have.attribute('aria-describedby');
  });

  const below = { top: '0' };
  const above = { bottom: '0' };
  const places: Record<string, [Record<string, string>, side: 'above' | 'below']> = {
    'top left': [{ ...below, left: '0' }, 'below'],
    'top right': [{ ...below, right: '0' }, 'below'],
    'bottom left': [{ ...above, left: '0' }, 'above'],
    'bottom right': [{ ...above, right: '0' }, 'above'],
  };
  for (const [name, [place, side]] of Object.entries(places)) {
    it(`lies ${side} the control, all in a small window, at the ${name}`, async () => {
      const { button, tooltip } = await controlAt(place);
      await sendKeys({ press: 'Tab' });
      const [words, control] = [tooltip.getBoundingClientRect(), button.getBoundingClientRect()];
      const { left, top, right, bottom } = words;
      expect(Math.min(left, top, innerWidth - right, innerHeight - bottom)).to.be.at.least(0);
      if (side === 'below') expect(top).to.be.at.least(control.bottom);
      else expect(bottom).to.be.at.most(control.top);
    });
  }

  it('is cut off by no panel around it', async () => {
    const { element, tooltip } = await controlAt({ position: 'static' });
    Object.assign(element.parentElement!.style, { overflow: 'hidden', contain: 'paint' });
    await sendKeys({ press: 'Tab' });
    const { bottom } = element.parentElement!.getBoundingClientRect();
    const { top, left, width: across } = tooltip.getBoundingClientRect();
    expect(top, 'it lies outside the panel').to.be.above(bottom);
    expect(document.elementFromPoint(left + across / 2, top + 5) === element).to.equal(true);
  });
});
