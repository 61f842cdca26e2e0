/** Tells of each tag that is not defined yet, in a document or a shadow root: now, and when more are added. */
export function lookFor(root: Document | ShadowRoot, found: (tag: string) => void): void {
  const look = (within: Document | ShadowRoot | Element): void => {
    for (const { localName } of within.querySelectorAll(':not(:defined)')) found(localName);
  };
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes) {
      for (const node of addedNodes) {
        if (!(node instanceof Element)) continue;
        found(node.localName);
        look(node);
      }
    }
  }).observe(root, { childList: true, subtree: true });
  look(root);
}
