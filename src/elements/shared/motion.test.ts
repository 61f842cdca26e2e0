import { expect } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import '../../define/headset-button.js';
import '../../define/mic-toggle.js';
import { scene } from '../../testing/scene.js';

// The stories are all checked under reduced motion; here is what moves without it.

const moving = (button: HTMLElement): string[] =>
  button
    .getAnimations({ subtree: true })
    .filter(({ playState }) => playState === 'running')
    .map((animation) => (animation as CSSAnimation).animationName);

describe('the motion of a control', () => {
  afterEach(() => emulateMedia({ reducedMotion: 'no-preference' }));

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
});
