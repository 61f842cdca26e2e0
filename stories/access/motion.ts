import { elementsIn, nameOf } from './flat-tree.js';

/** What moves: running animations and transitions, in shadow trees too. */
export const movingIn = (root: ParentNode): string[] =>
  [...elementsIn(root)].flatMap((element) =>
    // The subtree is for its ::before and ::after.
    element
      .getAnimations({ subtree: true })
      .filter(
        ({ effect, playState }) =>
          playState === 'running' && (effect as KeyframeEffect | null)?.target === element,
      )
      .map((animation) => `${nameOf(element)}: ${animationName(animation)}`),
  );

const animationName = (animation: Animation): string =>
  animation instanceof CSSAnimation
    ? animation.animationName
    : animation instanceof CSSTransition
      ? animation.transitionProperty
      : 'animation';
