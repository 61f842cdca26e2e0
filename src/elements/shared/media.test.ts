import { expect } from '@open-wc/testing';
import { emulateMedia, sendKeys } from '@web/test-runner-commands';
import '../../define/headset-button.js';
import '../../define/mic-toggle.js';
import { scene } from '../../testing/scene.js';

// The stories are all checked under reduced motion; here is what moves without it.

const moving = (button: HTMLElement): string[] =>
  button
    .getAnimations({ subtree: true })
    .filter(({ playState }) => playState === 'running')
    .map((animation) => (animation as CSSAnimation).animationName);

describe('a control and what its reader asks of the browser', () => {
  afterEach(() => emulateMedia({ reducedMotion: 'no-preference', forcedColors: 'none' }));

  const busy = {
    'rings while one calls': ['headset-button', { call: { phase: 'calling' } }, 'ring'],
    'turns while it waits': ['mic-toggle', { own: { askingMicrophone: true } }, 'turn'],
  } as const;
  for (const [name, [tag, state, animation]] of Object.entries(busy)) {
    it(`${name}, and stands still when motion is reduced`, async () => {
      const { part } = await scene(tag, state);
      expect(moving(part('button')!)).to.deep.equal([animation]);
      await emulateMedia({ reducedMotion: 'reduce' });
      expect(moving(part('button')!)).to.deep.equal([]);
      expect(getComputedStyle(part('button')!).transitionProperty).to.equal('none');
    });
  }

  it('shows in forced colours where it ends, whether it is pressed, and why it cannot be', async () => {
    await emulateMedia({ forcedColors: 'active' });
    const { part, show } = await scene('mic-toggle', { call: { phase: 'active' } });
    const look = () => {
      const { backgroundColor, borderColor, borderStyle, borderWidth, color } = getComputedStyle(
        part('button')!,
      );
      expect(parseFloat(borderWidth)).to.be.above(0);
      return { backgroundColor, borderColor, borderStyle, color };
    };
    const pressed = look();
    await show({ own: { muted: true } });
    const hollow = look();
    await show({ call: { phase: 'idle' } });
    const disabled = look();
    expect(pressed.backgroundColor).not.to.equal(hollow.backgroundColor);
    expect([pressed.borderStyle, hollow.borderStyle, disabled.borderStyle]).to.deep.equal([
      ...['solid', 'solid'],
      'dashed',
    ]);
    expect(hollow.borderColor).not.to.equal(hollow.backgroundColor);
  });

  it('shows in forced colours that it has the focus', async () => {
    await emulateMedia({ forcedColors: 'active' });
    const { part } = await scene('mic-toggle', { call: { phase: 'active' } });
    await sendKeys({ press: 'Tab' });
    const { outlineStyle, outlineWidth } = getComputedStyle(part('button')!);
    expect([outlineStyle, parseFloat(outlineWidth) >= 2]).to.deep.equal(['solid', true]);
  });
});
