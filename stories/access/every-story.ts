import { afterEach as runAxe } from '@storybook/addon-a11y/preview';
import type { LitElement } from 'lit';
import { afterEach, expect, type TestContext } from 'vitest';
import { commands, page } from 'vitest/browser';
import type { Access } from './figures.js';
import { elementsIn } from './flat-tree.js';
import { alikeIn } from './forced-colours.js';
import { movingIn } from './motion.js';
import { spillsIn, spreadText } from './reflow.js';
import { faultsOf, smallestOf, targetsIn } from './targets.js';

// What holds for every story, in the state in which its own test leaves it.

type Story = Parameters<typeof runAxe>[0];

const root = document.documentElement;

/**
 * Beside the look that a story asks for, in which the addon has run axe already. In forced colours
 * the browser paints, and axe knows nothing of that: it looks at names, roles and structure, and
 * forced-colours.ts at what has to be told apart.
 */
const looks: Record<string, { on: () => unknown; off: () => unknown }> = {
  dark: {
    on: () => (root.style.colorScheme = 'dark'),
    off: () => (root.style.colorScheme = 'light'),
  },
  'right to left': { on: () => (root.dir = 'rtl'), off: () => (root.dir = 'ltr') },
  'forced colours': {
    on: () => commands.emulate({ forcedColors: 'active' }),
    off: () => commands.emulate({ forcedColors: 'none' }),
  },
};

afterEach(async ({ story, task }: TestContext & { story?: Story }) => {
  if (!story || task.result?.state === 'fail') return;
  expect(movingIn(document.body), 'what moves although motion is reduced').toEqual([]);
  await complete();
  await treeIsAsReviewed(story, task.name);
  for (const [name, look] of Object.entries(looks)) {
    await look.on();
    await painted();
    try {
      await runAxe({ ...story, viewMode: 'story' });
      if (name === 'forced colours')
        expect.soft(alikeIn(document.body), 'what looks alike').toEqual([]);
    } catch (error) {
      throw new Error(`${name}: ${(error as Error).message}`, { cause: error });
    } finally {
      await look.off();
    }
  }
  await painted();
  const wide = checkTargets('targets');
  await page.viewport(320, 256); // 1280 × 1024 at 400 %
  await painted();
  const narrow = checkTargets('targets at 320 px');
  expect.soft(spillsIn(document.body), 'what spills at 320 px').toEqual([]);
  const gather = spreadText();
  expect.soft(spillsIn(document.body), 'what spills when its text is spread out').toEqual([]);
  gather();
  const access: Access = {
    looks: ['as written', ...Object.keys(looks)],
    targets: wide.length,
    smallest: smallestOf([...wide, ...narrow]),
  };
  Object.assign(task.meta, { access });
});

function checkTargets(where: string): ReturnType<typeof targetsIn> {
  const targets = targetsIn(document.body);
  expect.soft(faultsOf(targets), where).toEqual([]);
  return targets;
}

/** A story with `parameters.accessTree` has its tree in a file; `vitest run stories/recipes --update` writes it. */
async function treeIsAsReviewed({ parameters }: Story, name: string): Promise<void> {
  const folder: unknown = parameters.accessTree;
  if (typeof folder !== 'string') return;
  const file = `../access/trees/${folder}/${name.toLowerCase().replaceAll(' ', '-')}.txt`;
  await expect(await commands.accessTree()).toMatchFileSnapshot(file);
}

/** Some words come only when they are needed. */
const complete = async (): Promise<void> => {
  for (const element of elementsIn(document.body)) {
    await (element as Partial<LitElement>).updateComplete;
  }
};

const painted = (): Promise<unknown> =>
  new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
