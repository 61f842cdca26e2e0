import type { Reporter, TestModule } from 'vitest/node';

/** What the checks of a story leave behind, in the `meta` of its test. */
export interface Access {
  /** In which axe found nothing. */
  readonly looks: readonly string[];
  readonly targets: number;
  /** The shortest side of all of them, in pixels; undefined without any. */
  readonly smallest: number | undefined;
}

/** Prints what was measured over all stories. */
export const figures: Reporter = {
  onTestRunEnd(modules) {
    const all = modules.flatMap(measured);
    const [first] = all;
    if (!first) return;
    const { looks } = first;
    const sizes = all.flatMap(({ smallest = [] }) => smallest);
    const targets = all.reduce((sum, { targets }) => sum + targets, 0);
    console.log(
      `      Access  ${all.length} stories × ${looks.length} looks (${looks.join(', ')}): 0 axe findings; ` +
        `${targets} targets, the smallest ${Math.min(...sizes)} px`,
    );
  },
};

const measured = (module: TestModule): Access[] =>
  [...module.children.allTests('passed')].flatMap(
    (test) => (test.meta() as { access?: Access }).access ?? [],
  );
