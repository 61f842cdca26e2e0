/// <reference types="vite/client" />
import { type Meta, setProjectAnnotations, type StoryObj } from '@storybook/web-components-vite';
import { composeStory } from 'storybook/preview-api';
import { page } from 'vitest/browser';
import { afterEach, describe, expect, it } from 'vitest';
import preview from '../.storybook/preview.js';
import { pseudo } from './pseudo.js';
import { wordsThatDoNotFit } from './words-fit.js';

setProjectAnnotations([preview, { initialGlobals: { language: pseudo.$code } }]);

const files = import.meta.glob<Record<string, StoryObj> & { default: Meta }>('./**/*.stories.ts', {
  eager: true,
});
const widths = [1000, 320];

const settled = async (): Promise<void> => {
  await document.fonts.ready;
  for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
};

/** Also what only comes when a control is asked why it cannot be used. */
function showReasons(root: ParentNode): void {
  for (const element of root.querySelectorAll('*')) {
    if (element.hasAttribute('aria-describedby'))
      element.dispatchEvent(new PointerEvent('pointerenter'));
    if (element.shadowRoot) showReasons(element.shadowRoot);
  }
}

const canvas = document.body.appendChild(document.createElement('div'));

afterEach(() => canvas.replaceChildren());

for (const [path, { default: meta, ...stories }] of Object.entries(files)) {
  describe(`words twice as long, in ${path}`, () => {
    for (const [name, annotations] of Object.entries(stories)) {
      if (annotations.tags?.includes('!test')) continue;
      const story = composeStory(annotations, meta, undefined, undefined, name);
      it(`fit: ${name}`, async () => {
        canvas.style.padding = story.parameters.layout === 'fullscreen' ? '0' : '1rem';
        // Its own test, with the words that are in it, is another.
        await story.run({ canvasElement: canvas }).catch(() => undefined);
        document.documentElement.lang = pseudo.$code;
        for (const width of widths) {
          await page.viewport(width, 800);
          await settled();
          showReasons(canvas);
          expect(wordsThatDoNotFit(canvas), `${width} px wide`).toEqual([]);
        }
      });
    }
  });
}
